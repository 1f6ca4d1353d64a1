import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import type { BodyType, IdentifierScheme } from '../../schema/record.ts';
import type { Reference } from '../../schema/reference.ts';
import type { Snapshot } from '../../schema/snapshot.ts';

/** An institution found by an official number. */
export type IdentifierHit = Readonly<{ institution: string; scheme: IdentifierScheme; value: string }>;

/**
 * An institution found by a name key (`src/name-keys/keys.ts`).
 * `form`: the key of the whole name, or of its short form (the name without its parent and place).
 */
export type NameHit = Readonly<{
  institution: string;
  form: 'full' | 'short';
  nameKind: string;
  name: string;
  province: string | null;
  city: string | null;
}>;

/** One name of one institution, as the names index reads it. */
export type NameRow = Readonly<{
  institution: string;
  value: string;
  kind: string;
  language: string;
  province: string | null;
  city: string | null;
  district: string | null;
  /** True when any authority's list carries this name. */
  official: boolean;
}>;

/** What was kept for one row: its own words, and which institution it became part of. */
export type KeptRow = Readonly<{
  snapshot: Snapshot;
  row: number;
  raw: Readonly<Record<string, string>>;
  institution: string | null;
  /** A person recorded it, and it was taken back as never right: nothing rests on it. */
  withdrawn: boolean;
}>;

/** A point in the history of the registry: all changes of earlier generations, and those of this one up to an institution. */
export type ChangePoint = Readonly<{ generation: number; institution: string }>;

/** One institution as it was before a generation and as it is from it on; null: not on record. */
export type DossierChange = ChangePoint &
  Readonly<{ before: Dossier | null; after: Dossier | null; mergedInto: string | null }>;

/** Which institutions are listed, in the order of their ids; what is left out restricts nothing. Places by their official names. */
export type ListAsked = Readonly<{
  /** As the registry was from this generation on; at most the reader's own. */
  generation: number;
  /** Those after this id; '' begins at the first one. */
  after: string;
  limit: number;
  province?: string | undefined;
  city?: string | undefined;
  type?: BodyType | undefined;
  /** Those of which something changed in a generation published at or after this instant. */
  changedFrom?: string | undefined;
  /** Those that became what they are in a generation published before this instant. */
  changedBefore?: string | undefined;
  /** Among these ids alone. */
  ids?: readonly string[] | undefined;
}>;

/** An institution as it stands in a list; `changed`: the generation in which it became what it is, and when that was published. */
export type ListedInstitution = Readonly<{
  dossier: Dossier;
  changed: Readonly<{ generation: number; at: string }>;
}>;

/**
 * One registry generation, as every answer sees it: old or new, never a mixture.
 * Functions return promises so that PostgreSQL can be the second implementation.
 */
export interface Reader {
  readonly generation: number;
  readonly reference: Reference;
  /** Exact official number, normalised (upper case, no spaces, no hyphens). */
  findIdentifier(value: string): Promise<readonly IdentifierHit[]>;
  /** Exact name key, at most `limit` hits (default 50), in a stable order. */
  findNameKey(key: string, limit?: number): Promise<readonly NameHit[]>;
  /** Throws AlteredRecordError where what is stored does not match its hash: nothing may be answered from it. */
  dossier(id: string): Promise<Dossier | undefined>;
  /** Institutions whose stored dossier was found altered by this reader so far. Readers without a database have none. */
  readonly altered?: ReadonlySet<string>;
  /** The id an institution was merged into, if it was. */
  redirect(id: string): Promise<string | undefined>;
  snapshot(sha256: string): Promise<Snapshot | undefined>;
  keptRow(sha256: string, row: number): Promise<KeptRow | undefined>;
  /** Institutions with a row on this source's list now, ascending. Readers over names alone have no lists. */
  institutionsOn?(source: string): Promise<readonly string[]>;
  /**
   * Institutions that a row now on its list names for any of these credential codes, each once, by province and name; who stands on
   * record without a place comes last. Readers over names alone have none.
   */
  institutionsFor?(codes: readonly string[]): Promise<readonly string[]>;
  /** How many institutions a list names now, by the province they are on record in; null where none is. Readers over names alone have none. */
  provincesOn?(source: string): Promise<ReadonlyMap<string | null, number>>;
  /**
   * What changed after a point, up to this reader's generation, in the order of generations and ids; at most `limit`. Dossiers as they
   * were compiled then. Readers over names alone have none.
   */
  changesAfter?(point: ChangePoint, limit: number): Promise<readonly DossierChange[]>;
  /** Institutions by place, type and time of their last change. Readers over names alone have none. */
  listInstitutions?(asked: ListAsked): Promise<readonly ListedInstitution[]>;
  /** How many such a list holds from its beginning to its end. Readers over names alone have none. */
  countInstitutions?(asked: Omit<ListAsked, 'after' | 'limit'>): Promise<number>;
  /** Institution ids in ascending order, for paging; `after` excluded. */
  institutionIds(after: string | null, limit: number): Promise<readonly string[]>;
  /** Every current name, for building the names index. */
  names(): AsyncIterable<NameRow>;
  /** How many institutions there are: the first of `counts`, which looks through everything, at once. */
  institutionCount(): Promise<number>;
  counts(): Promise<Readonly<{ institutions: number; names: number; credentials: number; records: number }>>;
}

export type { Dossier, EvidenceRef, Reference };
