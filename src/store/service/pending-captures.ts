import type { AnswerChange } from '../../../schema/answer-change.ts';

/** One row of a capture as it was sent. */
export type SentRow = Readonly<{
  row: number;
  fields: Readonly<Record<string, string>>;
  asOf: string;
  lookedOn: string | null;
  read: boolean;
}>;

/** A capture that turns an answer into a no, or the withdrawal of one that turns an answer into a no or out of one. */
type NewPendingCapture = Readonly<{
  at: string;
  /** Who looked. */
  by: string;
  source: string;
  rows: readonly SentRow[];
  answers: readonly AnswerChange[];
  because: string | null;
  /** The key of a row that is taken back, which `rows` shows as it stands; null where rows are recorded. */
  withdraws: string | null;
  /** The saved page in the archive. */
  proof: Readonly<{ sha256: string; contentType: string }> | null;
}>;

/** The same as kept, with who decided what of it, when and why. */
export type PendingCapture = NewPendingCapture &
  Readonly<{
    id: number;
    /** `confirming`: its confirmation was begun, and its rows may be published already. */
    state: 'waiting' | 'confirming' | 'confirmed' | 'rejected';
    decidedBy: string | null;
    decidedAt: string | null;
    reason: string | null;
  }>;

type Decision = Readonly<{
  state: 'confirming' | 'confirmed' | 'rejected';
  by: string;
  at: string;
  reason: string | null;
  /** A rejection of one whose confirmation was begun and cannot be finished. */
  begun?: true;
}>;

/** Captures that wait for a second person before anything of them is published. */
export interface PendingCaptureStore {
  /** Gives the number under which it waits. */
  add(capture: NewPendingCapture): Promise<number>;
  find(id: number): Promise<PendingCapture | undefined>;
  /** Those that wait or of which the confirmation was begun and not finished, oldest first, at most `limit`. */
  waiting(limit: number): Promise<readonly PendingCapture[]>;
  /** What it would change by now, in place of what was shown; nothing where it does not wait any more. */
  showAnew(id: number, answers: readonly AnswerChange[]): Promise<void>;
  /** False where it is decided: that is done once. What is being confirmed can be confirmed, and rejected only as one that was begun. */
  decide(id: number, decision: Decision): Promise<boolean>;
}
