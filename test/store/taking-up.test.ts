import { setImmediate as turn } from 'node:timers/promises';
import { openStore } from '../../src/store/open-store.ts';
import { onEachEngine } from '../support/engines.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };

onEachEngine(
  'what answers was made ready, and no stream of publications keeps the oldest one',
  async (t, data) => {
    const toy = await openToy(data);
    t.teardown(() => toy.store.close());
    const night = (name: string) =>
      toy.night([toySource(toy.root, [toyRecord(name, place, { key: 'same-row' })])]);
    const answering = await openStore({ data });
    t.teardown(() => answering.close());
    await night('编造第一医院');
    const ready: number[] = [];
    const older = answering.reader();
    const before = async (generation: number): Promise<number> => {
      t.equal(answering.reader().generation, answered.at(-1), 'the older one answers meanwhile');
      ready.push(generation);
      // Each of the first looks finds that something was published while it made its own ready.
      if (ready.length <= 3) await night(`编造第${ready.length}00医院`);
      return generation;
    };
    const answered = [older.generation];
    while (await answering.refresh({ before })) answered.push(answering.reader().generation);
    t.same(ready, [1, 2, 3, 4], 'each once');
    t.ok(answered.slice(1).every((one) => ready.includes(one)));
    t.equal(answering.reader().generation, 4, 'nothing newer is left');
    // An engine that opens any generation moves to what is ready, whatever was published meanwhile.
    if (t.name.endsWith('(PostgreSQL)')) t.same(answered, [0, 1, 2, 3, 4]);
  },
);

onEachEngine('others have their turns while a newer generation is opened', async (t, data) => {
  const toy = await openToy(data);
  t.teardown(() => toy.store.close());
  const answering = await openStore({ data });
  t.teardown(() => answering.close());
  await toy.night([toySource(toy.root, [toyRecord('编造第一医院', place)])]);
  let turns = 0;
  let opening = true;
  const others = (async () => {
    for (; opening; turns += 1) await turn();
  })();
  t.equal(await answering.refresh(), true);
  opening = false;
  await others;
  t.ok(turns >= 2, `${turns} turns`);
});
