import type { Reader } from './registry-reader.ts';

/** A reader of a past generation holds a connection of its own: close it after use. */
export type PastReader = Reader & Readonly<{ close(): void }>;

/** What is done as a newer generation is taken up: with the older one alone there, and with the reader that is about to answer. */
export type TakingUp = Readonly<{
  /** Makes ready what questions need of this generation, or of a newer one, before it is opened; gives which one it was. */
  before?: (generation: number) => Promise<number>;
  ready?: (next: Reader) => Promise<void>;
}>;

/** Makes the newest generation ready, and whichever is published meanwhile; gives the one that was newest in the end. */
export const prepareNewest = async (
  newest: () => Promise<number>,
  before?: TakingUp['before'],
): Promise<number> => {
  for (let generation = await newest(); ; ) {
    const made = (await before?.(generation)) ?? generation;
    generation = await newest();
    if (generation <= made) return generation;
  }
};

/**
 * Makes the newest generation ready and gives the one that is: for an engine that opens any generation. Who followed whatever is published
 * meanwhile would answer from the oldest one for as long as publications come faster than an index is built.
 */
export const prepareOnce = async (
  newest: () => Promise<number>,
  before?: TakingUp['before'],
): Promise<number> => {
  const generation = await newest();
  return (await before?.(generation)) ?? generation;
};

/** The published registry, generation by generation: what every answer reads. */
export interface Generations {
  /** The reader of the newest generation this store has been refreshed to; cheap, hold it for one question at a time. */
  reader(): Reader;
  /** The registry as it was in a past generation; undefined when there was no such generation. */
  readerAt(generation: number): Promise<PastReader | undefined>;
  /**
   * Moves `reader()` to the newest published generation, once both are done for that very generation. What is published meanwhile
   * is made ready too, or is left to the next call where an engine opens any generation. Until then the older one answers. True when it moved. Where an engine can be put back to an earlier state under
   * whoever reads it, it moves back too, and its reader refuses what is asked until what stands there was found to be whole.
   */
  refresh(taking?: TakingUp): Promise<boolean>;
  /**
   * Calls `heard` soon after another process published, where the engine can tell; what is lost on the way is not said again, so whoever
   * listens looks now and then all the same. Gives the function that ends it.
   */
  whenPublished(heard: () => void): () => Promise<void>;
}
