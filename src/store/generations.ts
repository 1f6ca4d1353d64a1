import type { Reader } from './registry-reader.ts';

/** A reader of a past generation holds a connection of its own: close it after use. */
export type PastReader = Reader & Readonly<{ close(): void }>;

/** The published registry, generation by generation: what every answer reads. */
export interface Generations {
  /** The reader of the newest generation this store has been refreshed to; cheap, hold it for one question at a time. */
  reader(): Reader;
  /** The registry as it was in a past generation; undefined when there was no such generation. */
  readerAt(generation: number): Promise<PastReader | undefined>;
  /** Moves `reader()` to the newest published generation, once `before` is done. True when it moved. */
  refresh(before?: () => Promise<void>): Promise<boolean>;
}
