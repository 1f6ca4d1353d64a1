import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../archive/open-archive.ts';
import { LicetError } from '../errors.ts';
import { loadCatalogue } from '../harvest/catalogue.ts';
import type { Answers, Job, Said } from '../http/operator/jobs.ts';
import { openOperatorBook, openStore } from '../store/open-store.ts';
import { storageFault } from '../store/storage-fault.ts';
import { desksOf, doCapture } from './operator-capture.ts';
import { doDecide, refusalsOf } from './operator-decide.ts';
import type { JobNeeds } from './operator-needs.ts';

/** What the thread is started with. */
export type BenchSettings = Readonly<{ data: string; catalogue?: string | undefined }>;

const settings = workerData as BenchSettings;
const store = await openStore({ data: settings.data, graceMs: 0 });
const book = openOperatorBook(settings.data);
const archive = openArchive(settings.data);
const sources = await loadCatalogue(settings.catalogue);

const tell = (said: Said): void => parentPort?.postMessage(said);

const work = (needs: JobNeeds, job: Job): Promise<Answers[Job['job']]> | Answers[Job['job']] => {
  switch (job.job) {
    case 'note':
      return null;
    case 'desks':
      return desksOf(needs);
    case 'refusals':
      return refusalsOf(needs);
    case 'capture':
      return doCapture(needs, job, job.act);
    case 'decide':
      return doDecide(needs, job, job.act);
  }
};

/** Another process's long writing is no fault: whoever asked tries again. */
const asRefusal = (cause: unknown): LicetError | null => {
  if (cause instanceof LicetError) return cause;
  return storageFault(cause)?.kind === 'busy' ? new LicetError('LICET_BUSY') : null;
};

const refuse = (id: number, cause: unknown): void => {
  const refusal = asRefusal(cause);
  if (refusal === null) {
    const fault = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    tell({ id, said: 'fault', fault });
    return;
  }
  const { code, message, fields } = refusal;
  tell({ id, said: 'refused', code, detail: message, fields });
};

/** What becomes of an act in the book; nothing of what was typed stands there. */
const outcomeOf = (job: Job, answer: Answers[Job['job']]): string => {
  if (answer === null || !('generation' in answer)) return 'done';
  if (job.job !== 'capture' || !('rows' in answer)) return `done, generation ${answer.generation}`;
  const good = answer.rows.filter(({ state }) => state === 'good').length;
  const proof = answer.proof === null ? 'no proof' : `proof ${answer.proof.sha256}`;
  const said = answer.recorded ? `recorded in run ${answer.run}` : 'looked, nothing written';
  return `${said}: ${good} of ${answer.rows.length} rows, ${proof}`;
};

/** Every act is written down before it is done; one without an outcome was cut off. */
const handle = async (id: number, job: Job, holder: string): Promise<void> => {
  let act: number | null = null;
  tell({ id, said: 'begun' });
  try {
    act = await book.begin(job.act);
    // What another process published is taken up: a reader that stands still holds back the log of changes.
    await store.refresh();
    const stage = (): void => tell({ id, said: 'writing' });
    const answer = await work({ store, archive, sources, holder, stage }, job);
    await book.end(act, outcomeOf(job, answer));
    tell({ id, said: 'done', answer });
  } catch (cause) {
    const code = asRefusal(cause)?.code ?? 'a fault of ours';
    if (act !== null) await book.end(act, `refused: ${code}`);
    refuse(id, cause);
  }
};

const close = async (): Promise<void> => {
  await book.close();
  await store.close();
  parentPort?.close();
};

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: 'stop' | Readonly<{ id: number; job: Job; holder: string }>) => {
  if (asked === 'stop') void last.then(close);
  else
    last = last
      .then(() => handle(asked.id, asked.job, asked.holder))
      .catch((cause) => refuse(asked.id, cause));
});
