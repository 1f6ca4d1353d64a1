import { forgottenBefore } from '../http/pages/reports/receive-report.ts';
import { openPractitioners, type Practitioners } from '../registry/practitioners.ts';
import { forgetClosedRequests } from '../registry/rights-requests.ts';
import { hasPractitioners, openServiceState } from '../store/open-store.ts';
import { daysBetween, shanghaiDay } from '../text/dates.ts';

/** The clock may be so many days after what it is compared with; a machine that was off for longer asks its operator. */
const LONGEST_DAYS = 32;

/** Rows erased, or one sentence on why none was. */
type Expired = Readonly<{ erased: number }> | Readonly<{ refused: string }>;

/**
 * Why a clock is not believed; null when it is. Erasing cannot be undone, so a clock that ran ahead must erase nothing: it may not
 * stand before the newest generation, nor long after the last erasure (before there was one: after the newest generation).
 * @param publishedAt when the newest generation was published, ISO 8601; null for none
 */
const doubtOf = (now: Date, publishedAt: string | null, lastDay: string | null): string | null => {
  if (publishedAt === null) return 'no generation is published that the clock could be compared with';
  if (now.getTime() < Date.parse(publishedAt))
    return `the clock says ${now.toISOString()}, before the newest generation (${publishedAt})`;
  const [what, day] =
    lastDay === null
      ? ['the newest generation', shanghaiDay(new Date(publishedAt))]
      : ['the last erasure', lastDay];
  const days = daysBetween(day, shanghaiDay(now));
  return Math.abs(days) > LONGEST_DAYS
    ? `the clock says ${now.toISOString()}, ${days} days after ${what} (${day})`
    : null;
};

/**
 * Deletes physicians' rows and notes that have reached their term (docs/data-protection.md), unless the clock cannot be believed.
 * @param clockIsRight the operator says so, whatever it is compared with
 */
export const expirePhysicians = async (
  people: Pick<Practitioners, 'expire' | 'lastExpiry'>,
  now: Date,
  publishedAt: string | null,
  clockIsRight = false,
): Promise<Expired> => {
  const doubt = clockIsRight ? null : doubtOf(now, publishedAt, await people.lastExpiry());
  if (doubt === null) return { erased: await people.expire(now) };
  return {
    refused: `no row of a physician is erased: ${doubt}; set the clock, or say licet practitioner expire --clock-is-right`,
  };
};

const LOOK_MS = 3_600_000;

type Log = Readonly<{
  info: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}>;

/** What the job is done with; `publishedAt` is asked anew every time. */
type ExpiryNeeds = Readonly<{ data: string; clock: () => Date; publishedAt: () => string | null; log: Log }>;

/** Once on a day in Asia/Shanghai, for a data folder that has rows; what goes wrong is tried again an hour later. */
export const openDailyExpiry = ({ data, clock, publishedAt, log }: ExpiryNeeds): (() => Promise<void>) => {
  let done = '';
  return async () => {
    const today = shanghaiDay(clock());
    if (done === today || !hasPractitioners(data)) return;
    try {
      const people = openPractitioners(data);
      const found = await expirePhysicians(people, clock(), publishedAt()).finally(people.close);
      if ('refused' in found) log.error({}, found.refused);
      else log.info({ rows: found.erased }, 'physicians’ rows past their term are erased');
      done = today;
    } catch (cause) {
      log.error({ fault: cause instanceof Error ? cause.message : String(cause) }, 'no row was erased');
    }
  };
};

/**
 * Once on a day: removes requests of physicians that were closed, and reports of errors that were answered, long enough ago. What goes wrong is tried again an hour later. The clock is not
 * doubted here: of what is answered, nothing is lost but that its sender can read the answer again.
 */
export const openDailyForgetting = ({ data, clock, log }: Omit<ExpiryNeeds, 'publishedAt'>) => {
  let done = '';
  return async (): Promise<void> => {
    const today = shanghaiDay(clock());
    if (done === today) return;
    try {
      const state = openServiceState(data);
      const forget = async (): Promise<Readonly<{ requests: number; reports: number }>> => ({
        requests: await forgetClosedRequests(state.rightsRequests, clock()),
        reports: await state.errorReports.forgetAnswered(forgottenBefore(clock())),
      });
      const { requests, reports } = await forget().finally(state.close);
      if (requests + reports > 0)
        log.info({ requests, reports }, 'closed requests and answered reports are forgotten');
      done = today;
    } catch (cause) {
      log.error(
        { fault: cause instanceof Error ? cause.message : String(cause) },
        'no request and no report was forgotten',
      );
    }
  };
};

/** Erases and forgets at the start and then as days go by; gives the function that stops it. */
export const startExpiry = (needs: ExpiryNeeds): (() => void) => {
  const [expire, forget] = [openDailyExpiry(needs), openDailyForgetting(needs)];
  const look = async (): Promise<void> => {
    await expire();
    await forget();
  };
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
};
