import { join } from 'node:path';
import t, { type Test } from 'tap';
import { practitionerEntry } from '../../schema/practitioner.ts';
import { expirePhysicians, openDailyExpiry } from '../../src/jobs/expire-physicians.ts';
import { openPractitioners } from '../../src/registry/practitioners.ts';

const PUBLISHED = '2026-11-20T18:00:00.000Z';
const day = (after: number): Date => new Date(Date.parse(PUBLISHED) + after * 86_400_000);

const entry = practitionerEntry.parse({
  name: '编造医师',
  kind: 'registered',
  status: 'registered',
  sites: [{ name: '编造示例医院', main: true }],
  seen: { authority: '编造主管部门', url: 'https://example.org/doctor', on: '2026-11-01' },
});

/** A folder with one row, which may be kept until 2027-12-06. */
const withRow = async (t: Test) => {
  const data = t.testdir();
  const people = openPractitioners(data);
  t.teardown(people.close);
  await people.record(entry, [{ institution: 'made-up', main: true }], day(0));
  return { data, people };
};

t.test('a clock that ran ahead erases nothing, and is named', async (t) => {
  const { people } = await withRow(t);
  for (const wrong of [day(500), day(-1)]) {
    const found = await expirePhysicians(people, wrong, PUBLISHED);
    t.match(found, { refused: new RegExp(`the clock says ${wrong.toISOString()}`) });
  }
  t.same(await expirePhysicians(people, day(1), PUBLISHED), { erased: 0 });
  t.match(await expirePhysicians(people, day(501), day(501).toISOString()), {
    refused: /500 days after the last erasure \(2026-11-22\)/,
  });
  t.match(await expirePhysicians(people, day(1), null), { refused: /no generation is published/ });
  t.equal(await people.count(), 1, 'not even where a generation bears the wrong day');
});

t.test(
  'rows past their term are erased as the days go by, or when a person says the clock is right',
  async (t) => {
    const { people } = await withRow(t);
    for (let after = 0; after <= 381; after += 30)
      t.same(await expirePhysicians(people, day(after), PUBLISHED), { erased: 0 });
    t.same(await expirePhysicians(people, day(389), PUBLISHED), { erased: 1 });
    t.same(await expirePhysicians(people, day(900), PUBLISHED, true), { erased: 0 });
    t.equal(await people.lastExpiry(), '2029-05-09');
    t.match(await expirePhysicians(people, day(800), PUBLISHED), {
      refused: /-100 days after the last erasure \(2029-05-09\)/,
    });
  },
);

t.test('the service erases once a day, and says when it does not', async (t) => {
  const { data, people } = await withRow(t);
  const said: string[] = [];
  const tell = (_about: object, text: string): void => void said.push(text);
  let now = day(0);
  const needs = { clock: () => now, publishedAt: () => PUBLISHED, log: { info: tell, error: tell } };
  await openDailyExpiry({ ...needs, data: join(data, 'another') })();
  t.same(said, [], 'where nobody was ever recorded');
  const look = openDailyExpiry({ ...needs, data });
  await look();
  await look();
  now = day(500);
  await look();
  t.match(said, [/erased/, /no row of a physician is erased: the clock says 2028/]);
  t.equal(said.length, 2);
  t.equal(await people.count(), 1);
});
