import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { folderFault } from './cli/folder-fault.ts';
import { terminalOf } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import { type Config, ConfigError, loadDotEnv, readConfig } from './config.ts';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { startAside } from './jobs/aside.ts';
import { openFolder, type Registry } from './jobs/data-folder.ts';
import { checkPhysicians } from './jobs/doctor/check-physicians.ts';
import { checkChain } from './jobs/doctor/check-records.ts';
import { inOneLine } from './jobs/doctor/finding.ts';
import { startExpiry } from './jobs/expire-physicians.ts';
import { openNames } from './jobs/names/names-index.ts';
import { nightSpans } from './jobs/night-spans.ts';
import { SCHEDULE_DEFAULTS, startSchedule } from './jobs/schedule.ts';
import { closeOnSignal, followGenerations, listen, StartError, singleFlight } from './serve.ts';
import { keepStateIn } from './store/open-store.ts';
import { storageFault } from './store/storage-fault.ts';

const terminal = terminalOf(process.stdout, process.stderr);
const say = (text: string): void => terminal.err(`${text}\n`);

const openData = async (folder: string): Promise<Registry> => {
  try {
    return await openFolder(folder);
  } catch (cause) {
    throw new StartError(folderFault(folder, cause));
  }
};

/** The first start reads what ships with the product; later ones find it done and read nothing. */
const fill = async (data: Registry, folder: string): Promise<void> => {
  if (data.store.reader().generation > 0) return;
  say('First start: reading the bundled sources.');
  const [{ harvestNow }, { readOnce }] = await Promise.all([
    import('./cli/registry.ts'),
    import('./jobs/first-start.ts'),
  ]);
  const read = () => harvestNow(data, terminal, systemClock());
  const waiting = (why: string): void => say(`Waiting for another process: ${why}.`);
  const night = await readOnce({ store: data.store, clock: systemClock }, read, waiting);
  if (data.store.reader().generation > 0) return;
  const [why = 'no source could be read'] = (night?.sources ?? []).flatMap(({ refusals }) => refusals);
  throw new StartError(`${folder} holds nothing to answer from: ${why}`);
};

/** Log lines are written some at a time: a write a line costs a fifth of an answer. At most a second's lines wait. */
const logOutput = () => pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: 1000 });

/** What is worked out anew of each generation while the service answers: changes of verdicts, and packs. */
const startAsides = ({ data, packs, baseUrl }: Config, { log }: FastifyInstance) => {
  const folder = resolve(data);
  const compare = new URL('./jobs/headlines/headline-worker.ts', import.meta.url);
  const pack = new URL('./jobs/packs/pack-worker.ts', import.meta.url);
  const settings = { data: folder, publisher: baseUrl };
  return [
    startAside({ file: compare, settings, what: 'comparing verdicts' }, log),
    ...(packs ? [startAside({ file: pack, settings, what: 'making packs' }, log)] : []),
  ];
};

/** Traces, where a collector is named; OpenTelemetry is loaded for them alone. */
const openTraces = async ({ traces }: Config): Promise<Tracing | undefined> => {
  if (traces === null) return undefined;
  const { openTracing } = await import('./fetch/traces/open-tracing.ts');
  return openTracing(traces, (cause) => say(`Traces were not sent: ${String(cause)}`));
};

/** What is measured, on the port of its own where one is set. */
const listenForMetrics = async (app: FastifyInstance, { metrics }: Config): Promise<void> => {
  if (app.metricsApart === undefined || metrics.listener === null) return;
  const address = await listen(app.metricsApart, { ...metrics.listener, settings: 'LICET_METRICS' });
  say(`Metrics: ${address}/metrics`);
};

const start = async (config: Config): Promise<void> => {
  const { host, port } = config;
  const data = await openData(resolve(config.data));
  await fill(data, config.data);
  const names = openNames(data.store, resolve(config.data));
  await names.ready();
  const log = logOutput();
  const moved = (): void => {
    for (const aside of asides) aside.look();
    names.ready().catch((fault: unknown) => app.log.error({ fault: String(fault) }, 'no names index'));
  };
  const moving = { before: singleFlight(names.prepare), moved };
  const tracing = await openTraces(config);
  const app = await buildApp({ ...data, config, clock: systemClock, log, moving, tracing });
  const asides = startAsides(config, app);
  const address = await listen(app, { host, port, settings: 'LICET' });
  await listenForMetrics(app, config);
  const unfollow = followGenerations(data.store, app, moving);
  const found = [...(await checkChain(data.store.integrity)), ...(await checkPhysicians(config.data))];
  for (const one of found) say(`Look at this: ${inOneLine(one)}.`);
  const { contact, fetch, keys, nightly, whyNoFetch } = config;
  if (config.baseUrl === null)
    say('Nothing is signed (badges, credentials, receipts): LICET_BASE_URL is not set.');
  if (nightly && whyNoFetch !== null) say(`Only bundled lists are read: ${whyNoFetch}.`);
  const folder = resolve(config.data);
  const following = await data.store.following();
  if (following !== null) say('This folder follows a publisher by packs: no list is read here.');
  const schedule =
    nightly && following === null
      ? startSchedule(
          { ...SCHEDULE_DEFAULTS, data: folder, contact, fetch, keys },
          app.log,
          undefined,
          tracing && nightSpans(tracing.record, systemClock),
        )
      : null;
  const stopExpiry = startExpiry({
    data: folder,
    clock: systemClock,
    publishedAt: () => data.store.reader().reference.publishedAt ?? null,
    log: app.log,
  });
  for (const aside of asides) aside.look();
  closeOnSignal(app, async () => {
    unfollow();
    stopExpiry();
    await Promise.all([app.close(), schedule?.stop(), ...asides.map((aside) => aside.close())]);
    await Promise.all([data.close(), tracing?.close()]);
    log.flushSync();
  });
  const { institutions } = await data.store.reader().counts();
  say(`Licet answers from generation ${data.store.reader().generation}, ${institutions} institutions:`);
  say(`  ${address}/v1/verify?name=Ruijin%20Hospital&claim=jci`);
  say(`  ${address}/docs`);
  say(`  ${address}/`);
};

const run = async (config: Config): Promise<void> => {
  if (config.database !== null) keepStateIn(config.data, config.database);
  try {
    await start(config);
  } catch (cause) {
    throw storageFault(cause) === null ? cause : new StartError(folderFault(config.data, cause));
  }
};

try {
  loadDotEnv();
  await run(readConfig());
} catch (cause) {
  if (!(cause instanceof ConfigError || cause instanceof StartError)) throw cause;
  say(`licet: ${cause.message}`);
  process.exit(cause instanceof ConfigError ? 2 : 1);
}
