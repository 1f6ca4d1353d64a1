import { LicetError } from '../../errors.ts';
import { type Looked, lookAtCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import { earliest } from '../../text/dates.ts';
import { foldText } from '../../text/han.ts';
import type { NightReport } from '../night.ts';
import { answerChanges } from './answer-changes.ts';
import { capturedRows, type RecordNeeds, recordRows, type Sent } from './record-rows.ts';
import { sense } from './sense.ts';
import { confirmWithdrawal, isWithdrawal } from './withdraw-row.ts';

/** What a second person decided. A rejection says why. */
export type SecondLook = Readonly<{
  id: number;
  by: string;
  at: Date;
  decision: Readonly<{ is: 'confirm' } | { is: 'reject'; reason: string }>;
}>;

const cannot = (why: string): LicetError => new LicetError('LICET_CANNOT_DECIDE', why);

const decidedMeanwhile = (id: number): LicetError =>
  cannot(`Capture ${id} was decided meanwhile: look again.`);

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
  if (found.state !== 'waiting' && found.state !== 'confirming')
    throw cannot(`Capture ${id} was ${found.state} by ${found.decidedBy} at ${found.decidedAt}.`);
  return found;
};

const pageOf = async ({ archive }: RecordNeeds, { id, proof }: PendingCapture): Promise<Sent['proof']> => {
  if (proof === null) return null;
  const bytes = await archive.get(proof.sha256);
  if (bytes === undefined) throw cannot(`The saved page of capture ${id} is not kept any more: reject it.`);
  return { bytes, contentType: proof.contentType };
};

/** The rows as the person who looked sent them, checked against what the registry knows now. */
const lookOnceMore = async (
  needs: RecordNeeds,
  source: Source,
  waiting: PendingCapture,
  by: string,
): Promise<readonly Looked[]> => {
  const at = new Date(waiting.at);
  const { rows, because } = waiting;
  const proof = await pageOf(needs, waiting);
  const sent = { source, rows, proof, by: `${waiting.by}; ${by}`, because, at };
  const looked = await lookAtCaptures(source, { store: needs.store, now: at }, capturedRows(sent));
  const wrong = looked.flatMap(({ prepared }) => prepared.problems);
  if (wrong.length > 0) throw cannot(`Capture ${waiting.id} cannot be taken any more: ${wrong[0]}.`);
  return looked;
};

/** True where the registry holds exactly these rows: a confirmation that was cut off had recorded them. */
const isRecorded = (looked: readonly Looked[]): boolean =>
  looked.every(({ prepared }) => prepared.changes.every(({ before, after }) => before === after));

/** True where the registry has learned a later edition of one of the rows meanwhile. */
const isOvertaken = (looked: readonly Looked[]): boolean =>
  looked.some(({ prepared: { changes } }) =>
    changes.some(
      ({ column, before, after }) =>
        column === 'cut-off date' &&
        (before ?? '') !== '' &&
        after !== '' &&
        earliest(before ?? '') > earliest(after),
    ),
  );

/** Throws LICET_CANNOT_DECIDE where confirming would do something else than what was shown; what it would do now is shown next time. */
const sureAsShown = async (
  needs: RecordNeeds,
  source: Source,
  waiting: PendingCapture,
  looked: readonly Looked[],
): Promise<void> => {
  const { id, at } = waiting;
  if (isOvertaken(looked))
    throw cannot(`A later edition of what capture ${id} says is on record: reject it, or send a new look.`);
  const answers = await answerChanges(needs, source, looked, new Date(at));
  if (sense(answers) === sense(waiting.answers)) return;
  await needs.pending.showAnew(id, answers);
  throw cannot(`The registry has changed since capture ${id} was sent: look again at what it would change.`);
};

/** Publishes rows that waited, once they are what was shown. */
const confirmRows = async (
  needs: RecordNeeds,
  source: Source,
  waiting: PendingCapture,
  { by, at, begin }: Readonly<{ by: string; at: Date; begin: () => Promise<void> }>,
): Promise<NightReport> => {
  const looked = await lookOnceMore(needs, source, waiting, by);
  const finishing = waiting.state === 'confirming' && isRecorded(looked);
  if (!finishing) await sureAsShown(needs, source, waiting, looked);
  await begin();
  return recordRows(needs, source, looked, at);
};

/**
 * Publishes what waited, under the lease. It is marked before it is published, so that nobody can reject it meanwhile; a confirmation
 * that was cut off in between stays marked and is finished by confirming again.
 */
const confirm = async (
  needs: RecordNeeds,
  sourceOf: (id: string) => Source,
  { id, by, at }: SecondLook,
): Promise<NightReport> => {
  await needs.store.refresh();
  const waiting = await waitingOne(needs, id);
  const source = sourceOf(waiting.source);
  const decision = { by, at: at.toISOString(), reason: null };
  const begin = async (): Promise<void> => {
    if (!(await needs.pending.decide(id, { ...decision, state: 'confirming' }))) throw decidedMeanwhile(id);
  };
  const report = isWithdrawal(waiting)
    ? await confirmWithdrawal(needs, source, waiting, { by, at, begin })
    : await confirmRows(needs, source, waiting, { by, at, begin });
  await needs.pending.decide(id, { ...decision, state: 'confirmed' });
  return report;
};

/** Why a confirmation that was begun can never be finished; null where confirming again finishes it. */
const whyUnfinishable = async (
  needs: RecordNeeds,
  sourceOf: (id: string) => Source,
  waiting: PendingCapture,
  by: string,
): Promise<string | null> => {
  // Confirming a withdrawal again always finishes it, unless the row was recorded anew meanwhile.
  if (isWithdrawal(waiting))
    return (await needs.store.capturedRow(waiting.source, waiting.withdraws)) === undefined
      ? null
      : 'its row is on record';
  try {
    const looked = await lookOnceMore(needs, sourceOf(waiting.source), waiting, by);
    return isRecorded(looked) || !isOvertaken(looked) ? null : 'a later edition of it is on record';
  } catch (cause) {
    if (cause instanceof LicetError) return 'its rows cannot be taken any more';
    throw cause;
  }
};

/**
 * Rejects a capture whose confirmation was begun and cannot be finished, under the lease, so that nobody is finishing it. Whether its
 * rows were published before they were overtaken, the runs say; the reason on record says that it was begun.
 */
const rejectBegun = async (
  needs: RecordNeeds,
  sourceOf: (id: string) => Source,
  waiting: PendingCapture,
  kept: Readonly<{ state: 'rejected'; by: string; at: string; reason: string }>,
): Promise<void> => {
  const { id, decidedBy } = waiting;
  await needs.store.refresh();
  const why = await whyUnfinishable(needs, sourceOf, waiting, kept.by);
  if (why === null)
    throw cannot(
      `The confirmation of capture ${id} by ${decidedBy} was begun: confirm it again to finish it.`,
    );
  const reason = `${kept.reason} (its confirmation by ${decidedBy} was begun, and ${why})`;
  if (!(await needs.pending.decide(id, { ...kept, reason, begun: true }))) throw decidedMeanwhile(id);
};

/**
 * A second person confirms or rejects a capture that turns an answer into a no. Gives the run that published it; null for a rejection.
 * Throws LICET_UNKNOWN_CAPTURE, and LICET_CANNOT_DECIDE where it was decided before or by whoever looked, where its confirmation was
 * begun and can be finished, so that a rejection comes too late, and where it would do something else by now than what was shown.
 */
export const decidePending = async (
  needs: RecordNeeds,
  sourceOf: (id: string) => Source,
  look: SecondLook,
): Promise<Readonly<{ waiting: PendingCapture; report: NightReport | null }>> => {
  const waiting = await waitingOne(needs, look.id);
  const { id, by, decision } = look;
  if (decision.is === 'confirm') {
    if (foldText(by) === foldText(waiting.by))
      throw cannot(`Capture ${id} was sent by ${waiting.by}: another person has to confirm it.`);
    return { waiting, report: await needs.underLease(() => confirm(needs, sourceOf, look)) };
  }
  const kept = { state: 'rejected' as const, by, at: look.at.toISOString(), reason: decision.reason };
  if (waiting.state === 'confirming') {
    await needs.underLease(() => rejectBegun(needs, sourceOf, waiting, kept));
    return { waiting, report: null };
  }
  if (!(await needs.pending.decide(id, kept))) throw decidedMeanwhile(id);
  return { waiting, report: null };
};
