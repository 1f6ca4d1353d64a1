import { openPractitioners } from '../../registry/practitioners.ts';
import { hasPractitioners } from '../../store/open-store.ts';
import { faultText } from '../../store/storage-fault.ts';
import { danger, type Finding } from './finding.ts';

/** Can physicians' rows be read with the key that lies beside them? Nothing is found where nobody was ever recorded. */
export const checkPhysicians = async (data: string): Promise<readonly Finding[]> => {
  if (!hasPractitioners(data)) return [];
  try {
    await openPractitioners(data).close();
    return [];
  } catch (cause) {
    return [
      danger(
        'physicians-unreadable',
        `no question about a physician is answered: ${faultText(cause)}`,
        'put practitioner.key back from its copy, or licet practitioner erase-all --why "…"',
      ),
    ];
  }
};
