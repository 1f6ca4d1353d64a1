import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { daysBetween, earliest, shanghaiDay } from '../../kit/dates.ts';
import type { Deps } from '../deps.ts';

/** Measures requests; `observe` is on the path of every answer. */
export type Meter = Readonly<{
  observe(route: string, method: string, status: number, seconds: number): void;
  /** The Prometheus text of all there is to know. */
  text(deps: Deps): Promise<string>;
  contentType: string;
}>;

const sourceGauges = (registers: Registry[]) => ({
  generation: new Gauge({ name: 'licet_generation', help: 'Registry generation that answers', registers }),
  age: new Gauge({
    name: 'licet_source_age_days',
    help: 'Days since the date of the newest accepted edition',
    labelNames: ['source'],
    registers,
  }),
  limit: new Gauge({
    name: 'licet_source_freshness_days',
    help: 'Days after which the source may no longer decide',
    labelNames: ['source'],
    registers,
  }),
  answers: new Gauge({ name: 'licet_cached_answers', help: 'Finished answers kept', registers }),
  bytes: new Gauge({ name: 'licet_cached_answer_bytes', help: 'Bytes of finished answers kept', registers }),
});

const readSources = (gauges: ReturnType<typeof sourceGauges>, deps: Deps): void => {
  const { reference, generation } = deps.reader();
  const today = shanghaiDay(deps.clock());
  gauges.generation.set(generation);
  const { entries, bytes } = deps.answers.size();
  gauges.answers.set(entries);
  gauges.bytes.set(bytes);
  gauges.age.reset();
  for (const [source, { descriptor, editions }] of reference.sources) {
    const asOf = editions.at(-1)?.asOf ?? null;
    if (asOf !== null) gauges.age.set({ source }, daysBetween(earliest(asOf), today));
    if (descriptor.freshnessDays !== null) gauges.limit.set({ source }, descriptor.freshnessDays);
  }
};

/** A registry of its own per service, so that two services in one process (tests) do not mix. */
export const createMeter = (): Meter => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'licet_request_seconds',
    help: 'Time to answer, by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const gauges = sourceGauges([registry]);
  const children = new Map<string, ReturnType<typeof durations.labels>>();
  return {
    observe: (route, method, status, seconds) => {
      const key = `${status}${method}${route}`;
      let child = children.get(key);
      if (child === undefined) {
        child = durations.labels(route, method, String(status));
        children.set(key, child);
      }
      child.observe(seconds);
    },
    text: (deps) => {
      readSources(gauges, deps);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};
