import type { Answers, Epoch } from '../ask/answers.ts';
import { AlteredRecordError } from '../store/integrity/altered-record.ts';
import type { Compared, StaleEntry, WatchBasis, WatchStore } from '../store/service/watches.ts';
import { eventBetween } from './event.ts';
import { toldOf } from './told.ts';

/** Entries that are asked anew and written together: a transaction of a few milliseconds. */
const SLICE = 25;

/** What the entries of watches are compared on. */
export const basisOf = ({ key, reader }: Epoch): WatchBasis => ({ key, generation: reader.generation });

/** What comparing needs; `pause` is awaited between slices, so that others get their turn. */
type CompareNeeds = Readonly<{
  watches: Pick<WatchStore, 'stale' | 'tell'>;
  answers: Pick<Answers, 'epoch' | 'verdict'>;
  clock: () => Date;
  base: string;
  pause: () => Promise<void>;
}>;

const compareOne = async (
  { answers, clock, base }: CompareNeeds,
  epoch: Epoch,
  entry: StaleEntry,
): Promise<Compared> => {
  try {
    const told = toldOf(await answers.verdict(epoch, { ...entry.question, lang: entry.watch.lang }));
    return { entry, told, event: eventBetween(entry, told, { base, at: clock().toISOString() }) };
  } catch (cause) {
    // Nothing may be said from an altered record (the doctor tells of it); the entry is asked again in the next generation.
    if (cause instanceof AlteredRecordError) return { entry, told: entry.told, event: null };
    throw cause;
  }
};

/**
 * Asks every entry anew that was not compared with the answers of this generation, policy and day, and writes an event for each that
 * changed. Each slice is on the disk with its events before the next one begins: whatever ends the process, the next call goes on
 * where this one stopped, and tells nothing twice. Gives how many entries were compared and how many events written.
 */
export const compareWatches = async (
  needs: CompareNeeds,
): Promise<Readonly<{ compared: number; events: number }>> => {
  const { watches, answers, pause } = needs;
  for (let [compared, events] = [0, 0]; ; ) {
    const epoch = answers.epoch();
    const basis = basisOf(epoch);
    const stale = await watches.stale(basis, SLICE);
    if (stale.length === 0) return { compared, events };
    const found: Compared[] = [];
    for (const entry of stale) found.push(await compareOne(needs, epoch, entry));
    events += await watches.tell(found, basis);
    compared += stale.length;
    await pause();
  }
};
