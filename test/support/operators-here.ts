import type { OperatorWorkerClient } from '../../src/http/operator/jobs.ts';
import { leaseHolder } from '../../src/jobs/lease-guard.ts';
import { type OperatorWorkerSettings, openJobs } from '../../src/jobs/operator/open-jobs.ts';
import { packError, unpackError } from '../../src/jobs/worker-messages.ts';

/**
 * Does the jobs of operators in the thread of the test, on copies of what is sent, as between threads: a thread that loads all of it anew
 * takes a second of processor time. test/http/operator-captures.test.ts and test/jobs/operator-memory.test.ts ask the real thread.
 */
export const operatorsHere = (settings: OperatorWorkerSettings): OperatorWorkerClient => {
  let opened: ReturnType<typeof openJobs> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (name, given) => {
      const done = last.then(async () => {
        opened ??= openJobs(settings);
        const { jobs } = await opened;
        const holder = leaseHolder('operator');
        // The compiler does not see that a job takes what its own name is given.
        const job = jobs[name] as unknown as (given: unknown, tell: () => void) => Promise<never>;
        return job({ ...structuredClone(given), holder }, () => undefined).then(
          structuredClone<never>,
          (cause) => {
            throw unpackError(packError(cause));
          },
        );
      });
      last = done.catch(() => undefined);
      return done;
    },
    close: async () => {
      await last;
      await (await opened)?.close();
    },
  };
};
