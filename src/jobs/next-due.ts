import { hash } from 'node:crypto';
import { Cron } from 'croner';
import type { SourceState } from '../../schema/reference.ts';
import type { Descriptor } from '../../schema/source.ts';

type LastRun = Pick<SourceState, 'lastRunAt' | 'lastRun'>;

type DueSettings = Readonly<{
  /** When this registry was begun: a source never read so far is first due at the next instant of its cadence after that. */
  begun: Date;
  /** Sources of one cadence are spread over this many milliseconds, by a delay drawn from source and night. */
  jitterMs: number;
}>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** How long after a run with this outcome it is tried again, whatever the cadence. */
const again: Readonly<Record<string, number>> = {
  deferred: HOUR_MS,
  failed: DAY_MS,
  challenged: DAY_MS,
  unreachable: DAY_MS,
};

const draw = (id: string, at: Date, jitterMs: number): number =>
  Number.parseInt(hash('sha256', `${id} ${at.toISOString()}`, 'hex').slice(0, 8), 16) % Math.max(1, jitterMs);

/**
 * The instant from which a source is due again; null for those nobody fetches by the clock. It counts from the last run,
 * not from now: what a sleeping service missed is due at once when it wakes, and once only.
 */
export const nextDue = (
  { id, how, cadence, pages, confirmedLive }: Descriptor,
  { lastRunAt, lastRun }: LastRun,
  { begun, jitterMs }: DueSettings,
): Date | null => {
  if (how !== 'fetched' || cadence === null) return null;
  // A search is asked up to 1,500 names a night: not by the clock before a person has seen that it answers as we read it.
  if (confirmedLive === null && pages.some(({ askFor }) => askFor !== undefined && askFor !== 'operator-id'))
    return null;
  const since = lastRunAt === null ? begun : new Date(lastRunAt);
  const next = new Cron(cadence, { timezone: 'Asia/Shanghai', paused: true }).nextRun(since);
  if (next === null) return null;
  const regular = next.getTime() + draw(id, next, jitterMs);
  const wait = lastRun === null ? undefined : again[lastRun];
  return new Date(wait === undefined ? regular : Math.min(regular, since.getTime() + wait));
};
