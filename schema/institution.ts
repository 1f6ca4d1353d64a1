import type { PartialDate } from './base.ts';
import type { Credential } from './credential.ts';
import type { JudgedFact } from './judgement.ts';
import type { Identifier, Name, Place, Traits } from './record.ts';
import type { Transport } from './snapshot.ts';
import type { EvidenceKind, ObtainedHow } from './source.ts';

/** The address of one fact: which page, which row, whose list, of what date. */
export type EvidenceRef = Readonly<{
  source: string;
  kind: EvidenceKind;
  how: ObtainedHow;
  /** The list's (or the row's) own date; null when the source states none. */
  asOf: PartialDate | null;
  retrievedAt: string;
  sha256: string;
  row: number;
  /** Public address the row cites, when not the page's own. */
  cite: string | null;
  transport: Transport;
  /** Editions between which this row was seen: as-of of the first and of the last one. */
  seenFirst: PartialDate | null;
  seenLast: PartialDate | null;
  /** False once an accepted edition no longer holds the row. */
  current: boolean;
  /** What the row itself says of a licence, where its list is one of decisions. */
  presupposesLicence?: boolean;
}>;

/** A fact with the indexes of its evidence in the dossier's `evidence`. */
export type Fact<T> = T & Readonly<{ evidence: readonly number[] }>;

/** A list on which another institution stands, as `name`, that could be this one: its silence about this one proves nothing. */
export type PossiblyListed = Readonly<{ source: string; institution: string; name: string }>;

/**
 * All that is known of one institution, compiled by reconcile: the only thing a gate looks at.
 * Facts of rows that have left their list stay, marked by their evidence (`current: false`), so that a past date can be asked.
 */
export type Dossier = Readonly<{
  id: string;
  /** True for the made-up institutions that integrators test with. */
  test: boolean;
  names: readonly Fact<Name>[];
  /**
   * The name shown: the legal name of the best evidence. `translation`: English words of ours for the Chinese name, where no English
   * name is on record; never a name of the institution.
   */
  title: Readonly<{ zh: string | null; en: string | null; translation?: string }>;
  place: Place;
  /** Addresses seen, one a source row: the campuses as far as the lists tell. */
  addresses: readonly Fact<Readonly<{ address: string }>>[];
  identifiers: readonly Fact<Identifier>[];
  credentials: readonly Fact<Credential>[];
  traits: Traits;
  /** Names of institutions that a source says are others than this one, however like they sound. */
  notSameAs?: readonly Fact<Readonly<{ name: string }>>[];
  evidence: readonly EvidenceRef[];
  /** What persons judged of it: joined with, or held apart from, another record since a day. */
  judgements?: readonly JudgedFact[];
  /** Only lists whose silence would be a no. */
  possiblyListed?: readonly PossiblyListed[];
}>;
