import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { LeaseTaken, withLease } from '../../src/jobs/lease-guard.ts';
import { startSchedule } from '../../src/jobs/schedule.ts';
import { openFetchedToy } from '../support/fetched-toy.ts';

t.test(
  'one holder of the lease harvests at a time, and a dead one keeps nobody waiting for long',
  async (t) => {
    const toy = await openFetchedToy(t);
    let time = Date.parse('2026-05-01T00:00:00Z');
    const lease = (holder: string) => ({ store: toy.store, clock: () => new Date(time), holder });
    await withLease(lease('one'), async () => {
      await t.rejects(
        withLease(lease('two'), async () => undefined),
        LeaseTaken,
      );
      time += 700_000;
      t.equal(await withLease(lease('two'), async () => 'mine'), 'mine', 'its time ran out');
    });
    t.equal(await withLease(lease('three'), async () => 'mine'), 'mine');
  },
);

t.test(
  'a night worker that breaks down is told, started anew, and the schedule can be stopped meanwhile',
  async (t) => {
    const data = join(t.testdir({ file: 'no folder' }), 'file');
    const faults: string[] = [];
    const log = { info: () => undefined, error: (about: object) => faults.push(JSON.stringify(about)) };
    const settings = { data, contact: null, fetch: false, look: '* * * * * *', jitterMs: 1 };
    const soon = startSchedule(settings, log, 1);
    while (faults.length < 2) await wait(20);
    await soon.stop();
    t.match(faults, [/ENOTDIR: not a directory/, /ENOTDIR: not a directory/]);
    const later = startSchedule(settings, log);
    const before = faults.length;
    while (faults.length === before) await wait(20);
    await later.stop();
  },
);
