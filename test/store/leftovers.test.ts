import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openTidying, removeLeftovers } from '../../src/jobs/doctor/leftovers.ts';

const NOW = new Date('2026-11-29T04:00:00.000Z');
const TWO_DAYS_AGO = new Date('2026-11-27T03:00:00.000Z');
const AN_HOUR_AGO = new Date('2026-11-29T03:00:00.000Z');

/** A data folder with what three killed processes left two days ago, and the same an hour old, which somebody may still be writing. */
const folderWith = async (data: string, at: Date) => {
  const archive = openArchive(data);
  const page = await archive.put(new TextEncoder().encode('a page'));
  let place = '';
  for await (const file of archive.walk()) place = file.place;
  const stage = join(data, '.licet-backup-a1B2c3');
  mkdirSync(stage, { recursive: true });
  const left = [
    join(place, '..', '.0f0e0d0c-made-up.partial'),
    join(data, 'names.index.4711.new'),
    join(stage, 'licet.db'),
  ];
  for (const file of left) writeFileSync(file, 'unfinished');
  for (const file of [...left, stage]) utimesSync(file, at, at);
  writeFileSync(join(data, 'names.index'), 'whole');
  utimesSync(join(data, 'names.index'), TWO_DAYS_AGO, TWO_DAYS_AGO);
  return { archive, page, left };
};

t.test(
  'what a killed process left is removed once it has lain there for a day, and nothing else',
  async (t) => {
    const data = t.testdir();
    const { archive, page, left } = await folderWith(data, TWO_DAYS_AGO);
    t.equal(await removeLeftovers(data, archive, NOW), 3);
    t.strictSame(left.filter(existsSync), []);
    t.notOk(existsSync(join(data, '.licet-backup-a1B2c3')));
    t.ok(existsSync(join(data, 'names.index')), 'the index itself stays');
    t.ok(await archive.get(page), 'the page stays');
    t.equal(await removeLeftovers(data, archive, NOW), 0);
  },
);

t.test('what may still be written stays, and the night looks once a day', async (t) => {
  const data = t.testdir();
  const { archive, left } = await folderWith(data, AN_HOUR_AGO);
  let now = NOW;
  const tidy = openTidying(data, archive, () => now);
  await tidy();
  t.strictSame(left.filter(existsSync), left);
  now = new Date('2026-11-29T23:00:00.000Z');
  for (const file of left) utimesSync(file, TWO_DAYS_AGO, TWO_DAYS_AGO);
  await tidy();
  t.strictSame(left.filter(existsSync), left, 'it has looked today');
  now = new Date('2026-11-30T04:00:00.000Z');
  await tidy();
  t.notOk(left.some((file) => file.endsWith('.partial') && existsSync(file)));
});
