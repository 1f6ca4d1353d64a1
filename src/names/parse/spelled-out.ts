import { canonicalZh } from '../../name-keys/keys.ts';
import { leadingPlace, type NamedPlace, placeNamed } from '../../places/place-names.ts';

/** Words that people leave the end of (浙江省人医, 河南省医, 浙大附一), and what a university calls the hospital that it teaches in. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(?<=第[一二三四五六七八九十])临床(?:医?学院|医院)$/u, '医院'],
  [/人医$/u, '人民医院'],
  [/妇幼$/u, '妇幼保健院'],
  [/(?<=.)妇院$/u, '妇产医院'],
  [/精卫中心$/u, '精神卫生中心'],
  [/(?<=[省市县区])医$/u, '医院'],
  [/附([一二三四五六七八九十])(?:医院)?$/u, '附属第$1医院'],
  [/附儿院?$/u, '附属儿童医院'],
  [/附肿$/u, '附属肿瘤医院'],
  [/附口$/u, '附属口腔医院'],
];

/** A canonical Chinese name with such a word at its end written out. */
export const spelledOut = (text: string): string =>
  SHORTENED.reduce((all, [pattern, put]) => all.replace(pattern, put), text);

/** 荆州一医, 成都三院, 连云港第一医院. */
const NUMBERED = /^市?第?([一二三四五六七八九十]{1,2})医院?$/u;
/** 昆山人民, 黄石中心, 昆山中医, 保定一中心: the end of what each town has one of, without the word for a hospital. */
const ENDLESS = /^市?(人民|中医|(?:第?([一二三]))?中心)$/u;

/** A town as it is called in full, of which others are not called so too: a city, a town of one's own below it, or a county; null for any other place. */
const townInFull = (short: string, { level, city, shared, full, now }: NamedPlace): string | null => {
  if (level === 2) return city;
  if (level === 1 || shared === true || now !== undefined) return null;
  if (full) return isToday(placeNamed(short)) ? short : null;
  const [only, ...more] = ['市', '县'].map((end) => short + end).filter((name) => isToday(placeNamed(name)));
  return only === undefined || more.length > 0 ? null : only;
};

const isToday = (place: NamedPlace | null): boolean =>
  place?.full === true && place.level === 3 && place.now === undefined && place.means === undefined;

/**
 * 成都三院 may be 成都市第三人民医院 as well as 第三医院, and 黄石中心 is 黄石市中心医院: a town's own hospital with the words that are left out; null for any other
 * name. A prefecture and its town may each have a people's hospital (恩施中心), and a number is seldom both's.
 */
const townsHospital = (text: string): string | null => {
  const found = leadingPlace(text);
  const town = found === null ? null : townInFull(text.slice(0, found.length), found.place);
  if (found === null || town === null) return null;
  const rest = text.slice(found.length);
  const number = NUMBERED.exec(rest)?.[1];
  if (number !== undefined) return `${town}第${number}人民医院`;
  const [, kind, which] = (/[市县]$/u.test(town) ? ENDLESS.exec(rest) : null) ?? [];
  if (kind === undefined) return null;
  return which === undefined ? `${town}${kind}医院` : `${town}第${which}中心医院`;
};

/** What a Chinese name that is shortened at its end is in full, if it is; null for any other name. */
export const inFull = (name: string): string | null => {
  const text = canonicalZh(name);
  const whole = spelledOut(text);
  return whole === text ? townsHospital(text) : whole;
};
