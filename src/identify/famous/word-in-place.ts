import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { isHanDepartment } from '../../names/parse/departments.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { isOwnWord } from '../../names/parse/parts.ts';
import { inOurEnglish } from '../../names/translate/other-english.ts';
import { isCityAndDistrict } from '../../places/around-district.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { type AskedPlace, placeFit } from '../asked-place.ts';
import { isGroup } from '../beside/read-words.ts';
import { isGeneric, saysTooLittle } from '../generic-name.ts';
import { NO_HOSPITAL } from '../model/asked-otherwise.ts';
import { meantBy, saysEqual, unmatched } from '../results.ts';
import { firstOf, type Search, type Step } from '../search.ts';
import { ofShortUniversity } from '../several/of-short-university.ts';
import { asPeoples, behindTown, isInShort, placeBefore } from './town-before.ts';

/** A name that says the same in another way, the place where whoever is meant by it stands, whether somebody must bear it as it is, characters that must be in that name, and whether it may itself be said in another way. */
type Otherwise = Readonly<{ name: string; at: AskedPlace; whole?: true; has?: string; anew?: true }>;

const SHORTEST = 2;
/** 医院, 三院, 诊所: what a house is called. */
const HOUSE = /医院|[一二三四五六七八九十]院|保健院|诊所|门诊部|公司/u;
const LATIN_HOUSE =
  /\b(?:hospital|clinic|cent(?:er|re)|institute|university|college|school|company|group|ltd)s?\b/iu;

/** The places that a text ends with, and what stands before them: 协和医院北京, 华西医院四川成都. */
const placeBehind = (text: string): Readonly<{ at: AskedPlace; own: string; words: string }> | null => {
  for (let end = SHORTEST; end <= text.length - SHORTEST; end += 1) {
    const words = text.slice(end);
    const found = placeBefore(words);
    if (found?.rest === '') return { at: found.at, own: text.slice(0, end), words };
  }
  return null;
};

/**
 * 杭州市一, 哈医大一, 浙大口腔, 首医宣武: a town's or a university's hospital by its number, its field or its word, without the word for a house, with it; and 妇儿 in full. None for any
 * other name: a word and a field (北京同仁眼科) may be a part of a hospital.
 */
const withHouse = (text: string): readonly string[] => {
  const parts = parseName(text);
  const { places, parent, core, specialties, ordinal, kinds, branch, body, districts } = parts;
  const long = text.replace(MOTHERS, '妇女儿童');
  if (long !== text)
    return long.endsWith('中心') ? [`${long}医院`, long.replace(/中心$/u, '医疗中心')] : [long];
  const told = core.length + specialties.length + (ordinal === null ? 0 : 1);
  const isWhose = places.length + parent.length > 0 || OF_UNIVERSITY.test(text);
  if (body !== null || branch !== '' || districts.length > 0 || told !== 1 || !isWhose || kinds.length > 0)
    return [];
  return [ordinal === null ? `${text}医院` : `${text}院`];
};
const MOTHERS = /妇儿(?=医院|中心|$)/u;
const OF_UNIVERSITY = /^\p{Script=Han}{1,3}[大医]\p{Script=Han}{2}/u;

/** 华山 beside 上海 (上海华山), 四川华西 (四川华西医院), 北京北医三院 (北医三院 in 北京), 协和医院北京 (北京协和医院), "CITIC Xiangya Reproductive" (Hospital). */
const otherwise = ({ name, place }: Search): readonly Otherwise[] => {
  if (!hasHan(name)) {
    const ofField = !LATIN_HOUSE.test(name) && parseName(name).specialties.length > 0;
    const withHospital = ofField ? [{ name: `${name.trim()} Hospital`, has: '' }] : [];
    return [...withHospital, ...inOurEnglish(name)].map((own) => ({ ...own, at: place, whole: true }));
  }
  const text = canonicalZh(name);
  const [before, behind] = [placeBefore(text), placeBehind(text)];
  const out: Otherwise[] = withHouse(text).map((own) => ({ name: own, at: place }));
  if (before === null && place.city !== null && isOwnWord(parseName(text)))
    out.push({ name: shortName(place.city) + text, at: place });
  if (before !== null && before.rest.length >= SHORTEST && isOwnWord(parseName(before.rest)))
    out.push({ name: `${text}医院`, at: before.at });
  // Cut before 医大 is written out, since it is no longer in short then: 哈尔滨哈医大一院.
  out.push(
    ...behindTown(simplify(name.trim())).map((one) => ({
      ...one,
      whole: true as const,
      anew: true as const,
    })),
  );
  if (behind !== null && !isGeneric(behind.own)) out.push({ name: behind.words + behind.own, at: behind.at });
  return out;
};

/** Another's word, kind or field: 爱尔 beside 长沙 is any house of a chain there. */
const ANOTHER = /^part\.(?!body|branch|place).{2,12}\.differs$/u;
/** 同济医院苏州 may be a part of the famous hospital, whoever else is called so there. */
const isNamesake = (line: string, { why }: Identification): boolean =>
  HOUSE.test(line) && why.some(({ code }) => code === 'name.not-the-famous-one');

/** Whether somebody is settled on as the line says it in another way, and stands there. */
const isMeant = async (
  { name, place, reader }: Search,
  { name: asked, at, whole, has = '' }: Otherwise,
  found: Identification,
): Promise<boolean> => {
  const { id, why } = found;
  // 云南省滇南中心医院 and 红河州滇南中心医院 are two: a name in short is borne by both.
  const equal = why.find((one) => saysEqual(one) && one.code !== 'name.short.equal')?.params.name;
  if (id === null || (whole === true && equal === undefined && !isInShort(name, asked, found))) return false;
  if (why.some(({ code }) => ANOTHER.test(code)) || isNamesake(name, found)) return false;
  const dossier = await reader.dossier(id);
  // An English name says nothing of the characters; a kind stands in another name of the same hospital, a single one may stand there for something else.
  const told =
    has.length < SHORTEST || hasHan(String(equal))
      ? [String(equal)]
      : (dossier?.names ?? []).map(({ value }) => value);
  if (whole === true && !told.some((one) => one.includes(has))) return false;
  if (isGroup(dossier)) return false;
  const { province = null, city = null } = dossier?.place ?? {};
  // 天津环湖医院 beside 北京: the place in the name takes none away that was said beside it.
  return [at, place].every((one) => ['agrees', 'not-asked'].includes(placeFit(one, { province, city })));
};

/**
 * A hospital's own word and the place where it stands, said in another way than its name has them: whoever is settled on by the usual one and stands there; null for any
 * other name.
 */
const wordInPlace: Step = async (search) => {
  for (const one of NO_HOSPITAL.test(search.name) ? [] : otherwise(search)) {
    const found = await search.ask(one.name, one.whole === true ? one.at : search.place, one.anew !== true);
    if (await isMeant(search, one, found)) return found;
  }
  return null;
};

/** 大理州医院, 四川省医: whoever alone is settled on by what such a name may be in full; null for any other name, and where several are (福建省医: 省人民医院, 省立医院). */
const peoplesOf: Step = async (search) => {
  const names = hasHan(search.name) ? asPeoples(canonicalZh(search.name)) : [];
  const meant = new Map<string | null, Identification>();
  let last = false;
  for (const name of names) {
    const found = await search.ask(name, search.place, true);
    const one: Otherwise = { name, at: search.place, ...(names.length > 1 && { whole: true }) };
    last = await isMeant(search, one, found);
    if (last && !meant.has(found.id)) meant.set(found.id, found);
  }
  const [first, ...more] = meant.values();
  return more.length > 0 || (last && names.length > 1) ? null : (first ?? null);
};

/** A department, its ward or its outpatients: 血液科, 骨科病房. */
const UNIT = /(?:科|室|门诊|病房|病区)$/u;
/** A center for what departments do, and where foreigners or those who pay more are seen: 肿瘤中心, 国际部. */
const CENTRE = /..中心$/u;
const ABOVE_DEPARTMENTS = /^(?:国际|特需|外宾)(?:医疗)?部$/u;
const isPart = (words: string): boolean =>
  (UNIT.test(words) && isHanDepartment(words)) ||
  (CENTRE.test(words) && isHanDepartment(words.slice(0, -2))) ||
  ABOVE_DEPARTMENTS.test(words);

/** The longest part of a hospital that a text ends with, and what stands before it; null for none. */
const partBehind = (text: string): Readonly<{ own: string; words: string }> | null => {
  for (let end = SHORTEST; end <= text.length - SHORTEST; end += 1)
    if (isPart(text.slice(end))) return { own: text.slice(0, end), words: text.slice(end) };
  return null;
};

/** A hospital's own word and the words behind it, and the names that may be the hospital's. */
type OfWord = Readonly<{ own: string; words: string; houses: readonly string[] }>;

const partOfHan = (name: string): OfWord | null => {
  const text = canonicalZh(name);
  const cut = HOUSE.test(text) ? null : (partBehind(text) ?? placeBehind(text));
  return cut === null ? null : { own: cut.own, words: cut.words, houses: [`${cut.own}医院`, cut.own] };
};

/**
 * 天坛脑科, 协和国际部, 瑞金无锡: a hospital's own word, and behind it what a part of a hospital is called, or a town. It may be a part of the hospital of that word, of which nothing is
 * known; null for any other name, for one with a word for a house, and behind a place's word (嘉定体检中心, 北京朝阳体检中心).
 */
export const partOfWord: Step = async (search) => {
  const cut = hasHan(search.name) && !search.again ? partOfHan(search.name) : null;
  if (cut === null || parseName(cut.own).core.length === 0 || isCityAndDistrict(cut.own)) return null;
  if (saysTooLittle(search.other(cut.own))) return null;
  for (const own of cut.houses) {
    const meant = await search.ask(own, search.place, true);
    const candidates = meantBy(meant);
    if (meant.id === null && meant.match !== 'ambiguous') continue;
    const [first] = candidates;
    const known = first === undefined ? undefined : (await search.reader.dossier(first.id))?.title.zh;
    return unmatched(
      'branch-not-on-record',
      [reason('name.branch', { known: known ?? own, words: cut.words })],
      candidates,
    );
  }
  return null;
};

/** Whom a name means by another way to say it: its word with its place, or a university in short written out; null for any other name. */
export const saidOtherwise: Step = async (search) =>
  search.again ? null : firstOf(peoplesOf, wordInPlace, ofShortUniversity)(search);
