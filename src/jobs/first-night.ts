import { ToldFault } from '../store/storage-fault.ts';
import type { FirstNightCalls, FirstNightEvent } from './first-night-worker.ts';
import type { NightReport } from './night.ts';
import { openChannel } from './worker-channel.ts';

/**
 * Most of what V8 keeps for young objects in the thread of a first night, in MB: rows live for as long as they are placed, and a
 * smaller room has them looked through again and again. It is given back when the thread ends.
 */
const YOUNG_MB = 96;

/**
 * Reads the bundled sources into an empty data folder and publishes them, in a thread of its own: the one that will answer loads what
 * answers meanwhile. Throws what the store throws.
 */
export const firstNight = async (
  data: string,
  hear: (event: FirstNightEvent) => void,
): Promise<NightReport> => {
  const worker = openChannel<FirstNightCalls, FirstNightEvent>({
    file: new URL('./first-night-worker.ts', import.meta.url),
    data: null,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  try {
    const outcome = await worker.call('read', { data }, hear);
    if ('fault' in outcome) throw new ToldFault(outcome.fault);
    return outcome.report;
  } finally {
    // Nobody waits until the thread has closed its files and is gone.
    void worker.stop();
  }
};
