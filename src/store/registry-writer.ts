import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import type { Judgement } from '../../schema/judgement.ts';
import type { Identifier, IdentifierScheme, InstitutionRecord } from '../../schema/record.ts';

/** A record version of an institution with its evidence, dated as its newest edition allows. */
export type KnownRecord = Readonly<{ id: number; record: InstitutionRecord; evidence: EvidenceRef }>;

/** A record that reconcile has to place; `previous` is where an earlier version of the same row was placed. */
export type PendingRecord = Readonly<{
  id: number;
  source: string;
  record: InstitutionRecord;
  official: boolean;
  previous: string | null;
  /** True when that earlier version was our misreading of the same page. */
  misread: boolean;
}>;

/** `institution`: the living one; `bearer`: the one whose rows state it, which may have been merged into the living one. */
export type NameMatch = Readonly<{
  institution: string;
  bearer: string;
  name: string;
  kind: string;
  language: string;
  /** True when an authority's list states it. */
  official: boolean;
  province: string | null;
  city: string | null;
}>;

export type IdentifierMatch = Readonly<{
  institution: string;
  bearer: string;
  scheme: IdentifierScheme;
  province: string | null;
  city: string | null;
}>;

/** An institution as a merger weighs it: the id that is kept should be the best known one. */
export type MergeRank = Readonly<{ id: string; official: boolean; firstGeneration: number }>;

/** What linking asks, and what it writes of each record. */
interface LinkWriter {
  /** Versioned rows to place, best evidence first; rows that found no home in earlier nights are offered again. */
  pending(): Promise<readonly number[]>;
  pendingRecord(id: number): Promise<PendingRecord>;
  /** Institutions that bear it, in no particular order, possibly more than once. */
  findIdentifier(scheme: IdentifierScheme, value: string): Promise<readonly IdentifierMatch[]>;
  /** Names with this whole key, in no particular order, possibly more than once. */
  findName(key: string): Promise<readonly NameMatch[]>;
  /** Names with this key, whole or short, of institutions in exactly this city; at most a few dozen. */
  findInCity(key: string, city: string): Promise<readonly NameMatch[]>;
  /** Numbers an institution bears now, those of institutions merged into it included. */
  identifiersOf(institution: string): Promise<readonly Identifier[]>;
  /** Its legal, second and former names. */
  namesOf(institution: string): Promise<readonly string[]>;
  hasInstitution(id: string): Promise<boolean>;
  addInstitution(
    id: string,
    place: Readonly<{ province: string | null; city: string | null }>,
  ): Promise<void>;
  /** Places a record and writes its statements (names, numbers, credentials, address). */
  place(record: PendingRecord, institution: string): Promise<void>;
  /** Notes that an institution and each candidate could be one, for a person to judge; a pair noted before stays as it was. */
  queueReview(institution: string, candidates: readonly string[], why: string): Promise<void>;
}

/** What persons judged, and which institutions are read as one because of it. */
export interface MergeWriter {
  /** Every judgement given so far, oldest first; those that this generation is the first to count included. */
  judgements(): Promise<readonly Judgement[]>;
  /** Which institution is read as part of which other one now. */
  mergers(): Promise<ReadonlyMap<string, string>>;
  /** What decides which of several records of one institution leads; undefined for an id that is not there. */
  mergeRank(id: string): Promise<MergeRank | undefined>;
  /** From this generation on an institution is read as part of `into`, or by itself again (null). Past generations keep theirs. */
  setMerger(institution: string, into: string | null): Promise<void>;
}

/** What dossiers are compiled from, and where they are kept. */
interface DossierWriter {
  /** Institutions whose rows or descriptors changed since the last generation, ascending; all of them if `everything`. */
  affected(everything: boolean): Promise<readonly string[]>;
  recordsOf(institution: string): Promise<readonly KnownRecord[]>;
  /** Writes a dossier version if it differs from the current one; null closes it. True when something was written. */
  saveDossier(institution: string, dossier: Dossier | null, hash: string): Promise<boolean>;
  /** Lines the registry hash is made of, in a fixed order; one or more at a time, with line ends between them. */
  hashLines(): AsyncIterable<string>;
}

/** The registry while reconcile works on it: one open transaction that becomes generation `next`, or nothing. */
export type RegistryWriter = Readonly<{ next: number }> & LinkWriter & MergeWriter & DossierWriter;

/** What reconcile gives back to the store: the hash of the whole content. */
export type Reconciled = Readonly<{ registryHash: string; code: string; at: string }>;
