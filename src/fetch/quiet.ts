import { shanghaiHour } from '../text/dates.ts';
import type { MannerContext } from './manner-context.ts';
import { type Manner, trouble } from './send.ts';

/** Hours of the day in Asia/Shanghai, `from` included, `to` excluded; `to` may lie after midnight. */
export type QuietWindow = Readonly<{ from: number; to: number }>;

const HOUR_MS = 3_600_000;

const inWindow = (hour: number, { from, to }: QuietWindow): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to;

/** The instant at which the window next closes. */
const closes = (now: Date, window: QuietWindow): number => {
  const hours = (window.to - shanghaiHour(now) + 24) % 24;
  return Math.floor(now.getTime() / HOUR_MS) * HOUR_MS + hours * HOUR_MS;
};

/** Leaves hosts alone in their quiet hours (the NHC's queries close from one to five): `deferred` until they end. */
export const quiet =
  (window: QuietWindow | null, context: MannerContext): Manner =>
  (next) =>
  async (hop) => {
    const now = context.now();
    if (window === null || !inWindow(shanghaiHour(now), window)) return next(hop);
    return trouble('deferred', 'quiet hours in Asia/Shanghai', { until: closes(now, window) });
  };
