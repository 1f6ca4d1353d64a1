import t from 'tap';
import { fc } from '../support/draws.ts';
import { twinRecord, twinRows } from '../support/near-twins.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

t.test(
  'a directory that puts a hospital into another town takes no row of an authority from it',
  async (t) => {
    const toy = await openToy(t.testdir());
    t.teardown(() => toy.store.close());
    const name = '编造大学附属示意医院';
    const province = '编造省';
    const lists = [
      toySource(toy.root, [toyRecord(name, { province, city: '编造市' })]),
      toySource(toy.root, [toyRecord(name, { province })], { id: 'cn-toyville-cityless' }),
    ];
    const together = async (): Promise<number> => {
      const reader = toy.store.reader();
      const found = [];
      for (const id of await reader.institutionIds(null, 9)) found.push(await reader.dossier(id));
      return Math.max(...found.map((dossier) => dossier?.evidence.length ?? 0));
    };
    await toy.night(lists);
    t.equal(await together(), 2);
    const directory = { id: 'cn-toyville-directory', evidenceKind: 'directory' } as const;
    const misplaced = toySource(toy.root, [toyRecord(name, { province, city: '虚构市' })], directory);
    await toy.night([...lists, misplaced], '2026-02-02T00:00:00.000Z');
    t.equal(await together(), 2);
  },
);

t.test('lists read night after night make the same institutions as all of them read at once', async (t) => {
  const root = t.testdir({});
  let run = 0;
  const partition = async (
    nights: readonly (readonly number[])[],
    rows: typeof twinRows extends fc.Arbitrary<infer R> ? R : never,
  ) => {
    run += 1;
    const toy = await openToy(`${root}/run-${run}`);
    for (const lists of nights) {
      const sources = lists.map((list) =>
        toySource(
          toy.root,
          rows.flatMap((one, at) => (one.list === list ? [twinRecord(one, at)] : [])),
          { id: `cn-toyville-list${list}`, evidenceKind: list === 2 ? 'directory' : 'official-list' },
        ),
      );
      await toy.night(sources);
    }
    const reader = toy.store.reader();
    const groups: string[] = [];
    for (const id of await reader.institutionIds(null, 200)) {
      const dossier = await reader.dossier(id);
      groups.push(
        (dossier?.evidence ?? [])
          .map(({ source, row: at }) => `${source}#${at}`)
          .sort()
          .join(' '),
      );
    }
    await toy.store.close();
    return groups.sort().join('\n');
  };
  const same = fc.asyncProperty(twinRows, async (rows) => {
    const atOnce = await partition([[1, 2, 3]], rows);
    return (await partition([[3], [3, 1], [1, 2, 3]], rows)) === atOnce;
  });
  await fc.assert(same, { numRuns: 5 });
});
