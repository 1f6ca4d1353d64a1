import { type FieldError, LicetError, type ProblemCode } from '../errors.ts';
import type { KeptWhere } from '../store/folder/kept-where.ts';

/** What a worker can be asked: the name of each call, what it is given and what it answers. */
export type Calls = Readonly<Record<string, Readonly<{ given: unknown; answer: unknown }>>>;

/** An error on its way between threads: a class does not survive the copy, so its code or its name and stack travel. */
type SentError =
  | Readonly<{ kind: 'problem'; code: ProblemCode; detail: string; fields: readonly FieldError[] }>
  | Readonly<{ kind: 'fault'; message: string; stack: string; code: string | null }>;

/** From the caller to the worker. `kept`: what a thread knows of the one that starts it, told to a process before all else. `stop`: finish what was asked so far, close everything and end. */
export type ToWorker =
  | Readonly<{ message: 'kept'; where: KeptWhere }>
  | Readonly<{ message: 'call'; id: number; name: string; given: unknown }>
  | Readonly<{ message: 'stop' }>;

/** From the worker to the caller. It is `ready` once all of its modules are loaded. An event belongs to a call, or to none (`id` null). */
export type FromWorker =
  | Readonly<{ message: 'ready' }>
  | Readonly<{ message: 'answer'; id: number; answer: unknown }>
  | Readonly<{ message: 'error'; id: number; error: SentError }>
  | Readonly<{ message: 'event'; id: number | null; event: unknown }>;

/** A fault inside a worker, with the stack it had there and the code the system or SQLite gave it. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';
  readonly code: string | null;
  constructor({ message, stack, code }: Extract<SentError, { kind: 'fault' }>) {
    super(message);
    this.stack = stack;
    this.code = code;
  }
}

/** The form of an error that can be sent: a problem keeps its code and fields, anything else its message, stack and code. */
export const packError = (cause: unknown): SentError => {
  if (cause instanceof LicetError) {
    const { code, message: detail, fields } = cause;
    return { kind: 'problem', code, detail, fields };
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { kind: 'fault', message: error.message, stack: error.stack ?? error.message, code };
};

/** The error that was sent: a LicetError as it was thrown, or a WorkerFault. */
export const unpackError = (sent: SentError): LicetError | WorkerFault =>
  sent.kind === 'problem' ? new LicetError(sent.code, sent.detail, sent.fields) : new WorkerFault(sent);
