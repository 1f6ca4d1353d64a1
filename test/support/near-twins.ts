import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from './draws.ts';
import { openToy, toyRecord, toySource } from './toy-night.ts';

/** Near-twins: different hospitals whose names or places differ in one part only. Each stands at an address of its own. */
const twins: readonly (readonly [string, string, string])[] = [
  ['江苏省', '南京市', '南京市第一示意医院'],
  ['江苏省', '南京市', '南京市第二示意医院'],
  ['江苏省', '南京市', '南京示意医院'],
  ['江苏省', '苏州市', '苏州示意医院'],
  ['江苏省', '无锡市', '示意医院'],
  ['江苏省', '常州市', '示意医院'],
  ['湖南省', '长沙市', '示意医院'],
  ['江苏省', '南京市', '南京示意中医院'],
  ['江苏省', '南京市', '南京示意中西医结合医院'],
  ['江苏省', '南京市', '编造大学附属示意医院'],
  ['江苏省', '南京市', '编造医科大学附属示意医院'],
  ['江苏省', '南京市', '南京示意医院江北院区'],
  ['江苏省', '南京市', '南京示意口腔医院'],
  ['江苏省', '徐州市', '鼓楼区示意医院'],
  ['江苏省', '南京市', '鼓楼区示意医院'],
];

/** Twins whose names contradict each other, so that not even one number on all their rows may join them. */
const CONTRADICTING: readonly number[] = [0, 1, 7, 8, 9, 12];

/** Rows of near-twins in three lists: with or without their city, with no number, their own, or one that other twins' rows bear too. */
export const twinRows = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: twins.length - 1 }),
    list: fc.integer({ min: 1, max: 3 }),
    city: fc.boolean(),
    number: fc.constantFrom('none', 'own', 'shared'),
  }),
  { minLength: 2, maxLength: 14 },
);
export type TwinRow = (typeof twinRows extends fc.Arbitrary<infer Rows> ? Rows : never)[number];

/** The row of a near-twin as its list prints it. */
export const twinRecord = ({ who, city, number }: TwinRow, at: number) => {
  const [province, town, name] = twins[who] ?? ['', '', ''];
  const value = number === 'own' ? `MADEUP${who}` : 'MADEUPSHARED';
  const none = number === 'none' || (number === 'shared' && !CONTRADICTING.includes(who));
  const identifiers = none ? [] : [{ scheme: 'uscc' as const, value }];
  const place = {
    province,
    address: `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'.charAt(who)}字路${who + 1}号`,
    ...(city && { city: town }),
  };
  return toyRecord(name, place, { key: `${at}`, row: at + 1, identifiers });
};

/** Reads the rows into a registry of their own; gives the names of every institution that holds rows of two twins. */
export const mergedTwins = async (root: string, run: number, rows: readonly TwinRow[]) => {
  const folder = join(root, `run-${run}`);
  mkdirSync(folder);
  const toy = await openToy(folder);
  const records = rows.map((row, at) => ({ list: row.list, record: twinRecord(row, at) }));
  const of = (list: number) => records.filter((one) => one.list === list).map(({ record }) => record);
  await toy.night(
    [1, 2, 3].map((list) =>
      toySource(toy.root, of(list), {
        id: `cn-toyville-list${list}`,
        evidenceKind: list === 2 ? 'directory' : 'official-list',
      }),
    ),
  );
  const reader = toy.store.reader();
  const mixed: (readonly string[])[] = [];
  for (const id of await reader.institutionIds(null, 100)) {
    const dossier = await reader.dossier(id);
    if (new Set(dossier?.addresses.map(({ address }) => address)).size > 1)
      mixed.push(dossier?.names.map(({ value }) => value) ?? []);
  }
  await toy.store.close();
  return mixed;
};
