import type { RunState, SourceState } from '../../schema/reference.ts';
import type { Run } from './ingest-types.ts';

/** One source in one night, for pictures of the last ones. */
export type SourceNight = Readonly<{
  at: string;
  state: RunState;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  /** A person looked at what was refused and upheld that: nothing waits for anybody. */
  upheld: boolean;
}>;

/** Who decided about a run, and why. */
export type RunDecision = Readonly<{ decidedBy: string; reason: string }>;

/** The runs so far: what came of every attempt to read a source, and who decided about it. */
export interface RunBook {
  /** Sources with their newest runs, for operators; answers use the reader's reference instead. */
  sources(): Promise<ReadonlyMap<string, SourceState>>;
  /** The newest runs, of one source or of all, newest first. */
  runs(limit: number, source?: string): Promise<readonly Run[]>;
  /** The newest runs of each source, oldest first, at most `limit` (30 when left out) a source. */
  lastNights(limit?: number): Promise<ReadonlyMap<string, readonly SourceNight[]>>;
  /** Keeps who decided about a run, and why. */
  decideRun(id: number, decision: RunDecision): Promise<void>;
}
