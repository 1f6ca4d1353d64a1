import { nameKeys } from '../../src/name-keys/keys.ts';
import { placeNamed } from '../../src/places/place-names.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import type { MadeUp } from './made-up.ts';
import { pick, random } from './seeded.ts';

const CAMPUSES = [
  '东院区',
  '西院',
  '南院',
  '滨江院区',
  '浦东分院',
  '国际医疗部',
  '北院区',
  '开发区分院',
  '城东院区',
];
const ENGLISH_CAMPUSES: readonly ((name: string) => string)[] = [
  (name) => `${name} East Campus`,
  (name) => `${name}, Pudong Branch`,
  (name) => `Putuo Branch of ${name}`,
  (name) => `${name} Moon Lake Branch`,
  (name) => `${name} International Medical Center`,
  (name) => `${name} South Campus`,
];

/** Changed names that nobody on record bears. All made up. */
const changedNames = (
  rows: readonly NameRow[],
  known: ReadonlySet<string>,
  count: number,
  change: (row: NameRow, next: () => number) => string,
): MadeUp[] => {
  const next = random(count * 31);
  const out = new Map<string, MadeUp>();
  for (let tries = 0; rows.length > 0 && out.size < count && tries < count * 5; tries += 1) {
    const row = pick(rows, next);
    const query = change(row, next);
    if (query !== row.value && !known.has(nameKeys(query).full))
      out.set(query, { query, madeUp: true, like: row.value });
  }
  return [...out.values()];
};

/** Campuses and branches that nobody has on record. All made up. */
export const branches = (rows: readonly NameRow[], known: ReadonlySet<string>): MadeUp[] => [
  ...changedNames(
    rows.filter((row) => row.language === 'zh' && row.kind === 'legal' && row.value.endsWith('医院')),
    known,
    500,
    (row, next) => row.value + pick(CAMPUSES, next),
  ),
  ...changedNames(
    rows.filter((row) => row.language === 'en' && /hospital/iu.test(row.value)),
    known,
    500,
    (row, next) => pick(ENGLISH_CAMPUSES, next)(row.value),
  ),
];

const INSERTED = ['东区', '西城', '高新', '新城', '城北', '松山湖', '武昌', '开发区', '江北', '滨海'];

/** A chain's or a city's hospital with another district put into its name. All made up. */
export const districts = (rows: readonly NameRow[], known: ReadonlySet<string>): MadeUp[] =>
  changedNames(
    rows.filter((row) => /^\p{Script=Han}{2}市?(?!第)\p{Script=Han}{2,}医院$/u.test(row.value)),
    known,
    400,
    (row, next) => {
      const at = row.value.charAt(2) === '市' ? 3 : 2;
      return row.value.slice(0, at) + pick(INSERTED, next) + row.value.slice(at);
    },
  );

const OTHER_LEVEL: Readonly<Record<string, string>> = { 县: '市', 市: '县' };

/** The town's name with another level, unless that is what it was called before. */
const atOtherLevel = (name: string): string => {
  const town = name.slice(0, 2) + (OTHER_LEVEL[name.charAt(2)] ?? '');
  return placeNamed(town)?.now === undefined ? town + name.slice(3) : name;
};

/** A town's hospital with another level of town (和田市, 和田县). All made up. */
export const levels = (rows: readonly NameRow[], known: ReadonlySet<string>): MadeUp[] =>
  changedNames(
    rows.filter((row) => row.kind === 'legal' && /^\p{Script=Han}{2}[县市]/u.test(row.value)),
    known,
    400,
    (row) => atOtherLevel(row.value),
  );

const OTHER_NUMBER: Readonly<Record<string, string>> = {
  first: 'Nineteenth',
  second: 'Seventeenth',
  third: 'Sixteenth',
};

/** English names with another number. All made up. */
export const numbers = (rows: readonly NameRow[], known: ReadonlySet<string>): MadeUp[] =>
  changedNames(
    rows.filter((row) => /\b(?:first|second|third)\b/iu.test(row.value)),
    known,
    100,
    (row) => row.value.replace(/first|second|third/iu, (word) => OTHER_NUMBER[word.toLowerCase()] ?? word),
  );
