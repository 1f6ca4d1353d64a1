import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ageingLists } from '../../ask/ageing-lists.ts';
import { daysBetween, earliest, shanghaiDay } from '../../text/dates.ts';
import type { Deps } from '../deps.ts';

/** Measures requests; `observe` is on the path of every answer. */
export type Metrics = Readonly<{
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
  left: new Gauge({
    name: 'licet_source_days_left',
    help: 'Days for which the newest edition may still decide; said from three quarters of its time on',
    labelNames: ['source'],
    registers,
  }),
  stake: new Gauge({
    name: 'licet_source_answers_at_stake',
    help: 'Answers that change once the source may no longer decide; said from 30 days before on',
    labelNames: ['source'],
    registers,
  }),
  altered: new Gauge({
    name: 'licet_altered_records',
    help: 'Stored records found not to match their hash, in the generation that answers',
    registers,
  }),
  answers: new Gauge({ name: 'licet_cached_answers', help: 'Finished answers kept', registers }),
  bytes: new Gauge({ name: 'licet_cached_answer_bytes', help: 'Bytes of finished answers kept', registers }),
});

const readSources = async (gauges: ReturnType<typeof sourceGauges>, deps: Deps): Promise<void> => {
  const reader = deps.reader();
  const { reference, generation, altered } = reader;
  const today = shanghaiDay(deps.clock());
  gauges.generation.set(generation);
  gauges.altered.set(altered?.size ?? 0);
  const { entries, bytes } = deps.answers.size();
  gauges.answers.set(entries);
  gauges.bytes.set(bytes);
  gauges.age.reset();
  for (const [source, { descriptor, editions }] of reference.sources) {
    const asOf = editions.at(-1)?.asOf ?? null;
    if (asOf !== null) gauges.age.set({ source }, daysBetween(earliest(asOf), today));
    if (descriptor.freshnessDays !== null) gauges.limit.set({ source }, descriptor.freshnessDays);
  }
  gauges.left.reset();
  gauges.stake.reset();
  for (const { source, daysLeft, answersAtStake } of await ageingLists(reader, deps.clock())) {
    gauges.left.set({ source }, daysLeft);
    if (answersAtStake !== null) gauges.stake.set({ source }, answersAtStake);
  }
};

/** Upper edges of the duration buckets, in seconds. */
const EDGES = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] as const;

type Row = { readonly labels: string; readonly counts: Uint32Array; sum: number; count: number };

const escaped = (label: string): string =>
  label.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));

const rowText = ({ labels, counts, sum, count }: Row): string => {
  let below = 0;
  const buckets = EDGES.map((edge, index) => {
    below += counts[index] ?? 0;
    return `licet_request_seconds_bucket{le="${edge}",${labels}} ${below}`;
  });
  return [
    ...buckets,
    `licet_request_seconds_bucket{le="+Inf",${labels}} ${count}`,
    `licet_request_seconds_sum{${labels}} ${sum}`,
    `licet_request_seconds_count{${labels}} ${count}`,
  ].join('\n');
};

/** A histogram that costs a map look-up and an addition a request; prom-client's hashes its labels every time. */
const requestTimes = () => {
  const rows = new Map<string, Row>();
  const row = (key: string, route: string, method: string, status: number): Row => {
    const labels = `route="${escaped(route)}",method="${method}",status="${status}"`;
    const made = { labels, counts: new Uint32Array(EDGES.length), sum: 0, count: 0 };
    rows.set(key, made);
    return made;
  };
  return {
    observe: (route: string, method: string, status: number, seconds: number): void => {
      const key = `${status}${method}${route}`;
      const of = rows.get(key) ?? row(key, route, method, status);
      of.sum += seconds;
      of.count += 1;
      const bucket = EDGES.findIndex((edge) => seconds <= edge);
      if (bucket !== -1) of.counts[bucket] = (of.counts[bucket] ?? 0) + 1;
    },
    text: (): string =>
      [
        '# HELP licet_request_seconds Time to answer, by route pattern, method and status',
        '# TYPE licet_request_seconds histogram',
        ...[...rows.values()].map(rowText),
        '',
      ].join('\n'),
  };
};

/** A registry of its own per service, so that two services in one process (tests) do not mix. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const times = requestTimes();
  const gauges = sourceGauges([registry]);
  return {
    observe: times.observe,
    text: async (deps) => {
      await readSources(gauges, deps);
      return `${await registry.metrics()}\n${times.text()}`;
    },
    contentType: registry.contentType,
  };
};
