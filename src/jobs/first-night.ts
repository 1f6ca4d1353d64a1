import { ToldFault } from '../store/storage-fault.ts';
import type { FirstNightCalls, FirstNightEvent } from './first-night-worker.ts';
import type { NightReport } from './night.ts';
import { openChannel } from './worker-channel.ts';

/**
 * Most of what V8 keeps for young objects in the thread of a first night, in MB: rows live for as long as they are placed, and a
 * smaller room has them looked through again and again. It is given back when the thread ends.
 */
const YOUNG_MB = 96;

/** The thread of a first night. */
export type FirstNight = Readonly<{
  /** Reads the bundled sources into an empty data folder and publishes them, once. Throws what the store throws. */
  read: (data: string, hear: (event: FirstNightEvent) => void) => Promise<NightReport>;
  /** Lets it go unread. */
  leave: () => void;
}>;

/**
 * Opens the thread of a first night, which loads what reads; the one that will answer may open the folder meanwhile, and loads what answers
 * while rows are placed. Native code is loaded by `read` alone, so that a process may end before it.
 */
export const openFirstNight = (): FirstNight => {
  const worker = openChannel<FirstNightCalls, FirstNightEvent>({
    file: new URL('./first-night-worker.ts', import.meta.url),
    data: null,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Nobody waits until the thread has closed its files and is gone.
  const leave = (): void => void worker.stop();
  return {
    read: async (data, hear) => {
      try {
        const outcome = await worker.call('read', { data }, hear);
        if ('fault' in outcome) throw new ToldFault(outcome.fault);
        return outcome.report;
      } finally {
        leave();
      }
    },
    leave,
  };
};
