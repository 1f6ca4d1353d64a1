import { type Channel, openChannel, WorkerEnded } from './worker-channel.ts';

/** The one call of a worker that works something out of the newest generation, and finds it done where it was. */
export type AsideCalls = Readonly<{ work: Readonly<{ given: null; answer: null }> }>;

type AsideSettings = Readonly<{
  /** The worker's file. */
  file: URL;
  /** What it is started with. */
  settings: Readonly<Record<string, unknown>>;
  /** What it does, for the log. */
  what: string;
}>;

type Log = Readonly<{
  info: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}>;

type Aside = Readonly<{
  /** Has the work done for the newest generation: at once, or after what is under way. */
  look: () => void;
  close: () => Promise<void>;
}>;

/** Does one kind of work in a thread of its own, which is there only while it works: nobody who is answered waits for it. */
export const startAside = ({ file, settings, what }: AsideSettings, log: Log): Aside => {
  let worker: Channel<AsideCalls, never> | null = null;
  let [working, again, closed]: [Promise<void> | null, boolean, boolean] = [null, false, false];
  const work = async (): Promise<void> => {
    const own = openChannel<AsideCalls>({ file, data: settings });
    worker = own;
    await own.call('work', null);
    log.info({ what }, 'work aside is done');
    worker = null;
    await own.stop();
  };
  const look = (): void => {
    if (closed) return;
    if (working !== null) {
      again = true;
      return;
    }
    working = work()
      .catch((cause: unknown) => {
        if (!closed)
          log.error({ what, fault: String(cause) }, 'work aside failed; it is done for the next generation');
      })
      .finally(() => {
        worker = null;
        working = null;
        if (!again) return;
        again = false;
        look();
      });
  };
  return {
    look,
    close: async () => {
      closed = true;
      // What it is at is begun again, or gone on with, at the next start.
      await worker?.end(new WorkerEnded('stopped', 'the service closes'));
      await working;
    },
  };
};
