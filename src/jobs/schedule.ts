import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FetchSettings } from '../fetch/fetcher.ts';
import type { Keys } from '../harvest/obtain/credits.ts';
import type { WorkerNews } from './night-worker.ts';

/** What the thread that reads the sources is given. */
export type ScheduleSettings = Readonly<{
  data: string;
  contact: string | null;
  /** Whether addresses outside may be opened; without it only what ships with the product is read. */
  fetch: boolean;
  /** Keys of interfaces that want one. */
  keys?: Keys | undefined;
  /** How often the thread looks what is due, as a cron expression. */
  look: string;
  jitterMs: number;
  /** Another folder of sources, and an origin on this machine: for tests, which pass them in code. */
  catalogue?: string | undefined;
  fetchSettings?: Partial<FetchSettings> | undefined;
}>;

/** A look a minute; sources of one hour are spread over forty minutes. */
export const SCHEDULE_DEFAULTS = { look: '* * * * *', jitterMs: 2_400_000 } as const;

export type Schedule = Readonly<{
  /** Lets the source under way finish for at most `graceMs`, then ends the thread. */
  stop: (graceMs?: number) => Promise<void>;
}>;

const GRACE_MS = 5_000;
/** A thread that broke down is started anew after this long. */
const RESTART_MS = 60_000;

type Log = Readonly<{
  info: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}>;

const say = (log: Log, news: WorkerNews): void => {
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
 * for a page, a parser or a transaction.
 */
export const startSchedule = (settings: ScheduleSettings, log: Log): Schedule => {
  let stopped = false;
  let restart: NodeJS.Timeout | undefined;
  const start = (): Worker => {
    const worker = new Worker(new URL('./night-worker.ts', import.meta.url), { workerData: settings });
    worker.on('message', (news: WorkerNews) => say(log, news));
    worker.on('error', (fault) => log.error({ fault: fault.stack }, 'the thread of the night broke down'));
    worker.on('exit', () => {
      if (stopped) return;
      restart = setTimeout(() => {
        current = start();
      }, RESTART_MS);
      restart.unref();
    });
    return worker;
  };
  let current = start();
  return {
    stop: async (graceMs = GRACE_MS) => {
      stopped = true;
      clearTimeout(restart);
      const ended = once(current, 'exit');
      current.postMessage('stop');
      const late = setTimeout(() => void current.terminate(), graceMs);
      await ended;
      clearTimeout(late);
    },
  };
};
