import { type Channel, openChannel, WorkerEnded } from '../worker-channel.ts';
import type { PackCalls, PackSettings } from './pack-worker.ts';

type Log = Readonly<{
  info: (about: object, text: string) => void;
  error: (about: object, text: string) => void;
}>;

type Packing = Readonly<{
  /** Has the packs of the newest generation made, unless they are there; at once, or after those that are being made. */
  look: () => void;
  close: () => Promise<void>;
}>;

/** Makes packs in a thread of its own, which is there only while it works: nobody who is answered waits for it. */
export const startPacks = (settings: PackSettings, log: Log): Packing => {
  let worker: Channel<PackCalls, never> | null = null;
  let [working, again, closed]: [Promise<void> | null, boolean, boolean] = [null, false, false];
  const publish = async (): Promise<void> => {
    const own = openChannel<PackCalls>({
      file: new URL('./pack-worker.ts', import.meta.url),
      data: settings,
    });
    worker = own;
    const generation = await own.call('publish', null);
    if (generation !== null) log.info({ generation }, 'packs were made');
    worker = null;
    await own.stop();
  };
  const look = (): void => {
    if (closed) return;
    if (working !== null) {
      again = true;
      return;
    }
    working = publish()
      .catch((cause: unknown) => {
        if (!closed) log.error({ fault: String(cause) }, 'no pack was made of this generation');
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
      // What it is at is begun again at the next start; an unfinished pack is never seen.
      await worker?.end(new WorkerEnded('stopped', 'the service closes'));
      await working;
    },
  };
};
