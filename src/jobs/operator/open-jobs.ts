import { openArchive } from '../../archive/open-archive.ts';
import { LicetError } from '../../errors.ts';
import { loadCatalogue } from '../../harvest/catalogue.ts';
import type { OperatorJobs } from '../../http/operator/jobs.ts';
import { openOperatorBook, openServiceState, openStore } from '../../store/open-store.ts';
import { passes } from '../../store/storage-fault.ts';
import { captureQueue } from '../captures/capture-queue.ts';
import { doCapture, doDecidePending } from './capture.ts';
import { differencesOf, doDecide, refusalsOf } from './decide.ts';
import { doJudge, pairsOf } from './judge.ts';
import type { JobNeeds } from './needs.ts';
import { doWithdraw, rowsOnRecord, withdrawalsOn } from './withdraw.ts';

/** What the jobs of operators are opened with. */
export type OperatorWorkerSettings = Readonly<{ data: string; catalogue?: string | undefined }>;

/** The jobs as calls of the worker. `holder`: the name under which the job may take the lease. */
export type OperatorCalls = Readonly<{
  [Name in keyof OperatorJobs]: Readonly<{
    given: OperatorJobs[Name]['given'] & Readonly<{ holder: string }>;
    answer: OperatorJobs[Name]['answer'];
  }>;
}>;

/** Told when a job begins to look at what was sent, and when it begins to write. */
export type OperatorStage = 'looking' | 'writing';

/** Captures that wait for a second person and are shown at once; more are decided before the next are seen. */
const MOST_WAITING = 200;

type Answer = OperatorJobs[keyof OperatorJobs]['answer'];

/** A database that another process is writing to, or that does not answer, is no fault of ours: whoever asked tries again. */
const asRefusal = (cause: unknown): unknown => (passes(cause) ? new LicetError('LICET_BUSY') : cause);

/** The outcome of an act as it is written down; nothing of what was typed stands there. */
const outcomeOf = (answer: Answer): string => {
  if (answer === null || !('generation' in answer)) return 'done';
  if ('withdrawn' in answer && answer.pending !== null) return `done: waits as ${answer.pending}`;
  if ('withdrawn' in answer && !answer.withdrawn) return 'done: looked, nothing written';
  if (!('rows' in answer)) return `done, generation ${answer.generation}`;
  const good = answer.rows.filter(({ state }) => state === 'good').length;
  const proof = answer.proof === null ? 'no proof' : `proof ${answer.proof.sha256}`;
  const waits = answer.pending === null ? 'looked, nothing written' : `waits as ${answer.pending}`;
  const done = answer.recorded ? `recorded in run ${answer.run}` : waits;
  return `${done}: ${good} of ${answer.rows.length} rows, ${proof}`;
};

const openParts = async ({ data, catalogue }: OperatorWorkerSettings) => ({
  store: await openStore({ data, alone: true }),
  book: openOperatorBook(data),
  state: openServiceState(data),
  archive: openArchive(data),
  sources: await loadCatalogue(catalogue),
});

/** Writes every act down before it is done, and its outcome after; one without an outcome was cut off. */
const recorder =
  ({ store, book, state, archive, sources }: Awaited<ReturnType<typeof openParts>>) =>
  <Name extends keyof OperatorJobs>(
    work: (
      needs: JobNeeds,
      given: OperatorJobs[Name]['given'],
    ) => Promise<Answer & OperatorJobs[Name]['answer']>,
  ) =>
  async (
    { holder, ...given }: OperatorCalls[Name]['given'],
    tell: (stage: OperatorStage) => void,
  ): Promise<OperatorJobs[Name]['answer']> => {
    let act: number | null = null;
    try {
      act = await book.begin(given.act);
      tell('looking');
      // Move to the newest generation: a reader of an old one keeps SQLite from emptying its write-ahead log.
      await store.refresh();
      const answer = await work(
        {
          store,
          archive,
          pending: state.pendingCaptures,
          watches: state.watches,
          demand: state.demand,
          sources,
          holder,
          stage: () => tell('writing'),
        },
        given,
      );
      await book.end(act, outcomeOf(answer));
      return answer;
    } catch (cause) {
      const refusal = asRefusal(cause);
      const code = refusal instanceof LicetError ? refusal.code : 'a fault of ours';
      // Where the outcome cannot be written down either, the first cause is told; the act stands there as one that was cut off.
      if (act !== null) await book.end(act, `refused: ${code}`).catch(() => undefined);
      throw refusal;
    }
  };

/** What does the jobs of operators on a data folder: each call of `jobs` after the one before, and `close` after the last. */
export const openJobs = async (settings: OperatorWorkerSettings) => {
  const parts = await openParts(settings);
  const { store, book, state, sources } = parts;
  const onRecord = recorder(parts);
  const jobs = {
    note: onRecord<'note'>(async () => null),
    refusals: onRecord<'refusals'>(refusalsOf),
    capture: onRecord<'capture'>(doCapture),
    differences: onRecord<'differences'>(differencesOf),
    decide: onRecord<'decide'>(doDecide),
    pairs: onRecord<'pairs'>(pairsOf),
    judge: onRecord<'judge'>(doJudge),
    queue: onRecord<'queue'>(({ store: { reader }, watches, demand }, { act, limit }) =>
      captureQueue({ reader: reader(), watches, demand, sources, now: new Date(act.at) }, limit),
    ),
    rowsOnRecord: onRecord<'rowsOnRecord'>(rowsOnRecord),
    withdrawals: onRecord<'withdrawals'>(withdrawalsOn),
    withdraw: onRecord<'withdraw'>(doWithdraw),
    pending: onRecord<'pending'>(({ pending }) => pending.waiting(MOST_WAITING)),
    decidePending: onRecord<'decidePending'>(doDecidePending),
  };
  const close = async (): Promise<void> => {
    await book.close();
    await state.close();
    await store.close();
  };
  return { jobs, close };
};
