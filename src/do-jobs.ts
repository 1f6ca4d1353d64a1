import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Tracing } from './fetch/traces/open-tracing.ts';
import { startAside } from './jobs/aside.ts';
import { nightSpans } from './jobs/night-spans.ts';
import { SCHEDULE_DEFAULTS, startSchedule } from './jobs/schedule.ts';

/** What is worked out anew of each generation while others ask: changes of verdicts, and packs. */
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

/** The jobs of a process that works: `look` has done what a newer generation asks for. */
export type Jobs = Readonly<{ look: () => void; close: () => Promise<void> }>;

const NO_JOBS: Jobs = { look: () => undefined, close: async () => undefined };

/**
 * Starts the jobs that lie beside the lists and watches of `app`: nights and proofs in a thread of their own, and what is worked out of
 * each generation. `nights`: false for a folder that follows a publisher by packs. Where `works` is false nothing is started.
 */
export const startJobs = (
  app: FastifyInstance,
  config: Config,
  { works, nights, tracing }: Readonly<{ works: boolean; nights: boolean; tracing: Tracing | undefined }>,
): Jobs => {
  if (!works) return NO_JOBS;
  const { data, contact, fetch, keys } = config;
  const asides = startAsides(config, app);
  const schedule = nights
    ? startSchedule(
        { ...SCHEDULE_DEFAULTS, data: resolve(data), contact, fetch, keys },
        app.log,
        undefined,
        tracing && nightSpans(tracing.record, systemClock),
      )
    : null;
  return {
    look: () => {
      for (const aside of asides) aside.look();
    },
    close: async () => {
      await Promise.all([schedule?.stop(), ...asides.map((aside) => aside.close())]);
    },
  };
};
