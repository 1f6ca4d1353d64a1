/** A stored dossier: the hash it was published with, and whether its content still has that hash. */
export type StoredDossier = Readonly<{ institution: string; hash: string; whole: boolean }>;

/** A generation as its row says it was published. */
type PublishedGeneration = Readonly<{
  number: number;
  at: string;
  registryHash: string;
  chain: string | null;
}>;

/** A generation and the hash of the chain up to it. */
export type ChainLink = Readonly<{ number: number; chain: string }>;

/**
 * The signed head beside the registry, compared with the chain: `none`: nothing was published since there are heads; `good`: it is
 * the newest generation; `behind`: an earlier one of this chain; `foreign`: not of this chain, which was rolled back or edited;
 * `forged`: its signature does not hold, or its key is gone.
 */
export type HeadState = 'none' | 'good' | 'behind' | 'foreign' | 'forged';

/** What the chain of generations shows; `faults` in words, one a generation at most. */
export type ChainState = Readonly<{
  newest: Readonly<{ number: number; at: string; registryHash: string }> | null;
  faults: readonly string[];
  /** Generations of an earlier version that no chain holds yet. */
  unchained: number;
  head: HeadState;
  headNumber: number | null;
}>;

/** Whether what is stored is still what was published; nothing here changes anything but `sealAnew`. */
export interface Integrity {
  /** What the engine itself finds wrong with its file; empty when it is sound. */
  engineFaults(): Promise<readonly string[]>;
  /** All dossiers of a generation, by ascending id. */
  dossiers(generation: number): AsyncIterable<StoredDossier>;
  /** The registry hash of the newest generation as it is now; null while accepted pages wait for the next one. */
  registryHash(): Promise<string | null>;
  chain(): Promise<ChainState>;
  /** Every generation as it was published, oldest first; `chain` is null for those that no chain holds yet. */
  published(): Promise<readonly PublishedGeneration[]>;
  /** The chain up to this generation; undefined when there is none. */
  link(generation: number): Promise<ChainLink | undefined>;
  /** Signs the newest generation as the head, whatever the head said before: an operator's decision. */
  sealAnew(): Promise<void>;
}
