import type { AnswerChange } from '../../../schema/answer-change.ts';
import type { NewJudgement } from '../../../schema/judgement.ts';
import type { CapturedRow, Withdrawal } from '../../../schema/withdrawal.ts';
import type { FieldChange, Prepared } from '../../harvest/capture/capture.ts';
import type { ReadField } from '../../harvest/capture/read-proof-fields.ts';
import type { RefusedDifference } from '../../harvest/gate/look-refused.ts';
import type { OpenPair } from '../../registry/review-queue.ts';
import type { Act } from '../../store/operators.ts';
import type { PendingCapture } from '../../store/service/pending-captures.ts';
import type { QueueItem } from './queue-item.ts';

/** A file as it came: its bytes and the name it came under. */
export type Upload = Readonly<{ bytes: Uint8Array; file: string }>;

/** What an operator wants recorded: single rows, or a bulk file. */
export type CaptureOrder = Readonly<{
  source: string;
  rows: readonly Readonly<{ fields: Readonly<Record<string, string>>; asOf: string }>[];
  bulk: Upload | null;
  page: Upload | null;
  /** In its place: a page that was kept by an earlier step, and the name it came under. */
  kept?: Readonly<{ sha256: string; file: string }> | null;
  /** The page is kept in the archive though nothing is recorded yet, so that the next step need not send it again. */
  keepPage?: boolean;
  /** In the place of `bulk`: a file that an earlier step kept, and the name it came under. */
  keptBulk?: Readonly<{ sha256: string; file: string }> | null;
  /** The bulk file is kept in the archive though nothing is recorded yet, unless it holds a number that says who somebody is. */
  keepBulk?: boolean;
  asOf: string;
  /** The day the operator looked; '' takes today for what is typed or read off a page, and nothing for a file. */
  lookedOn?: string;
  /** Fields that were not typed are read off the saved page. */
  read?: boolean;
  because: string | null;
  dryRun: boolean;
  partial: boolean;
}>;

export type DecisionOrder = Readonly<{
  night: number;
  /** May be left out where the night refused one source only. */
  source: string | null;
  decision: 'accept' | 'refuse';
  reason: string;
}>;

export type LookedRow = Readonly<{
  row: number;
  state: 'good' | 'not-taken';
  key: string | null;
  problems: readonly string[];
  warnings: readonly string[];
  notInProof: readonly string[];
  /** What the saved page shows, field by field; empty where that was not asked. */
  read: readonly ReadField[];
  /** The day the row is judged by, and where it comes from. */
  dated: Prepared['dated'];
  changes: readonly FieldChange[];
  /** SHA-256 of the row as it is kept; null for a row that is not taken. */
  sha256: string | null;
}>;

export type CaptureAnswer = Readonly<{
  source: string;
  recorded: boolean;
  by: string;
  at: string;
  rows: readonly LookedRow[];
  proof: Readonly<{ sha256: string; contentType: string; bytes: number }> | null;
  /** Answers that become others by it. */
  answers: readonly AnswerChange[];
  /** The number under which it waits for a second person, since an answer becomes a no; null where it does not. */
  pending: number | null;
  /** Of a bulk file that was to be kept: its SHA-256; null where it was not, since it names persons. */
  bulk?: Readonly<{ sha256: string | null }>;
  /** The run that recorded it; null for a dry run. */
  run: number | null;
  generation: number;
}>;

export type Refusal = Readonly<{
  run: number | null;
  source: string;
  at: string;
  rows: number;
  refusals: readonly string[];
  pages: readonly Readonly<{ sha256: string; url: string; contentType: string }>[];
  /** A person looked and upheld it. */
  upheld: boolean;
}>;

export type DecisionAnswer = Readonly<{
  source: string;
  decision: 'accept' | 'refuse';
  by: string;
  at: string;
  reason: string;
  run: number;
  generation: number;
}>;

/** What a second person decides about a capture that turns an answer into a no. */
export type PendingOrder = Readonly<{
  id: number;
  decision: Readonly<{ is: 'confirm' } | { is: 'reject'; reason: string }>;
}>;

export type PendingAnswer = Readonly<{
  id: number;
  decision: 'confirm' | 'reject';
  source: string;
  by: string;
  at: string;
  /** The run that published it; null for a rejection. */
  run: number | null;
  generation: number;
}>;

/** What an operator says of two records, and why. */
type JudgeOrder = Pick<NewJudgement, 'one' | 'other' | 'decision' | 'because'>;

/** `state`: kept, or the same was said before and nothing changed. */
export type JudgeAnswer = Readonly<{ state: 'kept' | 'said-before'; generation: number }>;

/** Which rows of a captured register are shown. */
export type RowsOrder = Readonly<{ source: string; containing: string; offset: number; limit: number }>;

/** A row that was never right. */
export type WithdrawalOrder = Readonly<{ source: string; key: string; because: string; dryRun: boolean }>;

export type WithdrawalAnswer = Readonly<{
  source: string;
  key: string;
  row: CapturedRow;
  withdrawn: boolean;
  by: string;
  at: string;
  /** Answers that become others by it. */
  answers: readonly AnswerChange[];
  /** The number under which it waits for a second person; null where it does not. */
  pending: number | null;
  run: number | null;
  generation: number;
}>;

/** What the operator worker does, by name: what it is given and what it answers. Each act is written down before it is done. */
export type OperatorJobs = Readonly<{
  /** Writes down an act that needs nothing of the worker. */
  note: Readonly<{ given: Readonly<{ act: Act }>; answer: null }>;
  refusals: Readonly<{ given: Readonly<{ act: Act }>; answer: readonly Refusal[] }>;
  capture: Readonly<{ given: Readonly<{ act: Act }> & CaptureOrder; answer: CaptureAnswer }>;
  /** How the refused pages of a run differ from the edition that answers now; nothing is written but the act. */
  differences: Readonly<{
    given: Readonly<{ act: Act; source: string; night: number }>;
    answer: RefusedDifference;
  }>;
  decide: Readonly<{ given: Readonly<{ act: Act }> & DecisionOrder; answer: DecisionAnswer }>;
  /** Pairs that could be one institution and wait for a person, at most so many. */
  pairs: Readonly<{
    given: Readonly<{ act: Act; limit: number }>;
    answer: Readonly<{ waiting: number; pairs: readonly OpenPair[] }>;
  }>;
  judge: Readonly<{ given: Readonly<{ act: Act }> & JudgeOrder; answer: JudgeAnswer }>;
  queue: Readonly<{ given: Readonly<{ act: Act; limit: number }>; answer: readonly QueueItem[] }>;
  rowsOnRecord: Readonly<{ given: Readonly<{ act: Act }> & RowsOrder; answer: readonly CapturedRow[] }>;
  withdrawals: Readonly<{
    given: Readonly<{ act: Act; source: string; limit: number }>;
    answer: readonly Withdrawal[];
  }>;
  withdraw: Readonly<{ given: Readonly<{ act: Act }> & WithdrawalOrder; answer: WithdrawalAnswer }>;
  pending: Readonly<{ given: Readonly<{ act: Act }>; answer: readonly PendingCapture[] }>;
  decidePending: Readonly<{ given: Readonly<{ act: Act }> & PendingOrder; answer: PendingAnswer }>;
}>;

/** Has operators' work done beside the thread that answers requests. Rejects with LicetError for what is refused. */
export type OperatorWorkerClient = Readonly<{
  run<Name extends keyof OperatorJobs>(
    name: Name,
    given: OperatorJobs[Name]['given'],
  ): Promise<OperatorJobs[Name]['answer']>;
  close(): Promise<void>;
}>;
