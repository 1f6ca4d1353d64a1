import t from 'tap';
import type { InstitutionRecord } from '../../schema/record.ts';
import { nameBlock } from '../../src/names/link/block-keys.ts';
import { linkProfile } from '../../src/names/link/link-profile.ts';
import { statedText } from '../../src/names/link/stated.ts';
import { reconcile } from '../../src/registry/reconcile.ts';
import { fc } from '../support/draws.ts';
import { twinRecord, twinRows } from '../support/near-twins.ts';
import { openToy, type Toy, toySource } from '../support/toy-night.ts';

const CHANGES = ['none', 'grade', 'room', 'house', 'name', 'number', 'gone'] as const;
type Change = (typeof CHANGES)[number];

/** What a list may print of the same row the night after. */
const changed = (record: InstitutionRecord, change: Change): readonly InstitutionRecord[] => {
  const { place = { region: 'mainland' }, names } = record;
  const scope = { kind: 'institution' } as const;
  const after: Readonly<Record<Change, Partial<InstitutionRecord>>> = {
    none: {},
    grade: { credentials: [{ gate: 'grade', code: 'grade:3A', status: 'approved', scope }] },
    room: { place: { ...place, address: `${place.address}二楼` } },
    house: { place: { ...place, address: '虚构路9号' } },
    name: { names: names.map((name) => ({ ...name, value: '南京第九示意医院' })) },
    number: { identifiers: [{ scheme: 'uscc', value: 'MADEUPLATER' }] },
    gone: {},
  };
  return change === 'gone' ? [] : [{ ...record, ...after[change] }];
};

const listOf = (toy: Toy, list: number, records: readonly InstitutionRecord[]) =>
  toySource(toy.root, records, {
    id: `cn-toyville-list${list}`,
    evidenceKind: list === 2 ? 'directory' : 'official-list',
    // Of a complete list two rows are two institutions, while they stand on it.
    completeness: list === 3 ? 'complete' : 'partial',
  });

/** All that is known of all institutions, and the pairs a person is asked about. */
const known = async ({ store }: Toy) => {
  const reader = store.reader();
  const ids = await reader.institutionIds(null, 200);
  const dossiers = await Promise.all(ids.map((id) => reader.dossier(id)));
  // Those of one probability stand in the order in which they were found.
  const pairs = (await store.reviewPairs()).map((pair) => JSON.stringify(pair)).sort();
  return { dossiers, pairs };
};

const comparedAnew = async ({ store }: Toy): Promise<void> => {
  const at = '2026-04-01T00:00:00.000Z';
  await store.reconcile('other code', (registry) =>
    reconcile(registry, { at, code: 'other code', everything: true }),
  );
  await store.refresh();
};

t.test(
  'a night that compares only what rows state otherwise finds what comparing all anew finds',
  async (t) => {
    const root = t.testdir({});
    let run = 0;
    const changes = fc.array(fc.constantFrom(...CHANGES), { minLength: 14, maxLength: 14 });
    const same = fc.asyncProperty(twinRows, changes, changes, async (rows, first, second) => {
      run += 1;
      const toy = await openToy(`${root}/run-${run}`);
      let page = rows.map((row, at) => ({
        list: row.list,
        records: [twinRecord(row, at)] as readonly InstitutionRecord[],
      }));
      const night = () =>
        toy.night(
          [1, 2, 3].map((list) =>
            listOf(
              toy,
              list,
              page.flatMap((one) => (one.list === list ? one.records : [])),
            ),
          ),
        );
      await night();
      for (const how of [first, second]) {
        page = page.map(({ list, records }, at) => ({
          list,
          records: records.flatMap((record) => changed(record, how[at] ?? 'none')),
        }));
        await night();
      }
      const before = await known(toy);
      await comparedAnew(toy);
      t.strictSame(await known(toy), before);
      await toy.store.close();
    });
    await fc.assert(same, { numRuns: 6 });
  },
);

t.test(
  'rows that state the same have the same profile, and a name, number, house or list is no small thing',
  (t) => {
    const rowsOf = (record: InstitutionRecord, listed = true) => [
      { source: 'cn-toyville-list', official: true, listed, record },
    ];
    const [twin = twinRecord({ who: 0, list: 1, city: true, number: 'own' }, 0)] = [];
    const told: Readonly<Record<Change, boolean>> = {
      none: false,
      grade: false,
      room: false,
      house: true,
      name: true,
      number: true,
      gone: true,
    };
    const old = rowsOf(twin, false);
    for (const change of CHANGES) {
      const now = [...old, ...changed(twin, change).flatMap((record) => rowsOf(record))];
      t.equal(statedText(now) !== statedText(rowsOf(twin)), told[change], change);
      if (!told[change]) t.strictSame(linkProfile('cn', now), linkProfile('cn', rowsOf(twin)), change);
    }
    t.end();
  },
);

t.test('keys of two hundred thousand names that differ in a character or a number are all different', (t) => {
  const keys = new Set<number>();
  for (let at = 0; at < 100_000; at += 1) {
    const char = String.fromCharCode(0x4e00 + (at % 20_000), 0x4e00 + Math.floor(at / 20_000));
    keys.add(nameBlock(`编造${char}医院`)).add(nameBlock(`编造第${at}医院`));
  }
  t.equal(keys.size, 200_000);
  t.ok([...keys].every((key) => Number.isSafeInteger(key) && key >= 0 && key < 2 ** 48));
  t.end();
});
