import type { InstitutionQuestion } from '../../../schema/question.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace, type NamedPlace, placeNamed } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { SIGNS_BETWEEN, trimSigns } from '../../text/trim-signs.ts';

/** The level that a name is of, and the name behind it. */
type Parted = Readonly<{ level: string; own: string }>;

/** What follows a town that stands first: 海口省人民医院, 石家庄市 省二院, 南京的省中医院; 凯里州医院 is its prefecture's, and what is called so is the people's hospital. */
const BEHIND_TOWN = /^[\s,，、·的]{0,3}(省|自治区|州)(?!会|区|市)(\p{Script=Han}{2}.*)$/u;
const PREFECTURE = '自治州';
/** A town behind the house, apart from it, and what is said besides: 省人民医院 海口, 省妇幼（长沙） 生殖科. */
const BEFORE_TOWN =
  /^(省|自治区)(\p{Script=Han}{2,20})[\s,，、;；·(（]{1,4}(\p{Script=Han}{2,12})(?:[)）]|(?=[\s,，、;；])|$)(.*)$/u;
const LATIN_BEFORE_TOWN = /^(?:the )?provincial ([a-z&'’ -]{4,80}?)(?:,| in|) ?\(?\b([a-z'’]{4,12})\)?$/iu;
const LATIN_BEHIND_TOWN = /^([a-z'’]{4,12}),? provincial ([a-z&'’ -]{4,80})$/iu;

/** 省级机关医院 is written behind its province with both: 江苏省省级机关医院. */
const KEEPS_LEVEL = /^级/u;

const isTown = (place: NamedPlace | null, level: string): place is NamedPlace & { city: string } =>
  place !== null &&
  place.city !== null &&
  (level === '州'
    ? place.level === 3 && place.city.endsWith(PREFECTURE)
    : place.level === 2 && place.province.endsWith(level));

const inHan = (name: string): readonly [NamedPlace | null, Parted] | null => {
  const text = simplify(name.trim());
  const first = leadingPlace(text);
  const [, level, own] = first === null ? [] : (BEHIND_TOWN.exec(text.slice(first.length)) ?? []);
  if (first !== null && level !== undefined && own !== undefined) return [first.place, { level, own }];
  const [, ours, house, town = '', more = ''] = BEFORE_TOWN.exec(text) ?? [];
  return ours === undefined || house === undefined
    ? null
    : [placeNamed(town), { level: ours, own: house + more }];
};

const inLatin = (name: string): readonly [NamedPlace | null, Parted] | null => {
  const [, house, behind] = LATIN_BEFORE_TOWN.exec(name.trim()) ?? [];
  const [, before, other] = LATIN_BEHIND_TOWN.exec(name.trim()) ?? [];
  const [town, own] = [behind ?? before, house ?? other];
  if (town === undefined || own === undefined) return null;
  const [only = '', ...more] = provincesOrCitiesSpelled(town.toLowerCase());
  return [more.length > 0 ? null : placeNamed(only), { level: '省', own }];
};

/**
 * 省人民医院 海口, 石家庄省二院, "Provincial Cancer Hospital, Hangzhou": a hospital of the province that the town lies in, and not the town's own. The question with
 * that province before the name, and the town as its city where none is stated; as it is where the name says no such thing.
 */
export const ofItsProvince = (question: InstitutionQuestion): InstitutionQuestion => {
  const { name, city, province } = question;
  if (name === undefined) return question;
  const han = hasHan(name);
  const found = han ? inHan(name) : inLatin(name);
  if (found === null) return question;
  const [place, { level, own }] = found;
  if (!isTown(place, level)) return question;
  if (level === '州') return { ...question, name: place.city + own.replace(/^医院/u, '人民医院') };
  const whole = place.province;
  const full = han
    ? `${whole}${KEEPS_LEVEL.test(own) ? level : ''}${own}`
    : `${placeTitle(whole)} Provincial ${own}`;
  return city === undefined && province === undefined
    ? { ...question, name: full, city: place.city }
    : { ...question, name: full };
};

/** A Chinese name and Latin words behind it, or the other way round; neither script comes twice. */
const CHINESE_FIRST =
  /^([^A-Za-z]{2,60}\p{Script=Han}[)）]?)[\s,，、;；/|(（·・–—-]{1,5}([A-Za-z][^\p{Script=Han}\d]{1,60})$/u;
const LATIN_FIRST =
  /^([A-Za-z][^\p{Script=Han}\d]{1,60}?)[\s,，、;；/|:：·・–—-]{1,5}(\p{Script=Han}[^A-Za-z]{1,60})$/u;
/** A Chinese name and a last clause of its own. */
const CLAUSE = /^(.{2,60}\p{Script=Han})[\s,，、;；]{1,5}(\p{Script=Han}{2,10})$/u;

/** What the words beside a name say: a place of China, the country alone (`''`), or something else (null). */
const placeIn = (words: string): string | null => {
  const { places, unread, apart, mistyped } = statedPlaces({ city: words });
  if (unread !== null || apart !== null || mistyped !== null) return null;
  return places.length === 0 ? '' : words;
};

/** A name, and words beside it in the other script. */
type Both = Readonly<{ name: string; words: string }>;

const parted = (name: string): Both | null => {
  const [, own, behind] = CHINESE_FIRST.exec(name) ?? [];
  if (own !== undefined && behind !== undefined)
    return { name: own, words: trimSigns(behind, SIGNS_BETWEEN) };
  const [, before, chinese] = LATIN_FIRST.exec(name) ?? [];
  if (before !== undefined && chinese !== undefined)
    return { name: chinese, words: trimSigns(before, SIGNS_BETWEEN) };
  return null;
};

/**
 * The question with a place in Latin letters beside a Chinese name (华西医院 Chengdu, 北京协和医院 China) as its city, where none is stated; and without the name
 * of the country behind it. As it is where the words say anything else.
 */
export const withPlaceApart = (question: InstitutionQuestion): InstitutionQuestion => {
  const { name, city, province } = question;
  if (name === undefined || city !== undefined || province !== undefined || !hasHan(name)) return question;
  const [, own, clause = ''] = CLAUSE.exec(name) ?? [];
  if (own !== undefined && placeIn(clause) === '') return { ...question, name: own };
  const both = parted(name);
  const place = both === null ? null : placeIn(both.words);
  if (both === null || place === null) return question;
  return place === '' ? { ...question, name: both.name } : { ...question, name: both.name, city: place };
};
