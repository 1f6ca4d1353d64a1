import { nameKeys } from '../../name-keys/keys.ts';
import { initialsAsked } from '../../names/index/initials.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { hasHan } from '../../text/han.ts';
import { nearestOf } from '../famous/lookalike.ts';
import { protectedWords } from '../famous/protected.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { registeredParts } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { trailingBracket } from '../name-cuts.ts';
import { listsOf, type Others, oneOfSeveral, type Search, type Step } from '../search.ts';
import { isBranchOf, isWellKnown } from '../several-bearers.ts';

/** Most houses that are offered. */
const MOST = 8;

/** One word and perhaps a field, and nothing that says where or whose: 美中宜和, 三博脑科, Gobroad. */
const wordAlone = (name: string): NameParts | null => {
  const [parts, ...more] = parseReadings(name);
  if (parts === undefined || more.length > 0) return null;
  const { script, core, coreText } = parts;
  if (script === 'han' ? coreText.length < 2 : core.length !== 1) return null;
  return saysNone(parts, 'places', 'districts', 'parent', 'kinds', 'ordinal', 'branch') ? parts : null;
};

/** "Shulan Hospital", by the word of the registered name of the one that it fits: 树兰医院. The name itself where it is Chinese; null for any other than one word, and for initials. */
const writtenInHan = ({ name, index }: Search, best: Likely): string | null => {
  if (hasHan(name)) return name;
  const asked = wordAlone(name);
  if (asked === null || asked.specialties.length > 0 || initialsAsked(name) !== '') return null;
  if (asked.body !== null && asked.body !== 'hospital') return null;
  const [known] = registeredParts(index, best.name).filter(
    ({ script, coreText }) => script === 'han' && coreText.length > 1,
  );
  return known === undefined ? null : `${known.coreText}${asked.body === null ? '' : '医院'}`;
};

/** Whether a registered name has the word in its own distinctive part, and does work of the fields asked. */
const hasWord = ({ index }: Search, { name }: Likely, asked: NameParts): boolean =>
  registeredParts(index, name).some(
    ({ coreText, specialties, ordinal, kinds }) =>
      coreText.includes(asked.coreText) &&
      ordinal === null &&
      kinds.every((kind) => kind === 'affiliated') &&
      asked.specialties.every((field) => specialties.includes(field)) &&
      // 西北妇女儿童医院 is no 西北医院.
      (asked.body === null || specialties.every((field) => asked.specialties.includes(field))),
  );

/** 协和, 协和医院: a protected word has its holders, and rules of its own. */
const isProtected = ({ reader }: Search, { coreText }: NameParts): boolean =>
  protectedWords(reader.reference).some(({ zh }) => zh === coreText);

/** All houses on an authority's list that are called by one word: 美中宜和 has four in Beijing. None for a name that says more. */
const housesOfWord = (search: Search): readonly Likely[] => {
  const asked = wordAlone(search.name);
  if (asked?.script !== 'han' || isProtected(search, asked)) return [];
  const houses = search.likely.filter(
    (one) => !isDirectoryOnly(search.index, one) && hasWord(search, one, asked),
  );
  return houses.slice(0, MOST);
};

/** 阜外心脏病医院: the likeliest, where only a former name of it says the field (阜外心血管病医院). */
const likeliestOfWord = ({ index, likely: [best] }: Search): readonly Likely[] =>
  best !== undefined &&
  !isDirectoryOnly(index, best) &&
  ['core.equal', 'specialty.equal'].every((code) => best.features.has(code))
    ? [best]
    : [];

/** 高博, 树兰: a word by which several houses are called is a choice among them; with a city beside it where one of them stands, that one is offered. */
export const byWordAlone: Step = (search) => {
  const houses = housesOfWord(search);
  const [only] = houses;
  if (houses.length > 1) return oneOfSeveral(search, [...likeliestOfWord(search), ...houses]);
  return only === undefined || search.place.city === null ? null : nearestOf(search, only);
};

/** 锦欣生殖, a group by an alias of one of its houses: whether the field asked is in no registered name of the one that bears it (锦欣西囡妇女儿童医院). */
const isOfGroup = ({ index }: Search, best: Likely, { specialties, body }: NameParts): boolean =>
  best.features.has('whole.alias') &&
  body === null &&
  specialties.length > 0 &&
  registeredParts(index, best.name).every(
    (one) => !specialties.every((field) => one.specialties.includes(field)),
  );

/**
 * 美中宜和, 树兰: the other houses that are called by the one word asked, where no word says what sort of house is meant or the best is not well known, and the best is not
 * known above them; in English the same as in Chinese, and for a group's name. What is called after the best with further words is a part of it (瑞金, 瑞金医院海南医院).
 */
export const otherHousesOfWord: Others = (search, best) => {
  const name = writtenInHan(search, best);
  if (name === null) return [];
  const asked = wordAlone(name);
  const group = asked !== null && isOfGroup(search, best, asked) ? asked.coreText : null;
  const own = group ?? name;
  const others = housesOfWord(own === search.name ? search : search.other(own)).filter(
    (one) => one.id !== best.id && !isBranchOf(search, best, one),
  );
  return group !== null || !isWellKnown(search, best)
    ? others
    : others.filter((one) => listsOf(search, one) >= listsOf(search, best));
};

/** 国家儿童医学中心: those who bear the whole name with a bracket that says which of several they are (国家儿童医学中心（上海）). */
export const bearersInBrackets: Others = ({ name, index, likely }, best) => {
  const { full } = nameKeys(name);
  if (!best.features.has('whole.alias')) return [];
  return likely.filter((one) => {
    const before = one === best ? undefined : trailingBracket(index.names.at(one.name))?.before;
    return before !== undefined && nameKeys(before).full === full;
  });
};
