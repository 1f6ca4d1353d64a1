import { type AsyncResource, executionAsyncResource } from 'node:async_hooks';

/**
 * Stands in for `async-hook-domain`, by which tap tells to which test an error belongs that nobody caught: it hooks into every promise that
 * is made, which costs processor time. Here tests run one after another, so that it is the last one begun that has not ended.
 */
type Handler = (cause: unknown, type: 'uncaughtException' | 'unhandledRejection') => unknown;

/** Of tests that have begun and not ended, in the order in which they began. */
const begun: Domain[] = [];
let waiting = 0;

/** An error is the test's where no other handler is there for it; it ends no process then. A rejection nobody took comes here as well. */
const caught = (cause: unknown, type: Parameters<Handler>[1]): void => {
  if (process.hasUncaughtExceptionCaptureCallback() || process.listenerCount('uncaughtException') > 0) return;
  const innermost = begun.at(-1);
  if (innermost === undefined) return;
  innermost.onerror(cause, type);
  process.setUncaughtExceptionCaptureCallback(() => process.setUncaughtExceptionCaptureCallback(null));
};

/** From when its test begins until it is destroyed, errors that nobody caught are told to it, unless a later one has begun. */
export class Domain {
  onerror: Handler;
  #destroyed = false;

  constructor(onerror: Handler) {
    this.onerror = onerror;
    waiting += 1;
    if (waiting === 1) process.on('uncaughtExceptionMonitor', caught);
    this.#beginWith(executionAsyncResource() as Partial<AsyncResource>);
  }

  /** tap makes the domain of a test in the scope in which it runs the test later; its own is begun at once. */
  #beginWith(scope: Partial<AsyncResource>): void {
    const run = scope.runInAsyncScope?.bind(scope);
    if (run === undefined) this.#begin();
    else
      scope.runInAsyncScope = (work, of, ...given) => {
        this.#begin();
        return run(work, of, ...given);
      };
  }

  #begin(): void {
    if (!this.#destroyed && !begun.includes(this)) begun.push(this);
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    const at = begun.indexOf(this);
    if (at !== -1) begun.splice(at, 1);
    waiting -= 1;
    if (waiting === 0) process.removeListener('uncaughtExceptionMonitor', caught);
  }
}
