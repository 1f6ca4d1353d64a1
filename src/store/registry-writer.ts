import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import type { Judgement, NewJudgement } from '../../schema/judgement.ts';
import type { IdentifierScheme, InstitutionRecord } from '../../schema/record.ts';

import type { LinkBook } from './link-book.ts';

/** A record version of an institution with its evidence, dated as its newest edition allows. */
export type KnownRecord = Readonly<{ id: number; record: InstitutionRecord; evidence: EvidenceRef }>;

/** A record that reconcile has to place; `previous` is where an earlier version of the same row was placed. */
export type PendingRecord = Readonly<{
  id: number;
  source: string;
  record: InstitutionRecord;
  official: boolean;
  /** It stands on a complete list of an authority; see LinkedRow. */
  listed: boolean;
  previous: string | null;
  /** True when that earlier version was our misreading of the same page. */
  misread: boolean;
}>;

/** A record as a merger weighs it: the id that is kept should be the best known one. `rank`: of its best row, 0 for the best evidence. */
export type MergeRank = Readonly<{ id: string; rank: number; firstGeneration: number }>;

/** What placing rows asks, and what it writes of each row. */
interface LinkWriter {
  /** Versioned rows to place, best evidence first; rows that found no home in earlier nights are offered again. */
  pending(): Promise<readonly number[]>;
  /** Several of them, in the order of their ids as they are given: rows placed before the call are known to it. */
  pendingRecords(ids: readonly number[]): Promise<readonly PendingRecord[]>;
  /** Records whose rows state a number, ascending. */
  bearersOf(scheme: IdentifierScheme, value: string): Promise<readonly string[]>;
  /** The record that rows of this name, place and numbers founded. */
  recordOfNode(node: string): Promise<string | undefined>;
  hasInstitution(id: string): Promise<boolean>;
  addInstitution(
    id: string,
    founded: Readonly<{ province: string | null; city: string | null; node: string }>,
  ): Promise<void>;
  /** Places a record and writes its statements (names, numbers, credentials, address). */
  place(record: PendingRecord, institution: string): Promise<void>;
  /** All rows of this night are placed: what was held back to be written in its order is written, and can be asked for from now on. */
  endPlacing(): Promise<void>;
}

/** What joined a record with another, and how likely the two are one: 1 where a person said so. */
export type MergerReason = Readonly<{ why: string; probability: number }>;

/** What persons judged, and which institutions are read as one because of it. */
export interface MergeWriter {
  /** Every judgement given so far, oldest first; those that this generation is the first to count included. */
  judgements(): Promise<readonly Judgement[]>;
  /** Which institution is read as part of which other one now. */
  mergers(): Promise<ReadonlyMap<string, string>>;
  /** What decides which of several records of one institution leads; undefined for an id that is not there. */
  mergeRank(id: string): Promise<MergeRank | undefined>;
  /** From this generation on an institution is read as part of `into`, or by itself again (null). Past generations keep theirs. */
  setMerger(institution: string, into: string | null, because: MergerReason): Promise<void>;
  /** Keeps a judgement that this generation is the first to count. */
  keepJudgement(given: NewJudgement): Promise<void>;
}

/** Finds the records that a shipped judgement names, by their own ids, whatever they are part of; the best evidenced first. */
export interface SideFinder {
  /** The record that holds this row of a source now. */
  recordsOfRow(source: string, key: string): Promise<readonly string[]>;
  /** Records that bear this whole key as registered name in a province and, where given, in a city. */
  recordsNamed(key: string, province: string, city: string | null): Promise<readonly string[]>;
}

/** A dossier, its JSON as it is kept, and the digest of that. */
export type CompiledDossier = Readonly<{ dossier: Dossier; body: string; hash: string }>;

/** What dossiers are compiled from, and where they are kept. */
interface DossierWriter {
  /** Institutions whose rows or descriptors changed since the last generation, ascending; all of them if `everything`. */
  affected(everything: boolean): Promise<readonly string[]>;
  /** All readings of the rows of some institutions, those merged into them included, in no order; nothing for one that has none. */
  recordsOf(institutions: readonly string[]): Promise<ReadonlyMap<string, readonly KnownRecord[]>>;
  /** Writes a dossier version if it differs from the current one; null closes it. True when something was written. */
  saveDossier(institution: string, compiled: CompiledDossier | null): Promise<boolean>;
  /** Lines the registry hash is made of, in a fixed order; one or more at a time, with line ends between them. */
  hashLines(): AsyncIterable<string>;
}

/** The registry while reconcile works on it: one open transaction that becomes generation `next`, or nothing. */
export type RegistryWriter = Readonly<{ next: number }> &
  LinkWriter &
  LinkBook &
  MergeWriter &
  SideFinder &
  DossierWriter;

/** What reconcile gives back to the store: the hash of the whole content. */
export type Reconciled = Readonly<{ registryHash: string; code: string; at: string }>;
