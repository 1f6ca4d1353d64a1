import type { AnswerChange } from '../../../schema/answer-change.ts';
import type { Archive } from '../../archive/archive.ts';
import { LicetError } from '../../errors.ts';
import type { Captured } from '../../harvest/capture/capture.ts';
import type { Proof } from '../../harvest/capture/proof.ts';
import { type Looked, lookAtCaptures, recordCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { History } from '../../store/history.ts';
import type { Leases } from '../../store/leases.ts';
import type { NightBook } from '../../store/night-book.ts';
import type { ReviewBook } from '../../store/review-book.ts';
import type { RunBook } from '../../store/run-book.ts';
import type { PendingCaptureStore, SentRow } from '../../store/service/pending-captures.ts';
import type { Withdrawals } from '../../store/withdrawals.ts';
import { inNight, type NightReport, type NightStore } from '../night.ts';
import { answerChanges } from './answer-changes.ts';

/** What operators' work reads of the registry and writes into it. */
export type OperatorStore = NightStore &
  Leases &
  RunBook &
  ReviewBook &
  Withdrawals &
  Pick<NightBook, 'night'> &
  Pick<History, 'copyTo'>;

/** What captures are recorded with. `underLease`: does the writing while nobody else may write. */
export type RecordNeeds = Readonly<{
  store: OperatorStore;
  archive: Archive;
  pending: PendingCaptureStore;
  underLease: <T>(work: () => Promise<T>) => Promise<T>;
}>;

/** Rows as they were sent, by whom and when, with the page they share. */
export type Sent = Readonly<{
  source: Source;
  rows: readonly SentRow[];
  proof: Proof | null;
  by: string;
  because: string | null;
  at: Date;
}>;

/** What became of rows: the answers that become others; the number under which they wait for a second person; the run that recorded them. */
export type Recorded = Readonly<{
  answers: readonly AnswerChange[];
  pending: number | null;
  report: NightReport | null;
}>;

/** The rows as the checks take them. */
export const capturedRows = ({
  rows,
  proof,
  by,
  because,
}: Sent): readonly Readonly<{ row: number; captured: Captured }>[] =>
  rows.map(({ row, ...sent }) => ({ row, captured: { ...sent, proof, by, because } }));

/** Records rows as one run and publishes them; to be called under the lease. `now`: the instant of the run. */
export const recordRows = (
  { store, archive }: RecordNeeds,
  source: Source,
  looked: readonly Looked[],
  now: Date,
): Promise<NightReport> => {
  const night = { store, archive, now, clock: () => now, kind: 'capture' as const };
  return inNight(night, async (id) => {
    const report = await recordCaptures(source, { ...night, night: id }, looked);
    return report === null ? [] : [report];
  });
};

/** Keeps rows that turn an answer into a no until a second person has looked; their page is kept in the archive meanwhile. */
const keepWaiting = async (
  { archive, pending }: RecordNeeds,
  { source, rows, proof, by, because, at }: Sent,
  answers: readonly AnswerChange[],
  good: readonly Looked[],
): Promise<number> => {
  const kept = proof === null ? null : await archive.put(proof.bytes);
  return pending.add({
    at: at.toISOString(),
    by,
    source: source.descriptor.id,
    rows: rows.filter(({ row }) => good.some((one) => one.row === row)),
    answers,
    because,
    withdraws: null,
    proof: proof === null || kept === null ? null : { sha256: kept, contentType: proof.contentType },
  });
};

/** The good rows checked again, now that nobody else writes. Throws LICET_BUSY where one of them cannot be taken any more. */
const lookAgain = async (
  { store }: RecordNeeds,
  sent: Sent,
  good: readonly Looked[],
): Promise<readonly Looked[]> => {
  await store.refresh();
  const rows = capturedRows(sent).filter(({ row }) => good.some((one) => one.row === row));
  const looked = await lookAtCaptures(sent.source, { store, now: sent.at }, rows);
  if (looked.every(({ prepared }) => prepared.edition !== null)) return looked;
  throw new LicetError('LICET_BUSY', 'The registry has changed meanwhile: send the capture again.');
};

/**
 * Records the good rows, unless an answer becomes a no by them: then nothing is published, and they wait for a second person. Answers are
 * compared under the lease, so that what is published is what was compared. `record` false only says which answers become others. Throws
 * LICET_BUSY where the registry changed so that a row cannot be taken any more.
 */
export const takeCapture = async (
  needs: RecordNeeds,
  sent: Sent,
  good: readonly Looked[],
  record: boolean,
): Promise<Recorded> => {
  if (!record)
    return { answers: await answerChanges(needs, sent.source, good, sent.at), pending: null, report: null };
  return needs.underLease(async () => {
    const looked = await lookAgain(needs, sent, good);
    const answers = await answerChanges(needs, sent.source, looked, sent.at);
    if (answers.some(({ negative }) => negative))
      return { answers, pending: await keepWaiting(needs, sent, answers, looked), report: null };
    return { answers, pending: null, report: await recordRows(needs, sent.source, looked, sent.at) };
  });
};
