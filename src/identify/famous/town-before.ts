import type { Identification } from '../../../schema/verdict.ts';
import { isUniversity } from '../../name-keys/universities.ts';
import { universitiesMeant } from '../../names/compare/short-parent.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { leadingPlace, type NamedPlace, placeNamed } from '../../places/place-names.ts';
import type { AskedPlace } from '../asked-place.ts';
import { isGeneric } from '../generic-name.ts';

/** Deepest level of a place that stands before or behind a name: a district behind one may be a part of the hospital. */
const CITY = 2;
const SHORTEST = 2;

/** The provinces and cities, one within the other, that a text begins with, and what follows them. */
export const placeBefore = (text: string): Readonly<{ at: AskedPlace; rest: string }> | null => {
  const first = leadingPlace(text);
  if (first === null || first.place.level > CITY) return null;
  const { province, city } = first.place;
  const rest = text.slice(first.length);
  const next = city === null ? placeBefore(rest) : null;
  return next?.at.province === province ? next : { at: { province, city }, rest };
};

const isOfProvince = (text: string): boolean => leadingPlace(text)?.place.level === 1;

/** Whether what follows a town is a name to ask for: one with a word or a body of its own, or with the province that the town lies in. */
const isName = (text: string): boolean => {
  const { core, parent } = parseName(text);
  return isOfProvince(text) || (core.length + parent.length > 0 && !isGeneric(text));
};

/** The province alone that a text begins with, and what follows it. */
const provinceBefore = (text: string): ReturnType<typeof placeBefore> => {
  const first = leadingPlace(text);
  return first?.place.level === 1
    ? { at: { province: first.place.province, city: null }, rest: text.slice(first.length) }
    : null;
};

/**
 * 北京北医三院, 哈尔滨的哈医大一院, 南京江苏人民: what stands behind the town that a Chinese name begins with, to be asked for there; and behind its province, since 浙江温州医科大学附属第一医院
 * is of the university of that town. None for any other name.
 */
export const behindTown = (text: string): readonly Readonly<{ name: string; at: AskedPlace }>[] => {
  if (isUniversity(parseName(text).parentText)) return [];
  const cuts = new Map([placeBefore(text), provinceBefore(text)].map((one) => [one?.rest, one]));
  return [...cuts.values()].flatMap((before) => {
    const name = before?.rest.replace(/^的/u, '') ?? '';
    return before !== null && name.length >= SHORTEST && isName(name) ? [{ name, at: before.at }] : [];
  });
};

/**
 * 西安西交一附院, 苏州昆山一院, 南京江苏人民: what stands behind the town is a name in short, by its university, its own town or its province, of which all agrees. 广州中医附一 is of
 * the university that the town begins.
 */
export const isInShort = (line: string, behind: string, { why }: Identification): boolean =>
  why.some(({ code }) => IN_SHORT.test(code) || (code === 'name.short.equal' && isOfProvince(behind))) &&
  !why.some(({ code }) => NOT_THE_SAME.test(code)) &&
  !isUniversitys(parseName(line).parentText);
const isUniversitys = (body: string): boolean =>
  body !== '' && (isUniversity(body) || universitiesMeant(body).length > 0);
const IN_SHORT = /^part\.(?:parent\.(?:short|equal)|district\.equal|place\.province)$/u;
const NOT_THE_SAME = /^part\.(?!body).{2,12}\.(?:differs|slip|similar|homophone)$/u;

/**
 * 大理州医院, 广西区医院, 四川省医: what people call the people's hospital of a prefecture, of an autonomous region or of a province, in full. A province's may be the one that is
 * founded by it (安徽省立医院), and is open where one is called by its word alone (浙江医院), which comes last.
 */
export const asPeoples = (text: string): readonly string[] => {
  const [, whose = ''] = OF_REGION.exec(text) ?? [];
  const place = placeNamed(whose.endsWith('区') ? whose.slice(0, -1) : whose);
  // 温州 and 德州 are cities.
  if (place?.level === 2 && isPrefecture(place) && whose.endsWith('州')) return [`${whose}人民医院`];
  if (place?.level !== 1) return [];
  const { province } = place;
  if (whose.endsWith('区')) return province.endsWith('自治区') ? [`${province}人民医院`] : [];
  return province === whose ? [`${whose}人民医院`, `${whose}立医院`, `${whose.slice(0, -1)}医院`] : [];
};
const isPrefecture = ({ city }: NamedPlace): boolean => city?.endsWith('自治州') === true;
const OF_REGION = /^(\p{Script=Han}{1,6}[州区省])医院?$/u;
