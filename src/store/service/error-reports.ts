/** What a report is: that something is wrong, or a correction a hospital asks for in its own matter. */
type ReportKind = 'error' | 'correction';

/** A report as it is sent. No name, address or number of the sender is kept, but for the website it names as its own. */
export type ErrorReport = Readonly<{
  at: string;
  about: string;
  text: string;
  lang: string;
  /** The generation that answered then. */
  generation: number;
}>;

/** What may come with a report. */
export type SentAlong = Readonly<{
  kind: ReportKind;
  /** SHA-256 of the secret part of the address at which the sender reads the answer. */
  statusHash: string;
  file: Readonly<{ bytes: Uint8Array; type: string }> | null;
  /** The sender's own website, and what is to stand there as proof. */
  site: Readonly<{ domain: string; token: string }> | null;
}>;

/** The answer to a report; `by` is never shown to the sender. */
type Answer = Readonly<{ text: string; at: string; by: string }>;

/** A report as kept, under its number. */
export type KeptReport = ErrorReport &
  Readonly<{
    id: number;
    kind: ReportKind;
    file: Readonly<{ type: string; bytes: number }> | null;
    /** `provenAt`: when the proof stood there; null before. */
    site: Readonly<{ domain: string; token: string; provenAt: string | null }> | null;
    answer: Answer | null;
  }>;

/** What people reported, until the operator has settled it or its answer is old. */
export interface ErrorReportStore {
  /** Keeps a report; false when `most` wait already, or when the files of all reports together have no room for its own. Forgets those that were answered before `forget`. */
  add(report: ErrorReport, most: number, along?: SentAlong, forget?: string): Promise<boolean>;
  /** Reports without an answer, oldest first. */
  waiting(limit: number): Promise<readonly KeptReport[]>;
  /** Reports with an answer, newest answer first. */
  answered(limit: number): Promise<readonly KeptReport[]>;
  find(id: number): Promise<KeptReport | null>;
  /** The report whose sender has this secret. */
  byStatus(statusHash: string): Promise<KeptReport | null>;
  /** What was sent along; null for nothing. */
  file(id: number): Promise<Readonly<{ bytes: Uint8Array; type: string }> | null>;
  /** Puts the answer on record; false for a report that does not wait. */
  answer(id: number, answer: Answer): Promise<boolean>;
  /** Notes that the proof stands on the sender's website. */
  proveSite(id: number, at: string): Promise<void>;
  /** Removes reports that were answered before this instant; gives how many. */
  forgetAnswered(before: string): Promise<number>;
  /** Removes reports for good; gives how many of these numbers were there. */
  settle(ids: readonly number[]): Promise<number>;
}
