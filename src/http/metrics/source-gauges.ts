import { Gauge, type Registry } from 'prom-client';
import { ageingLists } from '../../ask/ageing-lists.ts';
import { daysBetween, earliest, shanghaiDay } from '../../text/dates.ts';
import type { Deps } from '../deps.ts';

/** What the lists say of themselves: generation, age of each source, and how long it may still decide. */
export const sourceGauges = (registers: Registry[]) => ({
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

/** Sets them from the generation that answers. */
export const readSources = async (gauges: ReturnType<typeof sourceGauges>, deps: Deps): Promise<void> => {
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
