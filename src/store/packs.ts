import type { Descriptor } from '../../schema/source.ts';

/** One file of rows of a pack: its name, and the members of a row that are its key, in the order in which the rows are sorted. */
type RowFile = Readonly<{ name: string; key: readonly string[] }>;

/** All that travels of a registry, as it is in its newest generation. It is read while `readPack` works, and no longer. */
export type PackRows = Readonly<{
  generation: number;
  at: string;
  registryHash: string;
  /** Digest of the code that compiled the dossiers. */
  code: string;
  /** Hash of this generation and of all before it. */
  chain: string;
  /** Digest of the columns that travel: rows of another layout cannot be taken. */
  layout: string;
  /** Sources known in this generation, by id, and how many rows each ever had. */
  descriptors: ReadonlyMap<string, Descriptor>;
  rowCounts: ReadonlyMap<string, number>;
  /** Every page that any row or edition rests on. */
  pages: readonly Readonly<{ sha256: string; source: string }>[];
  files: readonly RowFile[];
  /** The rows of a file as JSON, without line ends, in the order of their keys. Throws AlteredRecordError. */
  lines(file: string): AsyncIterable<string>;
}>;

/** Where a follower stands: whose keys it believes and what it took last. */
export type Following = Readonly<{
  /** Public keys, as JSON Web Keys. */
  keys: readonly Readonly<Record<string, unknown>>[];
  generation: number;
  content: string;
  appliedAt: string;
}>;

/** Rows to be taken. Whole: all there is goes first; otherwise `gone` names the rows that go. The same lines may be asked for twice. */
export type PackToTake = Readonly<{
  whole: boolean;
  following: Following;
  gone(): AsyncIterable<Readonly<{ file: string; key: readonly (string | number)[] }>>;
  lines(file: string): AsyncIterable<string>;
  /** Looks at what is there before anything is final: whatever it throws leaves the registry as it was. */
  check(rows: PackRows): Promise<void>;
}>;

/** A registry that follows a publisher is written by packs alone: two hands would make it neither's. */
export class FollowsPacks extends Error {
  override readonly name = 'FollowsPacks';
  constructor() {
    super('this data folder follows a publisher by packs: it reads no lists and takes no judgements itself');
  }
}

/** What packs are made of. */
export type PackSource = Pick<PackBook, 'readPack'>;

/** The registry as a pack carries it, out and in. */
export interface PackBook {
  /** Reads the newest generation in one read transaction. */
  readPack<T>(work: (rows: PackRows) => Promise<T>): Promise<T>;
  /** Null where the lists are read here. */
  following(): Promise<Following | null>;
  /**
   * Takes rows over in one transaction: all of them, or none. The registry hash of what is there then must be the one its newest
   * generation states, and the chain of generations must hold and go on the one that was there; otherwise it throws PackDoesNotFit.
   */
  takePack(pack: PackToTake): Promise<void>;
}

/** What a pack holds does not add up, or does not go on what is here; the message says what, nothing was written. */
export class PackDoesNotFit extends Error {
  override readonly name = 'PackDoesNotFit';
}
