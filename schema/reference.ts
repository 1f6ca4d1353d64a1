import type { PartialDate } from './base.ts';
import type { EvidenceRef } from './institution.ts';
import type { FactRecord } from './record.ts';
import type { Transport } from './snapshot.ts';
import type { Descriptor } from './source.ts';

/** An accepted edition of a source: the set of rows the gate let through. */
export type Edition = Readonly<{
  id: number;
  source: string;
  asOf: PartialDate | null;
  acceptedAt: string;
  rows: number;
  snapshots: readonly string[];
  /** The latest retrieval among its snapshots, and the weakest way one of them came; an absence is cited with these. */
  retrievedAt?: string;
  transport?: Transport;
}>;

/** What came of one attempt to read a source. */
export const runStates = [
  'accepted',
  'unchanged',
  'refused',
  'challenged',
  'unreachable',
  'forbidden',
  'too-big',
  'deferred',
  'failed',
] as const;
export type RunState = (typeof runStates)[number];

/** A source as the registry sees it in one generation. */
export type SourceState = Readonly<{
  descriptor: Descriptor;
  /** Accepted editions, oldest first; empty when nothing was ever accepted. */
  editions: readonly Edition[];
  lastRunAt: string | null;
  lastRun: RunState | null;
  /** The newest issue in one line, for operators. */
  lastIssue: string | null;
}>;

/** A fact that concerns no single institution, with its evidence. */
export type ReferenceFact = FactRecord & Readonly<{ source: string; evidence: EvidenceRef }>;

/** What a verdict needs besides the dossier; one per generation, held in memory. */
export type Reference = Readonly<{
  generation: number;
  /** The instant this generation was published; absent before the first. */
  publishedAt?: string;
  /** Hash of the whole registry content of this generation. */
  registryHash: string;
  sources: ReadonlyMap<string, SourceState>;
  facts: readonly ReferenceFact[];
}>;
