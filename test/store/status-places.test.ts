import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openServiceState } from '../../src/store/open-store.ts';
import type { StatusPlaces } from '../../src/store/service/status-places.ts';

const TODAY = '2026-11-21';
/** A list as short as a test can fill. */
const bounds = { places: 8, most: 8, forgetBefore: '2026-10-22' };

const openPlaces = (t: Test): StatusPlaces => {
  const state = openServiceState(join(t.testdir(), 'data'));
  t.teardown(state.close);
  return state.statusPlaces;
};

const ask = (institution: string, wanted: number, today = TODAY) => ({
  institution,
  site: 'agency.example',
  campus: null,
  ask: null,
  state: 'confirmed',
  kid: 'k1',
  wanted,
  today,
});

t.test('a statement has the place it wants, else the next free one, over the end of the list', async (t) => {
  const places = openPlaces(t);
  const given = [];
  for (const [at, wanted] of [6, 6, 6, 0, 3, 7].entries())
    given.push(await places.place(ask(`made-up-${at}`, wanted), bounds));
  t.strictSame(given, [6, 7, 0, 1, 3, 2]);
  t.equal(await places.place(ask('made-up-2', 6), bounds), 0, 'the same statement, the same place');
  t.equal(
    await places.place({ ...ask('made-up-2', 6), campus: 'Made-up Campus' }, bounds),
    4,
    'a campus is another',
  );
});

t.test('a full list says so at once, and goes on giving known statements their places', async (t) => {
  const places = openPlaces(t);
  for (let at = 0; at < 8; at += 1) await places.place(ask(`made-up-${at}`, 0), bounds);
  t.equal(await places.place(ask('made-up-8', 5), bounds), null);
  t.equal(await places.place(ask('made-up-8', 5), { ...bounds, most: 100 }), null, 'nor beyond its end');
  t.equal(await places.place(ask('made-up-3', 0, '2026-11-22'), bounds), 3);
  t.equal((await places.issuedSince(TODAY)).length, 8);
});

t.test('statements nobody asked for in thirty days make room for new ones', async (t) => {
  const places = openPlaces(t);
  for (let at = 0; at < 8; at += 1)
    await places.place(ask(`made-up-${at}`, at, at < 3 ? '2026-10-21' : '2026-10-22'), bounds);
  t.equal(await places.place(ask('made-up-8', 6), bounds), 0);
  t.strictSame(
    (await places.issuedSince('2026-01-01')).map(({ place }) => place),
    [0, 3, 4, 5, 6, 7],
  );
});
