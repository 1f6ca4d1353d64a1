/** One report of an error, as the operator reads it. No name, address or number of the sender is kept. */
export type ErrorReport = Readonly<{
  at: string;
  about: string;
  text: string;
  lang: string;
  /** The generation that answered then. */
  generation: number;
}>;

/** A report as kept, under its number. */
export type KeptReport = ErrorReport & Readonly<{ id: number }>;

/** What people reported, until the operator has settled it. */
export interface ErrorReportStore {
  /** Keeps a report; false when `most` wait already. */
  add(report: ErrorReport, most: number): Promise<boolean>;
  /** Reports that wait, oldest first. */
  waiting(limit: number): Promise<readonly KeptReport[]>;
  /** Removes settled reports for good; gives how many of these numbers waited. */
  settle(ids: readonly number[]): Promise<number>;
}
