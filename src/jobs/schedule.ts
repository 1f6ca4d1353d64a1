import type { FetchSettings } from '../fetch/fetcher.ts';
import type { CreditKeys } from '../harvest/obtain/credits.ts';
import type { NightCalls, NightNews } from './night-worker.ts';
import { type Channel, openChannel } from './worker-channel.ts';

/** What the night worker, the thread that reads the sources, is started with. */
export type ScheduleSettings = Readonly<{
  data: string;
  contact: string | null;
  /** Whether addresses outside may be opened; without it only what ships with the product is read. */
  fetch: boolean;
  /** Keys of interfaces that want one. */
  keys?: CreditKeys | undefined;
  /** How often the thread looks what is due, as a cron expression. */
  look: string;
  jitterMs: number;
  /** Another folder of sources, and an origin on this machine: for tests, which pass them in code. */
  catalogue?: string | undefined;
  fetchSettings?: Partial<FetchSettings> | undefined;
}>;

/** The worker looks every minute what is due; sources due at the same hour are spread over forty minutes. */
export const SCHEDULE_DEFAULTS = { look: '* * * * *', jitterMs: 2_400_000 } as const;

type Schedule = Readonly<{
  /** Lets the source under way finish for at most `graceMs` milliseconds (five seconds when left out), then ends the thread. */
  stop: (graceMs?: number) => Promise<void>;
}>;

/** A worker that broke down is started anew after this long. */
const RESTART_MS = 60_000;

type Log = Readonly<{
  info: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}>;

const write = (log: Log, news: NightNews): void => {
  if (news.news === 'fault') log.error({ fault: news.fault }, 'the night failed');
  else if (news.news === 'source')
    log.info({ source: news.source, state: news.state, refusals: news.refusals }, 'a source was read');
  else {
    const { id, generation, raised, ms, sources } = news.report;
    log.info({ night: id, generation, raised, ms, sources: sources.length }, 'the night is over');
  }
};

/**
 * Reads the sources when they are due, in a thread of its own with its own connection: the thread that answers never waits
 * for a page, a parser or a transaction. `heard` is told what the thread tells.
 */
export const startSchedule = (
  settings: ScheduleSettings,
  log: Log,
  restartMs = RESTART_MS,
  heard: (news: NightNews) => void = () => undefined,
): Schedule => {
  let restart: NodeJS.Timeout | undefined;
  const start = (): Channel<NightCalls, NightNews> =>
    openChannel<NightCalls, NightNews>({
      file: new URL('./night-worker.ts', import.meta.url),
      data: settings,
      hear: (news) => {
        write(log, news);
        heard(news);
      },
      ended: (cause) => {
        log.error({ fault: String(cause.cause ?? cause.message) }, 'the night worker broke down');
        restart = setTimeout(() => {
          current = start();
        }, restartMs);
        restart.unref();
      },
    });
  let current = start();
  return {
    stop: async (graceMs) => {
      clearTimeout(restart);
      await current.stop(graceMs);
    },
  };
};
