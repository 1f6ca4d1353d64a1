import type { PartialDate } from '../../schema/base.ts';
import type { Dossier, EvidenceRef } from '../../schema/institution.ts';
import type { Judgement } from '../../schema/judgement.ts';
import type {
  Identifier,
  IdentifierScheme,
  InstitutionRecord,
  SourceIssue,
  SourceRecord,
} from '../../schema/record.ts';
import type { RunState } from '../../schema/reference.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Descriptor } from '../../schema/source.ts';
import type { DiffCounts, EditionDiff } from './diff-rows.ts';
import type { KeptRows, NewRowList } from './row-list.ts';

/** What is kept of a run besides its counts. */
export type RunNotes = Readonly<{
  /** The night it belongs to. */
  night?: number | null;
  /** Pages obtained, where an operator may still accept them. */
  pages?: readonly Snapshot[];
  /** Fingerprint of the page's headings. */
  shape?: string | null;
  /** Who accepted a refusal, or captured a row, and why. */
  decidedBy?: string | null;
  reason?: string | null;
}>;

/** A run that led to no new edition: unchanged, or why nothing was accepted. */
export type RunInput = Readonly<{
  descriptor: Descriptor;
  at: string;
  state: Exclude<RunState, 'accepted'>;
  rows: number;
  refusals: readonly string[];
  issues: readonly SourceIssue[];
}> &
  RunNotes;

/** A run as kept, newest first in lists. */
export type Run = Readonly<{
  id: number;
  source: string;
  at: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  refusals: readonly string[];
  night: number | null;
  pages: readonly Snapshot[];
  decidedBy: string | null;
  reason: string | null;
}>;

/** An edition that passed its gate. `page` of a record is the index into `snapshots`. */
export type NewEdition = Readonly<{
  descriptor: Descriptor;
  /** Digest of descriptor and parser code. */
  reading: string;
  acceptedAt: string;
  /** The edition's own date, where it is not the descriptor's. */
  asOf?: PartialDate | null;
  /** True for rows that stand alone: those of other captures stay as they are. */
  partial?: boolean;
  snapshots: readonly Snapshot[];
  /** The rows that were read; all of them, unless `kept` names rows that stand as they were. */
  records: readonly Readonly<{ page: number; record: SourceRecord }>[];
  kept?: KeptRows | undefined;
  /** What the records were read from, for the next reading; without it that one reads every row. */
  rowList?: NewRowList | undefined;
  issues: readonly SourceIssue[];
}> &
  RunNotes;

/** An edition beside the last one, not yet written. */
export type ComparedEdition = Readonly<{
  /** How it differs, for whoever decides; undefined when nothing was accepted before, so that nothing can differ. */
  differences(): Promise<DiffCounts | undefined>;
  /**
   * Makes it the newest edition, in one transaction. Throws EditionOvertaken, and writes nothing, when another edition was accepted
   * since the two were compared: then what was decided was decided about something else.
   */
  accept(): Promise<EditionDiff>;
}>;

/** Between decision and writing another edition of the same source was accepted; nothing was written. */
export class EditionOvertaken extends Error {
  override readonly name = 'EditionOvertaken';
}

/** The last accepted edition of a source, as the next run compares itself with it. */
export type LastGood = Readonly<{
  edition: number;
  asOf: PartialDate | null;
  rows: number;
  reading: string;
  sha256: readonly string[];
  /** Rows of the newest good runs, at most seven, newest first. */
  goodRows: readonly number[];
  /** Fingerprint of the headings of its page, where one was kept. */
  shape: string | null;
  /** Rows that were missing once and wait for a second good run. */
  missing: number;
}>;

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
  /** 1 when an authority's list states it. */
  official: number;
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

/** The registry under reconcile's hands: one open transaction that becomes the next generation or nothing. */
export interface RegistryWriter {
  /** The number this generation will bear. */
  readonly next: number;
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
  /** Every judgement given so far, oldest first; those that this generation is the first to count included. */
  judgements(): Promise<readonly Judgement[]>;
  /** Which institution is read as part of which other one now. */
  mergers(): Promise<ReadonlyMap<string, string>>;
  /** What decides which of several records of one institution leads; undefined for an id that is not there. */
  mergeRank(id: string): Promise<MergeRank | undefined>;
  /** From this generation on an institution is read as part of `into`, or by itself again (null). Past generations keep theirs. */
  setMerger(institution: string, into: string | null): Promise<void>;
  /** Institutions whose rows or descriptors changed since the last generation, ascending; all of them if `everything`. */
  affected(everything: boolean): Promise<readonly string[]>;
  recordsOf(institution: string): Promise<readonly KnownRecord[]>;
  /** Writes a dossier version if it differs from the current one; null closes it. True when something was written. */
  saveDossier(institution: string, dossier: Dossier | null, hash: string): Promise<boolean>;
  /** Lines the registry hash is made of, in a fixed order; one or more at a time, with line ends between them. */
  hashLines(): AsyncIterable<string>;
}

/** What reconcile gives back to the store: the hash of the whole content. */
export type Reconciled = Readonly<{ registryHash: string; code: string; at: string }>;
