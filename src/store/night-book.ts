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

/** The nights so far, each a piece of work on the registry that ended with a publication or failed. */
export interface NightBook {
  /** The newest nights, without their reports. */
  nights(limit: number): Promise<readonly Night[]>;
  night(id: number): Promise<Night | undefined>;
  /** When the first night began; null before it. */
  firstNightAt(): Promise<string | null>;
  /** Begins a night and gives its number. Nights that never ended are marked as interrupted. */
  beginNight(start: NightStart): Promise<number>;
  endNight(id: number, end: NightEnd): Promise<void>;
}
