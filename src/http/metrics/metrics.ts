import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Deps } from '../deps.ts';
import { requestTimes } from './request-times.ts';
import { readSources, sourceGauges } from './source-gauges.ts';
import { readWork, workGauges } from './work-gauges.ts';

/** Measures requests; `observe` is on the path of every answer. */
export type Metrics = Readonly<{
  observe(route: string, method: string, status: number, seconds: number): void;
  /** The Prometheus text of all there is to know. */
  text(deps: Deps): Promise<string>;
  contentType: string;
}>;

/** A registry of its own per service, so that two services in one process (tests) do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const times = requestTimes();
  const gauges = sourceGauges([registry]);
  const work = workGauges([registry]);
  return {
    observe: times.observe,
    text: async (deps) => {
      await readSources(gauges, deps);
      await readWork(work, deps);
      return `${await registry.metrics()}\n${times.text()}`;
    },
    contentType: registry.contentType,
  };
};
