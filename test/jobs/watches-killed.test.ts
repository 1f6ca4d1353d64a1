import { join } from 'node:path';
import t from 'tap';
import { spawnPlain } from '../support/child.ts';
import { killedOnceItSaid } from '../support/held-step.ts';
import { watchedNights } from '../support/watched-nights.ts';

const child = join(import.meta.dirname, '../support/comparing-watches.ts');
const HOSPITALS = 100;
const names = Array.from({ length: HOSPITALS }, (_, at) => `苏州编造第${at + 1}示例医院`);

t.test('a comparison that is killed again and again tells every change once, and none is lost', async (t) => {
  const { dir, state, night, compare, keyOf, watch, eventsOf } = await watchedNights(t);
  await night(Object.fromEntries(names.map((name) => [name, 'active'])), '2026-02-01');
  const key = await keyOf('Made-up Agency');
  const id = await watch(key, names);
  t.strictSame(await compare(), { compared: HOSPITALS, events: 0 });
  await night(Object.fromEntries(names.map((name) => [name, 'revoked'])), '2026-02-02');
  const told = async (): Promise<number> => (await state.watches.one('Made-up Agency', id))?.events ?? 0;
  const seen: number[] = [];
  const comparing = (...step: readonly string[]) => spawnPlain([child, dir, '2026-02-02T14:00:00Z', ...step]);
  for (const step of [['slice'], ['verdict', '10']]) {
    await killedOnceItSaid(comparing(...step), 'held');
    seen.push(await told());
  }
  t.strictSame(seen, [25, 25], 'it was killed after a slice, and amid one');
  t.match(await compare(), { events: HOSPITALS - 25 }, 'the next one goes on where it was');
  const events = [];
  for (let since = 0; since < HOSPITALS; since += 100) events.push(...(await eventsOf(key, id, since)));
  t.strictSame(
    events.map(({ number }) => number),
    names.map((_, at) => at + 1),
    'numbers without a gap',
  );
  t.equal(new Set(events.map(({ entry }) => entry)).size, HOSPITALS, 'each entry once');
  t.equal(await told(), HOSPITALS);
  t.strictSame(await compare(), { compared: 0, events: 0 });
});
