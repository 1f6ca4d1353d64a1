import type { Archive } from '../../archive/archive.ts';
import { checkArchive } from '../../archive/check.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import { danger, type Finding, warning } from './finding.ts';

type Needs = Readonly<{
  archive: Archive;
  /** Numbers of the pages that the newest editions rest on. */
  known: readonly string[];
  /** Captures that wait for a second person. */
  waiting: readonly PendingCapture[];
}>;

/** Captures named in a finding, at most. */
const SHOWN = 5;

const waitingWithoutPage = async ({ archive, waiting }: Needs): Promise<readonly Finding[]> => {
  const lost: number[] = [];
  for (const { id, proof } of waiting)
    if (proof !== null && (await archive.look(proof.sha256)).state !== 'kept') lost.push(id);
  const [first] = lost;
  if (first === undefined) return [];
  const named = `${lost.slice(0, SHOWN).join(', ')}${lost.length > SHOWN ? ', …' : ''}`;
  return [
    warning(
      'waiting-pages-missing',
      `${lost.length} captures that wait for a second person have lost their saved page (${named})`,
      `licet capture --reject ${first} --by <who> --because "its page is lost", and capture it anew`,
    ),
  ];
};

/** Is every page there and whole that an answer rests on, or that a second person has still to look at? */
export const checkPages = async (needs: Needs): Promise<readonly Finding[]> => {
  const { faults } = await checkArchive({ archive: needs.archive, known: needs.known, all: false });
  const lost =
    faults.length === 0
      ? []
      : [
          danger(
            'pages-missing',
            `${faults.length} pages that answers rest on are missing or damaged`,
            'licet archive check names them; put them back into archive/ from a backup (licet restore BACKUP --data NEW)',
          ),
        ];
  return [...lost, ...(await waitingWithoutPage(needs))];
};
