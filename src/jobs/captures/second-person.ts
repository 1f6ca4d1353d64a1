import { LicetError } from '../../errors.ts';
import { lookAtCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import { foldText } from '../../text/han.ts';
import type { NightReport } from '../night.ts';
import { capturedRows, type RecordNeeds, recordRows, type Sent } from './record-rows.ts';

/** What a second person decided. A rejection says why. */
export type SecondLook = Readonly<{
  id: number;
  by: string;
  at: Date;
  decision: Readonly<{ is: 'confirm' } | { is: 'reject'; reason: string }>;
}>;

const cannot = (why: string): LicetError => new LicetError('LICET_CANNOT_DECIDE', why);

const waitingOne = async ({ pending }: RecordNeeds, id: number): Promise<PendingCapture> => {
  const found = await pending.find(id);
  if (found === undefined)
    throw new LicetError('LICET_UNKNOWN_CAPTURE', `No capture waits under the number ${id}.`, [
      {
        field: '/id',
        problem: 'is not the number of a capture that waits',
        expected: 'one of those that wait',
      },
    ]);
  if (found.state !== 'waiting')
    throw cannot(`Capture ${id} was ${found.state} by ${found.decidedBy} at ${found.decidedAt}.`);
  return found;
};

const pageOf = async ({ archive }: RecordNeeds, { id, proof }: PendingCapture): Promise<Sent['proof']> => {
  if (proof === null) return null;
  const bytes = await archive.get(proof.sha256);
  if (bytes === undefined) throw cannot(`The saved page of capture ${id} is not kept any more: reject it.`);
  return { bytes, contentType: proof.contentType };
};

/** Publishes what waited, as the person who looked sent it. What the registry has learned meanwhile is checked against it anew. */
const publish = async (
  needs: RecordNeeds,
  source: Source,
  waiting: PendingCapture,
  { by, at }: SecondLook,
): Promise<NightReport> => {
  const looker = new Date(waiting.at);
  const { rows, because } = waiting;
  const proof = await pageOf(needs, waiting);
  const sent = { source, rows, proof, by: `${waiting.by}; ${by}`, because, at: looker };
  const looked = await lookAtCaptures(source, { store: needs.store, now: looker }, capturedRows(sent));
  const wrong = looked.flatMap(({ prepared }) => prepared.problems);
  if (wrong.length > 0) throw cannot(`Capture ${waiting.id} cannot be taken any more: ${wrong[0]}.`);
  return recordRows(needs, source, looked, at);
};

/**
 * A second person confirms or rejects a capture that turns an answer into a no. Gives the run that published it; null for a rejection.
 * Throws LICET_UNKNOWN_CAPTURE, and LICET_CANNOT_DECIDE where it was decided before or by whoever looked.
 */
export const decidePending = async (
  needs: RecordNeeds,
  sourceOf: (id: string) => Source,
  look: SecondLook,
): Promise<Readonly<{ waiting: PendingCapture; report: NightReport | null }>> => {
  const waiting = await waitingOne(needs, look.id);
  const { by, decision } = look;
  if (decision.is === 'confirm' && foldText(by) === foldText(waiting.by))
    throw cannot(`Capture ${look.id} was sent by ${waiting.by}: another person has to confirm it.`);
  const report =
    decision.is === 'reject' ? null : await publish(needs, sourceOf(waiting.source), waiting, look);
  const kept = {
    state: decision.is === 'confirm' ? ('confirmed' as const) : ('rejected' as const),
    by,
    at: look.at.toISOString(),
    reason: decision.is === 'reject' ? decision.reason : null,
  };
  await needs.pending.decide(look.id, kept);
  return { waiting, report };
};
