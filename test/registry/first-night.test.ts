import t from 'tap';
import { reconcile } from '../../src/registry/reconcile.ts';
import { fc } from '../support/draws.ts';
import { type TwinRow, twinRecord, twinRows } from '../support/near-twins.ts';
import { openToy, type Toy, toySource } from '../support/toy-night.ts';

const ALL = [1, 2, 3];

const listsOf = (toy: Toy, rows: readonly TwinRow[], lists: readonly number[]) =>
  lists.map((list) =>
    toySource(
      toy.root,
      rows.flatMap((one, at) => (one.list === list ? [twinRecord(one, at)] : [])),
      { id: `cn-toyville-list${list}`, evidenceKind: list === 2 ? 'directory' : 'official-list' },
    ),
  );

/** All dossiers and all pairs left to a person, the pairs in no order. */
const contents = async ({ store }: Toy) => {
  const reader = store.reader();
  const dossiers = [];
  for (const id of await reader.institutionIds(null, 200)) dossiers.push(await reader.dossier(id));
  const pairs = (await store.unorderedPairs()).map(
    ({ institution, candidate, why }) => `${[institution, candidate].sort().join(' ')} ${why}`,
  );
  return { dossiers, pairs: pairs.sort() };
};

t.test('whatever a first night leaves out asking, asking everything again leaves as it is', async (t) => {
  const root = t.testdir({});
  let run = 0;
  const same = fc.asyncProperty(twinRows, async (rows) => {
    run += 1;
    const toy = await openToy(`${root}/run-${run}`);
    const { registryHash } = await toy.night(listsOf(toy, rows, ALL));
    const first = await contents(toy);
    const needs = { at: '2026-02-02T00:00:00.000Z', code: 'other code' };
    let again = '';
    await toy.store.reconcile('other code', async (registry, everything) => {
      const done = await reconcile(registry, { ...needs, everything });
      again = done.registryHash;
      return done;
    });
    await toy.store.refresh();
    t.equal(again, registryHash, 'the same registry hash');
    t.strictSame(await contents(toy), first, 'and the same dossiers and pairs');
    await toy.store.close();
  });
  await fc.assert(same, { numRuns: 5 });
});

/** The same by what institutions are made of: of two ids the one that is kept is the older one, which nights decide. */
const byRows = ({ dossiers, pairs }: Awaited<ReturnType<typeof contents>>): string => {
  const rowsOf = new Map(
    dossiers.map((one) => [
      one?.id ?? '',
      (one?.evidence ?? [])
        .map(({ source, row }) => `${source}#${row}`)
        .sort()
        .join(),
    ]),
  );
  const named = JSON.stringify([dossiers.map((one) => JSON.stringify(one)).sort(), pairs]);
  const renamed = named.replace(/cn[a-z2-7]{10,50}/g, (id) => rowsOf.get(id) ?? id);
  const [all, left] = JSON.parse(renamed) as [string[], string[]];
  return JSON.stringify([all.sort(), left.map((one) => one.split(' ').sort()).sort()]);
};

t.test('rows loaded at once are the registry that they are when they come list by list', async (t) => {
  const root = t.testdir({});
  let run = 0;
  const filled = async (rows: readonly TwinRow[], nights: readonly (readonly number[])[]) => {
    run += 1;
    const toy = await openToy(`${root}/run-${run}`);
    for (const lists of nights) await toy.night(listsOf(toy, rows, lists));
    const found = byRows(await contents(toy));
    await toy.store.close();
    return found;
  };
  const same = fc.asyncProperty(twinRows, async (rows) => {
    const atOnce = await filled(rows, [ALL]);
    t.equal(await filled(rows, [[1], [1, 2], ALL]), atOnce);
  });
  await fc.assert(same, { numRuns: 5 });
});
