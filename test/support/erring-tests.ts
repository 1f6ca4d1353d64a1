import { AsyncResource } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Domain } from './test-domain.ts';

/** Run as a child process by test/house/test-domain.test.ts: errors that nobody catches, while tests run as tap runs them; prints who was told. */
const told: string[] = [];

const testOf = (name: string) => {
  const scope = new AsyncResource(name);
  const domain = scope.runInAsyncScope(
    () => new Domain((cause, type) => told.push(`${name}: ${cause}, ${type}`)),
  );
  return { begin: () => scope.runInAsyncScope(() => undefined), end: () => domain.destroy() };
};

/** An error of a kind that comes to nobody but the process, and the time for it to come. */
const err = async (cause: string, how: 'thrown' | 'rejected'): Promise<void> => {
  const error = new Error(cause);
  if (how === 'rejected') void Promise.reject(error);
  else
    setTimeout(() => {
      throw error;
    });
  await wait(10);
};

const [outer, inner, later] = [testOf('outer'), testOf('inner'), testOf('later')];
outer.begin();
await err('one', 'thrown');
inner.begin();
await err('two', 'rejected');
inner.end();
await err('three', 'thrown');
for (const test of [outer, later]) test.end();
process.stdout.write(JSON.stringify(told));
