import type { AnswerChange } from '../../../schema/answer-change.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Captured } from '../../harvest/capture/capture.ts';
import type { Proof } from '../../harvest/capture/proof.ts';
import { type Looked, recordCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { PendingCaptureStore, SentRow } from '../../store/service/pending-captures.ts';
import type { Store } from '../../store/store.ts';
import { inNight, type NightReport } from '../night.ts';
import { answerChanges } from './answer-changes.ts';

/** What captures are recorded with. `underLease`: does the writing while nobody else may write. */
export type RecordNeeds = Readonly<{
  store: Store;
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

/** Records rows as one run and publishes them. `now`: the instant of the run. */
export const recordRows = (
  { store, archive, underLease }: RecordNeeds,
  source: Source,
  looked: readonly Looked[],
  now: Date,
): Promise<NightReport> => {
  const night = { store, archive, now, clock: () => now, kind: 'capture' as const };
  return underLease(() =>
    inNight(night, async (id) => {
      const report = await recordCaptures(source, { ...night, night: id }, looked);
      return report === null ? [] : [report];
    }),
  );
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
    proof: proof === null || kept === null ? null : { sha256: kept, contentType: proof.contentType },
  });
};

/**
 * Records the good rows, unless an answer becomes a no by them: then nothing is published, and they wait for a second person. `record`
 * false only says which answers become others.
 */
export const takeCapture = async (
  needs: RecordNeeds,
  sent: Sent,
  good: readonly Looked[],
  record: boolean,
): Promise<Recorded> => {
  const answers = await answerChanges(needs, sent.source, good, sent.at);
  if (!record) return { answers, pending: null, report: null };
  if (answers.some(({ negative }) => negative))
    return { answers, pending: await keepWaiting(needs, sent, answers, good), report: null };
  return { answers, pending: null, report: await recordRows(needs, sent.source, good, sent.at) };
};
