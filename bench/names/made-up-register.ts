import { canonicalZh, withoutParent, withoutPlace } from '../../src/name-keys/keys.ts';
import { parseName } from '../../src/names/parse/parse-name.ts';
import { latin } from '../../src/names/parse/sound.ts';
import { cities } from '../../src/places/divisions.ts';
import { shortName } from '../../src/places/short-name.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { baseRows } from './rows.ts';
import { pick, random } from './seeded.ts';

/** What stands before and after the distinctive word: 第二 · 医院; `plain` says that there is no such word. */
type Frame = Readonly<{ before: string; after: string; plain: boolean }>;

type Area = Readonly<{ province: string; city: string; district: string | null }>;

/** What made-up names are made from: frames as often as real names have them, real distinctive words, real divisions. */
type Stock = Readonly<{ frames: readonly Frame[]; cores: readonly string[]; taken: ReadonlySet<string> }>;

const HOUSE = /(?:医院|保健院|卫生院|诊所|门诊部|疗养院|中心|院|所|站)$/u;
const CORE = /^(?!.*(?:[省市区县州镇乡第]|街道|立$))\p{Script=Han}{2,3}$/u;

const frameOf = (own: string): { frame: Frame; core: string } | null => {
  if (!HOUSE.test(own) || own.length > 12) return null;
  const core = parseName(own).coreText;
  if (core === '') return { frame: { before: '', after: own, plain: true }, core };
  const at = own.indexOf(core);
  if (at < 0 || !CORE.test(core)) return null;
  return { frame: { before: own.slice(0, at), after: own.slice(at + core.length), plain: false }, core };
};

const stock = (): Stock => {
  const rows = baseRows();
  const cut = rows
    .filter((row) => row.kind === 'legal')
    .flatMap((row) => frameOf(withoutPlace(withoutParent(canonicalZh(row.value)))) ?? []);
  return {
    frames: cut.map((one) => one.frame),
    cores: [...new Set(cut.map((one) => one.core).filter((core) => core !== ''))],
    taken: new Set(rows.map((row) => row.value)),
  };
};

const areas = cities().flatMap(({ name, province, districts }): Area[] =>
  districts.size === 0
    ? [{ province, city: name, district: null }]
    : [...districts].map((district) => ({ province, city: name, district })),
);

/** Half of the distinctive words are real ones, half are made of two characters of real ones; some of three. */
const coreFrom = (cores: readonly string[], next: () => number): string => {
  if (next() < 0.5) return pick(cores, next);
  const [one, two, three] = [pick(cores, next), pick(cores, next), pick(cores, next)];
  return one.charAt(0) + two.charAt(1) + (next() < 0.15 ? three.charAt(0) : '');
};

/** How a name says where it stands: 浙江省温岭市, 台州市, 台州, 温岭市, or the town and its street or township. */
const placeIn = (area: Area, cores: readonly string[], next: () => number): string => {
  const { province, city, district } = area;
  const roll = next();
  if (district === null || roll < 0.2) return city;
  if (roll < 0.35) return shortName(city);
  if (roll < 0.55) return city === province ? district : `${city}${district}`;
  if (roll < 0.6) return `${province}${district}`;
  if (roll < 0.7) return `${district}${coreFrom(cores, next)}${next() < 0.6 ? '镇' : '街道'}`;
  return district;
};

const NUMBERS = '一二三四五六七八九'.split('');

/** A plain frame (人民医院) belongs to one in a town; most made-up institutions need a word or a number of their own. */
const ownName = (from: Stock, next: () => number): string => {
  const frame = pick(from.frames, next);
  if (!frame.plain) return frame.before + coreFrom(from.cores, next) + frame.after;
  const roll = next();
  if (roll < 0.15) return frame.after;
  const tail = frame.after.replace(/^第[一二三四五六七八九十]+/u, '');
  return roll < 0.3 ? `第${pick(NUMBERS, next)}${tail}` : coreFrom(from.cores, next) + tail;
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^人民医院$/u, "People's Hospital"],
  [/^中医医?院$/u, 'Hospital of Traditional Chinese Medicine'],
  [/^妇幼保健院$/u, 'Maternal and Child Health Hospital'],
  [/^肿瘤医院$/u, 'Cancer Hospital'],
  [/^口腔医院$/u, 'Stomatological Hospital'],
  [/^眼科医院$/u, 'Eye Hospital'],
  [/^骨科医院$/u, 'Orthopedic Hospital'],
  [/^康复医院$/u, 'Rehabilitation Hospital'],
  [/^儿童医院$/u, "Children's Hospital"],
  [/^中西医结合医院$/u, 'Hospital of Integrated Traditional Chinese and Western Medicine'],
  [/^医院$/u, 'Hospital'],
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The English form of a made-up name with a distinctive word and a kind English has a word for; null for all others. */
export const englishForm = (name: string, city: string | null): string | null => {
  const parts = parseName(name);
  if (parts.coreText.length < 2 || city === null || parts.districts.length > 0 || parts.ordinal !== null)
    return null;
  const tail = name.slice(name.indexOf(parts.coreText) + parts.coreText.length);
  const kind = KINDS.find(([pattern]) => pattern.test(tail))?.[1];
  if (kind === undefined || !name.includes(parts.coreText)) return null;
  return `${capital(latin(parts.coreText))} ${kind}, ${capital(latin(shortName(city)))}, China`;
};

const idOf = (at: number): string => `made${String(at).padStart(8, '0')}`;

/**
 * The names of `size` made-up institutions, always the same ones, in the order of their ids. No two bear one name in one city;
 * the same word stands in many towns and with many numbers, as in life. One in twelve has a second name, one in thirty an
 * English one. None bears a name of the lists that ship.
 */
export function* madeUpNames(size: number): Generator<NameRow> {
  const from = stock();
  const next = random(1_100_000);
  const used = new Set<string>();
  const fresh = (area: Area): string => {
    for (;;) {
      const value = placeIn(area, from.cores, next) + ownName(from, next);
      const key = `${value}@${area.city}`;
      if (used.has(key) || from.taken.has(value)) continue;
      used.add(key);
      return value;
    }
  };
  for (let at = 0; at < size; at += 1) {
    const area = pick(areas, next);
    const row = (value: string, kind: string, language: string): NameRow => ({
      institution: idOf(at),
      value,
      kind,
      language,
      ...area,
      official: true,
    });
    const legal = fresh(area);
    yield row(legal, 'legal', 'zh');
    if (next() < 1 / 12) yield row(fresh(area), 'second', 'zh');
    const english = next() < 1 / 30 ? englishForm(legal, area.city) : null;
    if (english !== null) yield row(english, 'english', 'en');
  }
}
