import { setImmediate as turn } from 'node:timers/promises';
import { openStore } from '../../src/store/open-store.ts';
import { onEachEngine } from '../support/engines.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };

onEachEngine(
  'what is published while a generation is made ready is made ready too, before it answers',
  async (t, data) => {
    const toy = await openToy(data);
    t.teardown(() => toy.store.close());
    const night = (name: string) =>
      toy.night([toySource(toy.root, [toyRecord(name, place, { key: 'same-row' })])]);
    const answering = await openStore({ data });
    t.teardown(() => answering.close());
    await night('编造第一医院');
    const ready: number[] = [];
    const moved = await answering.refresh({
      before: async (generation) => {
        t.equal(answering.reader().generation, 0, 'the older one answers meanwhile');
        ready.push(generation);
        if (ready.length === 1) await night('编造第二医院');
      },
    });
    t.equal(moved, true);
    t.same(ready, [1, 2]);
    t.equal(answering.reader().generation, 2);
    t.equal(await answering.refresh(), false, 'nothing newer is left');
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
