import type { Reader } from './registry-reader.ts';

/** A reader of a past generation holds a connection of its own: close it after use. */
export type PastReader = Reader & Readonly<{ close(): void }>;

/** Makes ready what questions need of this generation, before it answers. */
export type Preparing = (generation: number) => Promise<void>;

/** Makes the newest generation ready, and whichever is published meanwhile; gives the one that was newest in the end. */
export const prepareNewest = async (newest: () => Promise<number>, before?: Preparing): Promise<number> => {
  let generation = await newest();
  for (;;) {
    await before?.(generation);
    const now = await newest();
    if (now === generation) return now;
    generation = now;
  }
};

/** The published registry, generation by generation: what every answer reads. */
export interface Generations {
  /** The reader of the newest generation this store has been refreshed to; cheap, hold it for one question at a time. */
  reader(): Reader;
  /** The registry as it was in a past generation; undefined when there was no such generation. */
  readerAt(generation: number): Promise<PastReader | undefined>;
  /**
   * Moves `reader()` to the newest published generation, once `before` is done for that very generation: what is published meanwhile
   * is made ready too. True when it moved.
   */
  refresh(before?: Preparing): Promise<boolean>;
}
