import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Early } from './answer-early.ts';
import { folderFault } from './cli/folder-fault.ts';
import type { Terminal } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Jobs } from './do-jobs.ts';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { openFolder, type Registry } from './jobs/data-folder.ts';
import type { FirstNight } from './jobs/first-night.ts';
import { openNames } from './jobs/names/names-index.ts';
import type { Role } from './role.ts';
import { endOnSignal, followGenerations, listen, type Moving, StartError } from './serve.ts';
import { nameProcess } from './store/open-store.ts';
import { storageFault } from './store/storage-fault.ts';
import { type Names, type Say, untilPublished } from './until-published.ts';

const openData = async (folder: string): Promise<Registry> => {
  try {
    return await openFolder(folder);
  } catch (cause) {
    throw new StartError(folderFault(folder, cause));
  }
};

/**
 * Log lines are written some at a time, a page of memory: a write a line costs a fifth of an answer, and so does a longer piece, whose bytes are counted anew with
 * each line that is put behind it. At most a second's lines wait.
 */
const logOutput = () =>
  pino.destination({ dest: 1, sync: false, minLength: 4_096, maxWrite: 8_192, periodicFlush: 1000 });

/** Traces, where a collector is named; OpenTelemetry is loaded for them alone. */
const openTraces = async ({ traces }: Config, say: Say): Promise<Tracing | undefined> => {
  if (traces === null) return undefined;
  const { openTracing } = await import('./fetch/traces/open-tracing.ts');
  return openTracing(traces, (cause) => say(`Traces were not sent: ${String(cause)}`));
};

type AppParts = Readonly<{
  data: Registry;
  config: Config;
  log: ReturnType<typeof logOutput>;
  moving: Moving;
  tracing: Tracing | undefined;
  early: Early | undefined;
}>;

/** Listens before all is loaded, for plain questions; not where the framework begins a trace of each, or listens at two addresses (localhost). */
const answerEarly = async (
  role: Role,
  { data, tracing, ...parts }: Pick<AppParts, 'data' | 'config' | 'log' | 'tracing'>,
): Promise<Early | undefined> => {
  const { host, port } = parts.config;
  if (role === 'work' || tracing !== undefined || host === 'localhost') return undefined;
  const { openEarly } = await import('./answer-early.ts');
  const early = openEarly({ ...data, ...parts, clock: systemClock });
  await listen(early, { host, port, settings: 'LICET' });
  return early;
};

/** What listens: all that is answered, or for a process that only works what its supervisor asks. */
const appOf = async (role: Role, { data, ...parts }: AppParts): Promise<FastifyInstance> => {
  const needs = { ...data, ...parts, clock: systemClock };
  if (role === 'work') return (await import('./worker-app.ts')).buildWorkerApp(needs);
  if (parts.early !== undefined) await (await import('./load-in-parts.ts')).loadInParts();
  return (await import('./app.ts')).buildApp({ ...needs, jobs: role === 'both' });
};

/** What is measured, on the port of its own where one is set. */
const listenForMetrics = async (app: FastifyInstance, { metrics }: Config, say: Say): Promise<void> => {
  if (app.metricsApart === undefined || metrics.listener === null) return;
  const address = await listen(app.metricsApart, { ...metrics.listener, settings: 'LICET_METRICS' });
  say(`Metrics: ${address}/metrics`);
};

/**
 * Takes up the names index while the rest is loaded; `answerFirst` is done first where the index only has to be read. `awaited` settles when the
 * process may listen: at once where the index has yet to be built and nobody else could answer meanwhile, so that questions by number are answered
 * and those by name wait for it. `done` when it is there, or cannot be had: the first question by name tries again then, and `failed` is told.
 */
const takeUpNames = async (names: Names, role: Role, answerFirst: () => Promise<Early | undefined>) => {
  const kept = await names.kept();
  const before = kept ? await answerFirst() : undefined;
  const ready = names.ready();
  const tried = ready.catch(() => undefined);
  const early = kept ? before : await answerFirst();
  const isBuilt = kept || role !== 'both';
  return {
    early,
    awaited: isBuilt ? () => ready : async () => undefined,
    done: (failed: (cause: unknown) => void) => (isBuilt ? tried : ready.catch(failed)),
  };
};

/** What a process does; `first`: the thread of a first night, where one was opened for a folder that looked empty. */
type Doing = Readonly<{ role: Role; first?: FirstNight | undefined }>;

const start = async (config: Config, { role, first }: Doing, terminal: Terminal): Promise<void> => {
  const ending = endOnSignal();
  const say: Say = (text) => terminal.err(`${text}\n`);
  const { host, port } = config;
  const folder = resolve(config.data);
  const data = await openData(folder);
  const names = openNames(data.store, folder, role === 'serve');
  await untilPublished(data, { role, folder, names, first }, terminal, say);
  const log = logOutput();
  const tracing = await openTraces(config, say);
  const answerFirst = () => answerEarly(role, { data, config, log, tracing });
  const { early, awaited, done } = await takeUpNames(names, role, answerFirst);
  let jobs: Jobs | undefined;
  const moving: Moving = {
    before: names.prepare,
    ready: names.ready,
    moved: () => {
      jobs?.look();
      names.answerAhead(unanswered);
    },
    gone: (why) => {
      say(`licet: ${why}`);
      // A supervisor does not start it again: the setting is wrong by now.
      ending.now(2);
    },
  };
  const app = await appOf(role, { data, config, log, moving, tracing, early });
  const stops = [names.close];
  const unanswered = (cause: unknown): void =>
    app.log.error({ fault: String(cause) }, 'names could not be answered ahead');
  ending.by(app, async () => {
    for (const stop of stops) stop();
    await Promise.all([app.close(), jobs?.close()]);
    await Promise.all([data.close(), tracing?.close()]);
    log.flushSync();
  });
  await awaited();
  const follows = (await data.store.following()) !== null;
  const address = await listen(app, { host, port, settings: 'LICET' });
  await listenForMetrics(app, config, say);
  stops.push(followGenerations(data.store, app, moving));
  // Loaded when the process answers: nothing before needs them.
  const [{ startExpiry }, { startJobs }, { tellAddresses, tellState }, { keepYoung }] = await Promise.all([
    import('./jobs/expire-physicians.ts'),
    import('./do-jobs.ts'),
    import('./tell-start.ts'),
    import('./jobs/batches/give-back.ts'),
  ]);
  await tellState(data, config, follows, say);
  // Rows of physicians lie in the folder of each machine: whatever its process does, it erases them when they are due.
  const publishedAt = () => data.store.reader().reference.publishedAt ?? null;
  stops.push(startExpiry({ data: folder, clock: systemClock, publishedAt, log: app.log }));
  jobs = startJobs(app, config, { works: role !== 'serve', nights: config.nightly && !follows, tracing });
  const { look } = jobs;
  const failed = (cause: unknown): void =>
    app.log.error({ fault: String(cause) }, 'the names index could not be built');
  void done(failed).then(() => {
    look();
    names.answerAhead(unanswered);
  });
  await tellAddresses(data, role, address, say);
  keepYoung();
};

/** Starts what this role does and resolves when it listens; a signal ends it. Throws StartError with one clear line. */
export const runService = async (config: Config, doing: Doing, terminal: Terminal): Promise<void> => {
  try {
    nameProcess(`licet ${doing.role}`);
    await start(config, doing, terminal);
  } catch (cause) {
    throw storageFault(cause) === null ? cause : new StartError(folderFault(config.data, cause));
  }
};
