/** A piece of work that is over, as a trace shows it. Its attributes say how much and how it ended, never what was asked or by whom. */
export type WorkSpan = Readonly<{
  /** `night`, `source` or `list`. */
  name: string;
  startMs: number;
  endMs: number;
  failed: boolean;
  attributes: Readonly<Record<`licet.${string}`, string | number>>;
  /** What it was made of. */
  parts?: readonly WorkSpan[];
}>;

/** Told of work that is over. */
export type RecordSpan = (span: WorkSpan) => void;
