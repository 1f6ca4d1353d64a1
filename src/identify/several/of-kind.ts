import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { type AskedPlace, placeText } from '../asked-place.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import type { Likely } from '../model/likelihood.ts';
import { NAMED_THERE } from '../model/named-there.ts';
import { ambiguousMatch } from '../results.ts';
import { asCandidates, listsOf, placeIn, type Search } from '../search.ts';
import { isWellKnown } from '../several-bearers.ts';

/** Words of a kind or a field and a place at most: 肿瘤医院, "Guangzhou Brain Hospital". */
const saysOnlyKind = (parts: NameParts): boolean =>
  saysNone(parts, 'core', 'parent', 'districts', 'ordinal', 'branch', 'department') &&
  !saysNone(parts, 'kinds', 'specialties');

/** What must agree for a hospital to be of the kind asked; it may have a word or a body of its own. */
const SAME_KIND: readonly (readonly string[])[] = [
  ['specialty.equal'],
  ['kind.equal'],
  ['sort.equal', 'sort.affiliated'],
  ['branch.equal'],
];

const saidOf = ({ comparison }: Likely): ReadonlySet<string> =>
  new Set(comparison.parts.map(({ code, detail }) => (detail === undefined ? code : `${code}:${detail}`)));

/** `isHouse`: whether a hospital was asked, which may be a centre as well; a centre is none. */
const isOfKind = (one: Likely, isHouse: boolean): boolean => {
  const said = saidOf(one);
  return (
    SAME_KIND.every((codes) => codes.some((code) => said.has(code))) &&
    (said.has('body.equal') || (isHouse && said.has('body.differs:kin'))) &&
    !said.has('district.not-said')
  );
};

const isUnnumbered = (one: Likely): boolean => saidOf(one).has('ordinal.equal');
/** Called by nothing but the kind, and whose it is: 中国医学科学院肿瘤医院. */
const isCalledByKind = (one: Likely): boolean => saidOf(one).has('core.none') && isUnnumbered(one);

/** Whether the name asked, with the city before it, is this one's own: 北京肿瘤医院, asked in one field or in two; 杭州肿瘤医院 for 杭州市肿瘤医院. */
const isItsOwnName = ({ key, features }: Likely): boolean =>
  key === 'translation' ||
  features.has(NAMED_THERE) ||
  (features.has('place.equal:both') && features.has('text.rest-equal'));

/**
 * Who else of that kind stands in the town: beside one whose own name it is only those who are called by nothing but the kind, the province's and the universities', and are
 * well known or as well known as it (江苏省肿瘤医院 for 肿瘤医院 in 南京); beside a town in a field of its own also those with a number (人民医院 in 广州).
 */
const othersOfKind = (search: Search, best: Likely, asked: NameParts): readonly Likely[] => {
  const own = isItsOwnName(best);
  if (own && asked.places.length > 0) return [];
  const { city } = placeIn(search, best);
  const isRival = (one: Likely): boolean => {
    if (!own) return asked.places.length === 0 || isUnnumbered(one);
    return isCalledByKind(one) && (listsOf(search, one) >= listsOf(search, best) || isWellKnown(search, one));
  };
  return search.likely.filter(
    (one) =>
      one !== best &&
      placeIn(search, one).city === city &&
      !isDirectoryOnly(search.index, one) &&
      isOfKind(one, asked.body === 'hospital') &&
      isRival(one),
  );
};

/** 广州市肿瘤医院, "Haikou City People's Hospital", 县妇幼保健院: the city's or the county's own. */
const OF_TOWN = /市|^[省县区]|\bcity\b/iu;

/** The town that a kind of hospital is asked for in: beside the name, or said in it by its short name; null for none, and for a province (湖北人民医院). */
const townOf = (search: Search, best: Likely, { places }: NameParts): AskedPlace | null => {
  if (places.length === 0) return search.place.city === null ? null : search.place;
  const known = placeIn(search, best);
  const said = best.features.has('place.equal:both') || best.features.has('place.equal:where');
  return !said || !places.some((one) => one.split('|').includes(known.city ?? ''))
    ? null
    : { province: known.province, city: known.city };
};

/**
 * 肿瘤医院 beside 广州, 广州肿瘤医院: a kind of hospital and a town, where several of that kind stand. All of them to choose from, the best known first; null where there is one alone, and
 * for a whole name as a list prints it (北京肿瘤医院).
 */
export const byKindAlone = (search: Search, best: Likely): Identification | null => {
  const { name, readings } = search;
  const [asked] = readings;
  if (asked === undefined || best.key === 'whole' || OF_TOWN.test(name) || !readings.every(saysOnlyKind))
    return null;
  const town = townOf(search, best, asked);
  const others = town === null ? [] : othersOfKind(search, best, asked);
  if (town === null || others.length === 0) return null;
  return ambiguousMatch(
    [reason('name.generic-there', { name, place: placeText(town) })],
    asCandidates(
      search,
      [best, ...others].toSorted((a, b) => listsOf(search, b) - listsOf(search, a)),
    ),
  );
};
