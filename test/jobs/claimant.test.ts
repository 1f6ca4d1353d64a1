import { hostname } from 'node:os';
import t from 'tap';
import { claimantAt } from '../../src/jobs/batches/claimant.ts';

const now = new Date('2026-11-21T09:00:00Z');
const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();

t.test('two containers of one name whose processes have one number keep each other’s lists', (t) => {
  const [one, other] = ['one', 'other'].map((place) =>
    claimantAt(now, { place, pid: 7, id: `id in ${place}` }),
  );
  if (one === undefined || other === undefined) throw new Error('two were made');
  t.not(one.name, other.name);
  t.equal(other.isLive(one.name, before(1000)), true);
  t.equal(other.isLive(one.name, before(61_000)), false, 'but not for ever after a last sign of life');
  t.equal(other.isLive(`${hostname()} 7`, before(1000)), true, 'as an earlier version wrote it');
  t.end();
});

t.test('where numbers can be looked up, a claim ends with its process', (t) => {
  const { name, isLive } = claimantAt(now);
  const [place = '', pid] = name.split(' ');
  t.equal(Number(pid), process.pid);
  t.equal(isLive(`${place} ${process.ppid} another`, before(9_000_000)), true, 'one that runs is at it');
  t.equal(isLive(`${place} 4194305 another`, before(1)), false, 'one that does not is not');
  t.equal(isLive(`${place} ${process.pid} earlier`, before(1)), false, 'nor whoever had this number before');
  t.end();
});
