import type { Sha256 } from '../../schema/base.ts';
import type { Judgement } from '../../schema/judgement.ts';
import type { RunState } from '../../schema/reference.ts';
import type { Snapshot, Transport } from '../../schema/snapshot.ts';
import type { Descriptor } from '../../schema/source.ts';

/** What set a night off. */
export type NightKind = 'schedule' | 'harvest' | 'capture' | 'accept' | 'judgement';

export type NightStart = Readonly<{ at: string; kind: NightKind }>;

export type NightEnd = Readonly<{
  at: string;
  state: 'done' | 'failed';
  generation: number;
  registryHash: string;
  report: unknown;
}>;

/** One reading of sources as kept. `interrupted`: the process ended before the night did. */
export type Night = Readonly<{
  id: number;
  startedAt: string;
  endedAt: string | null;
  kind: NightKind;
  state: 'running' | 'done' | 'failed' | 'interrupted';
  generation: number | null;
  registryHash: string | null;
  /** The NightReport; null in lists and while the night is under way. */
  report: unknown;
}>;

/** One source in one night, for pictures of the last ones. */
export type SourceNight = Readonly<{
  at: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
}>;

/** Who decided about a run, and why. */
export type RunDecision = Readonly<{ decidedBy: string; reason: string }>;

/** A fetched address as it was last time. */
export type Visit = Readonly<{
  source: string;
  url: string;
  page: string;
  finalUrl: string;
  at: string;
  sha256: Sha256;
  contentType: string;
  transport: Transport;
  etag: string | null;
  lastModified: string | null;
}>;

/** Who harvests, and until when. */
export type LeaseState = Readonly<{ holder: string; takenAt: string; expiresAt: string }>;

/** An accepted edition with everything needed to read it again. */
export type PastEdition = Readonly<{
  id: number;
  generation: number;
  source: string;
  asOf: string | null;
  acceptedAt: string;
  reading: string;
  snapshots: readonly Snapshot[];
}>;

/** A generation with what a replay needs: the editions it took in and the descriptors it brought. */
export type PastGeneration = Readonly<{
  number: number;
  at: string;
  code: string;
  registryHash: string;
  editions: readonly PastEdition[];
  descriptors: ReadonlyMap<string, Descriptor>;
  /** What persons judged, counted from this generation on. */
  judgements: readonly Judgement[];
}>;
