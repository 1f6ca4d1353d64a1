import type { Bilingual } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';
import type { FieldError, ProblemCode } from '../../errors.ts';
import type { FieldChange } from '../../harvest/capture/capture.ts';
import type { Act } from '../../store/operators.ts';

/** A file as it came: its bytes and the name it came under. */
export type Upload = Readonly<{ bytes: Uint8Array; file: string }>;

/** What an operator wants recorded: single rows, or a bulk file. */
export type CaptureOrder = Readonly<{
  source: string;
  rows: readonly Readonly<{ fields: Readonly<Record<string, string>>; asOf: string }>[];
  bulk: Upload | null;
  page: Upload | null;
  asOf: string;
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

/** What the thread beside the service is asked to do. Each is written down before it is done. */
export type Job = Readonly<{ act: Act }> &
  (
    | Readonly<{ job: 'note' }>
    | Readonly<{ job: 'desks' }>
    | Readonly<{ job: 'refusals' }>
    | (Readonly<{ job: 'capture' }> & CaptureOrder)
    | (Readonly<{ job: 'decide' }> & DecisionOrder)
  );

/** A captured source as an operator meets it: where to look, what to type, what to read off. */
export type CaptureDesk = Readonly<{
  source: string;
  title: Bilingual;
  authority: Bilingual;
  address: string;
  type: Bilingual | null;
  freshnessDays: number | null;
  /** Set where rows are not taken here, and says where instead. */
  closed: string | null;
  fields: readonly CaptureField[];
}>;

export type LookedRow = Readonly<{
  row: number;
  state: 'good' | 'not-taken';
  key: string | null;
  problems: readonly string[];
  warnings: readonly string[];
  notInProof: readonly string[];
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

export type Answers = Readonly<{
  note: null;
  desks: readonly CaptureDesk[];
  refusals: readonly Refusal[];
  capture: CaptureAnswer;
  decide: DecisionAnswer;
}>;

/** What the thread says of a job: its answer, a refusal for whoever asked, or a fault of ours. */
export type Said =
  | Readonly<{ id: number; said: 'begun' | 'writing' }>
  | Readonly<{ id: number; said: 'done'; answer: Answers[keyof Answers] }>
  | Readonly<{
      id: number;
      said: 'refused';
      code: ProblemCode;
      detail: string;
      fields: readonly FieldError[];
    }>
  | Readonly<{ id: number; said: 'fault'; fault: string }>;

/** Does operators' work beside the thread that answers. Throws LicetError for what is refused. */
export type Bench = Readonly<{
  run<Name extends Job['job']>(job: Extract<Job, { job: Name }>): Promise<Answers[Name]>;
  close(): Promise<void>;
}>;
