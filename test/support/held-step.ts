import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One line for whoever started this process. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * For a process that is to be killed at a known place, however quick or slow the machine: what is done under the name `step` is done
 * so many times; then this says `held` and goes no further.
 */
export const holdingAt = (step = '', times = '1') => {
  let left = Number(times);
  return async <T>(name: string, work: Promise<T>): Promise<T> => {
    const done = await work;
    if (name !== step) return done;
    left -= 1;
    if (left > 0) return done;
    say('held');
    return new Promise(() => undefined);
  };
};

/** Lets a process run until it has said all of these lines, then kills it without a word. */
export const killedOnceItSaid = async (
  run: ChildProcessWithoutNullStreams,
  ...said: readonly string[]
): Promise<void> => {
  const gone = once(run, 'close');
  const heard = new Set<string>();
  for await (const line of createInterface({ input: run.stdout })) {
    heard.add(line);
    if (said.every((one) => heard.has(one))) break;
  }
  run.kill('SIGKILL');
  await gone;
};
