import { openServiceState } from '../../store/open-store.ts';
import { type Finding, warning } from './finding.ts';

/** Is the audit log what was written? No answer depends on it, but somebody who could change it could change more. */
export const checkAudit = async (data: string): Promise<readonly Finding[]> => {
  const state = openServiceState(data);
  const { faults } = await state.audit.check().finally(state.close);
  return faults.length === 0
    ? []
    : [
        warning(
          'audit-changed',
          `the audit log was changed (${faults[0]}): somebody writes to the data folder beside Licet`,
          'find out who may write there, give new keys and tokens, and restore the last backup whose log is whole (licet audit check)',
        ),
      ];
};
