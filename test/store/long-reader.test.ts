import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openStore } from '../../src/store/open-store.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

t.test('a thread that works with one reader for long keeps it until a newer generation', async (t) => {
  const toy = await openToy(t.testdir());
  const night = (name: string, at: string) =>
    toy.night([toySource(toy.root, [toyRecord(name)], { asOf: at.slice(0, 10) })], at);
  await night('编造甲示例医院', '2026-01-01T00:00:00.000Z');
  const aside = await openStore({ data: toy.root, alone: true, graceMs: 1 });
  t.teardown(() => Promise.all([toy.store.close(), aside.close()]));
  await night('编造乙示例医院', '2026-02-01T00:00:00.000Z');
  t.equal(await aside.refresh(), true);
  const reader = aside.reader();
  // Longer than readers that were replaced are kept, twice over.
  await wait(30);
  t.equal((await reader.institutionIds(null, 9)).length, 2);
  t.equal(aside.reader(), reader);
});
