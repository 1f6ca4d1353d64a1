import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { copyBundledData, keptNames, TODAY } from './bundled-data.ts';

export { TODAY };

/** Opens `/metrics` of a service of tests. */
const METRICS_TOKEN = 'made-up-metrics-token';

/** What a service of tests measures, as Prometheus reads it. */
export const metricsOf = async (app: FastifyInstance): Promise<string> =>
  (await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).body;

/** What this service is called in tests: badges and receipts are signed in its name. `baseUrl: null` is the default of the product. */
const BASE = 'http://localhost:80';

export type Service = Readonly<{
  app: FastifyInstance;
  store: Store;
  archive: Archive;
  data: string;
  /** Every line logged so far. */
  log: () => string;
  close: () => Promise<void>;
}>;

const collector = () => {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
};

/**
 * The whole service on a real database filled by the real pipeline with the bundled sources (`only` some of them where a
 * test needs no more), in a folder of its own. `now` may be moved by the test; `before` is done to the folder before it is opened;
 * `more` takes the place of what the service opens by itself.
 */
export const openService = async (
  over: Partial<Config> = {},
  only?: readonly string[],
  now: () => Date = () => TODAY,
  before: (data: string) => void | Promise<void> = () => {},
  more: Partial<Parameters<typeof buildApp>[0]> = {},
): Promise<Service> => {
  const data = mkdtempSync(join(tmpdir(), 'licet-test-'));
  await copyBundledData(data, only);
  await before(data);
  const store = await openStore({ data });
  const archive = openArchive(data);
  await keptNames(store, data);
  const settings = readConfig({ LICET_DATA: data, LICET_METRICS_TOKEN: METRICS_TOKEN });
  const config = { ...settings, baseUrl: BASE, rateLimit: 0, ...over };
  const lines = collector();
  const app = await buildApp({ store, archive, config, clock: now, log: lines.stream, ...more });
  const close = async () => {
    await app.close();
    await store.close();
    await rm(data, { recursive: true, force: true });
  };
  return { app, store, archive, data, log: lines.text, close };
};

let whole: Promise<Service> | undefined;

/**
 * The service on all bundled lists, for those who only ask: opened once a process, and there until it ends. `close` leaves it to those that
 * come after.
 */
export const openWhole = async (): Promise<Service> => {
  whole ??= openService().then((service) => {
    process.once('exit', () => rmSync(service.data, { recursive: true, force: true }));
    return service;
  });
  return { ...(await whole), close: async () => undefined };
};

/** Lists that answer most questions and are read in a second, and the law by which surrogacy is prohibited. */
export const fewSources = [
  'cn-cfdi-trial-institutions',
  'cn-cfdi-aliases',
  'cn-moh-art-measures-2001',
  'cn-nhc-assisted-reproduction',
  'cn-nhc-restricted-technologies-2022',
  'intl-jci-events',
] as const;
