import { setTimeout as wait } from 'node:timers/promises';
import type { ResourceLimits } from 'node:worker_threads';
import { processHost, threadHost } from './worker-host.ts';
import { type Calls, unpackError } from './worker-messages.ts';

/** A worker that ended with calls unanswered. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
  /** `out-of-memory`: it passed its limits · `crashed`: an error nobody caught · `stopped`: it was stopped or ended itself. */
  readonly why: 'out-of-memory' | 'crashed' | 'stopped';
  constructor(why: WorkerEnded['why'], message: string, cause?: unknown) {
    super(message, { cause });
    this.why = why;
  }
}

export type ChannelSettings<Event> = Readonly<{
  /** The worker's file; it calls `serveWorker`. */
  file: URL;
  /** What the worker is started with, as its `workerData`. */
  data: unknown;
  /** Told of events that belong to no call. */
  hear?: ((event: Event) => void) | undefined;
  /** Told once when the thread ended and nobody had asked it to. */
  ended?: ((cause: WorkerEnded) => void) | undefined;
  /** V8's heap of the thread; beyond it the thread alone ends. Buffers lie outside the heap: `usedBytes` counts them too. */
  resourceLimits?: ResourceLimits | undefined;
  /** In a process of its own instead of a thread, without `data`: for much work now and then, whose memory would stay with the process (docs/decisions/names-in-a-process.md). */
  apart?: boolean;
}>;

/** One thread, or a process, and the calls to it; it is not started anew when it has ended. */
export type Channel<Of extends Calls, Event> = Readonly<{
  /** Asks the worker; calls are answered one after another. Rejects with the error thrown there, or WorkerEnded. */
  call<Name extends keyof Of & string>(
    name: Name,
    given: Of[Name]['given'],
    hear?: (event: Event) => void,
  ): Promise<Of[Name]['answer']>;
  /** Bytes the thread uses now: its heap and its buffers; 0 when it is gone. Answered while the worker is busy. */
  usedBytes(): Promise<number>;
  /** Lets the worker finish what it was asked for at most `graceMs`, then ends it. Resolves when the thread is gone. */
  stop(graceMs?: number): Promise<void>;
  /** Ends the thread at once, or as soon as it has loaded its modules. When it is gone, unanswered calls are rejected with `cause`. */
  end(cause: Error): Promise<void>;
}>;

type Waiting = Readonly<{
  resolve: (answer: never) => void;
  reject: (cause: Error) => void;
  hear: (event: never) => void;
}>;

const GRACE_MS = 5_000;

const endedBy = (fault: unknown): WorkerEnded => {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new WorkerEnded('out-of-memory', 'the worker needed more memory than it may use', fault);
  const message = fault instanceof Error ? fault.message : String(fault);
  return new WorkerEnded('crashed', `the worker broke down: ${message}`, fault);
};

/**
 * Starts a worker and gives the channel to it: typed calls with their answers and events, errors by their class and code, an end
 * with grace. The only place that starts a thread or a process for a job.
 */
export const openChannel = <Of extends Calls, Event = never>({
  file,
  data,
  hear = () => undefined,
  ended = () => undefined,
  resourceLimits,
  apart = false,
}: ChannelSettings<Event>): Channel<Of, Event> => {
  const host = apart ? processHost(file) : threadHost(file, data, resourceLimits);
  const gone = new Promise<void>((resolve) => host.onGone(resolve));
  const waiting = new Map<number, Waiting>();
  let endedWith: Error | null = null;
  let asked = false;
  let count = 0;
  const rejectAll = (cause: Error): void => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  let loaded: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  host.onMessage((sent) => {
    if (sent.message === 'ready') return loaded();
    if (sent.message === 'event' && sent.id === null) return hear(sent.event as Event);
    const one = sent.id === null ? undefined : waiting.get(sent.id);
    if (one === undefined || sent.id === null) return;
    if (sent.message === 'event') return one.hear(sent.event as never);
    waiting.delete(sent.id);
    if (sent.message === 'answer') one.resolve(sent.answer as never);
    else one.reject(unpackError(sent.error));
  });
  host.onFault((fault) => {
    endedWith = endedBy(fault);
  });
  host.onGone(() => {
    const cause = endedWith ?? new WorkerEnded('stopped', 'the worker ended');
    endedWith = cause;
    rejectAll(cause);
    if (!asked) ended(cause instanceof WorkerEnded ? cause : new WorkerEnded('stopped', cause.message));
  });
  return {
    call: (name, given, hearOne = () => undefined) =>
      new Promise((resolve, reject) => {
        if (endedWith !== null) return reject(endedWith);
        count += 1;
        waiting.set(count, { resolve, reject, hear: hearOne });
        host.post({ message: 'call', id: count, name, given });
      }),
    usedBytes: host.usedBytes,
    stop: async (graceMs = GRACE_MS) => {
      asked = true;
      host.post({ message: 'stop' });
      const late = setTimeout(() => void host.kill(), graceMs);
      await gone;
      clearTimeout(late);
    },
    end: async (cause) => {
      asked = true;
      endedWith ??= cause;
      // Ended while it loads native code, a thread takes the whole process with it (an abort in napi).
      if (!apart) await Promise.race([ready, gone, wait(GRACE_MS, undefined, { ref: false })]);
      await host.kill();
      await gone;
    },
  };
};
