import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { LicetError } from '../../src/errors.ts';
import type { AsideCalls } from '../../src/jobs/aside.ts';
import { type ChannelSettings, openChannel, WorkerEnded } from '../../src/jobs/worker-channel.ts';
import { WorkerFault } from '../../src/jobs/worker-messages.ts';
import { keepStateIn, nameProcess } from '../../src/store/open-store.ts';
import type { TalkingCalls } from '../support/talking-worker.ts';

const file = new URL('../support/talking-worker.ts', import.meta.url);
/** `data`: how many milliseconds the worker takes to close. */
const open = (more: Partial<ChannelSettings<string>> = {}) =>
  openChannel<TalkingCalls, string>({ file, data: 0, ...more });

t.test('a call is answered, in its order, with its own events', async (t) => {
  const worker = open();
  const heard: string[] = [];
  const answers = await Promise.all([
    worker.call('sleep', 30),
    worker.call('count', 2, (event) => heard.push(event)),
    worker.call('double', 21),
  ]);
  t.strictSame(answers, ['slept', 'counted', 42]);
  t.strictSame(heard, ['1 of 2', '2 of 2']);
  await worker.stop();
});

t.test('a problem arrives with its code and fields, a fault with its message, code and stack', async (t) => {
  const worker = open();
  const problem = await worker.call('refuse', 'come again').catch((cause: unknown) => cause);
  t.ok(problem instanceof LicetError);
  t.match(problem, { code: 'LICET_BUSY', message: 'come again', fields: [{ field: '/made-up' }] });
  const fault = await worker.call('fail', 'no room').catch((cause: unknown) => cause);
  t.ok(fault instanceof WorkerFault);
  t.match(fault, { code: 'SQLITE_FULL', message: 'no room', stack: /talking-worker\.ts/ });
  t.equal(await worker.call('double', 1), 2, 'the worker lives on');
  await worker.stop();
});

t.test(
  'whatever ends a worker, every caller that waits hears of it, and later callers at once',
  async (t) => {
    for (const [call, why] of [
      ['crash', 'crashed'],
      ['exit', 'stopped'],
      ['hoard', 'out-of-memory'],
    ] as const) {
      const ends: WorkerEnded[] = [];
      const worker = open({
        resourceLimits: { maxOldGenerationSizeMb: 96 },
        ended: (cause) => ends.push(cause),
      });
      const waiting = [worker.call(call, null), worker.call('double', 1)];
      const causes = await Promise.all(waiting.map((one) => one.catch((cause: unknown) => cause)));
      t.match(causes, [{ why }, { why }], call);
      t.ok(causes.every((cause) => cause instanceof WorkerEnded));
      t.match(ends, [{ why }], `${call}: told once`);
      t.match(await worker.call('double', 1).catch((cause: unknown) => cause), { why });
      t.equal(await worker.usedBytes(), 0);
      await worker.stop();
    }
  },
);

t.test('a stop lets the call under way finish and the worker close', async (t) => {
  const heard: string[] = [];
  const ends: WorkerEnded[] = [];
  const worker = open({ data: 20, hear: (event) => heard.push(event), ended: (cause) => ends.push(cause) });
  const answer = worker.call('sleep', 50);
  await worker.stop();
  t.equal(await answer, 'slept');
  t.strictSame(heard, ['closed']);
  t.equal(ends.length, 0, 'an end that was asked for is no news');
});

t.test(
  'a worker in a process of its own is asked, answers, fails and ends as one in a thread does',
  async (t) => {
    const ends: WorkerEnded[] = [];
    const heard: string[] = [];
    const [folder, database] = ['kept elsewhere', 'postgres://licet@127.0.0.1/made-up'];
    keepStateIn(folder, database);
    nameProcess('licet made-up');
    const worker = open({
      apart: true,
      hear: (event) => heard.push(event),
      ended: (cause) => ends.push(cause),
    });
    t.not(await worker.call('pid', null), process.pid);
    const kept = { databases: { [resolve(folder)]: database }, name: 'licet made-up' };
    t.match(await worker.call('kept', null), kept, 'it opens what whoever opened it would');
    const counted: string[] = [];
    t.equal(await worker.call('count', 2, (event) => counted.push(event)), 'counted');
    t.strictSame(counted, ['1 of 2', '2 of 2']);
    const problem = await worker.call('refuse', 'come again').catch((cause: unknown) => cause);
    t.match(problem, { code: 'LICET_BUSY', message: 'come again', fields: [{ field: '/made-up' }] });
    const fault = await worker.call('fail', 'no room').catch((cause: unknown) => cause);
    t.match(fault, { code: 'SQLITE_FULL', message: 'no room', stack: /talking-worker\.ts/ });
    const slow = worker.call('sleep', 50);
    await worker.stop();
    t.equal(await slow, 'slept');
    t.strictSame([heard, ends], [['closed'], []], 'an end that was asked for is no news');

    const other = open({ apart: true, ended: (cause) => ends.push(cause) });
    const pid = await other.call('pid', null);
    process.kill(pid, 'SIGTERM');
    t.equal(await other.call('double', 1), 2, 'a signal to all is answered by whoever opened it');
    const never = other.call('sleep', 60_000).catch((cause: unknown) => cause);
    process.kill(pid, 'SIGKILL');
    t.match(await never, { name: 'WorkerEnded', why: 'crashed', message: /SIGKILL/ });
    t.match(ends, [{ why: 'crashed' }], 'told once');
    t.match(await other.call('double', 1).catch((cause: unknown) => cause), { why: 'crashed' });
    await other.stop();
  },
);

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

t.test('a worker in a process of its own is gone soon after whoever opened it was killed', async (t) => {
  const opener = fork(join(import.meta.dirname, '../support/opens-apart.ts'));
  const [pid] = (await once(opener, 'message')) as [number];
  t.ok(isThere(pid));
  opener.kill('SIGKILL');
  for (let waited = 0; waited < 5_000 && isThere(pid); waited += 20) await wait(20);
  t.notOk(isThere(pid));
});

t.test('a stop that takes longer than its grace ends the thread', async (t) => {
  const worker = open();
  await worker.call('double', 1);
  const answer = worker.call('sleep', 60_000).catch((cause: unknown) => cause);
  await wait(20);
  await worker.stop(50);
  t.match(await answer, { name: 'WorkerEnded', why: 'stopped' });
});

t.test('an end gives its cause to whoever waits, and memory is told while the worker is busy', async (t) => {
  const worker = open({ resourceLimits: { maxOldGenerationSizeMb: 512 } });
  await worker.call('double', 1);
  const cause = new Error('enough');
  const answer = worker.call('hoard', null).catch((one: unknown) => one);
  while ((await worker.usedBytes()) < 64 * 1_048_576) await wait(5);
  await worker.end(cause);
  t.equal(await answer, cause);
});

t.test('an end that comes while the thread loads native code waits until it is loaded', async (t) => {
  const data = join(t.testdir(), 'data');
  mkdirSync(data);
  const file = new URL('../../src/jobs/headlines/headline-worker.ts', import.meta.url);
  for (const ms of [0, 90]) {
    const channel = openChannel<AsideCalls>({
      file,
      data: { data },
    });
    await wait(ms);
    await channel.end(new Error('made up'));
    t.equal(await channel.usedBytes(), 0, `ended after ${ms} ms, and this process is still there`);
  }
});
