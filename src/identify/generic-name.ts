import { reason } from '../../schema/reason.ts';
import { isPartAlone } from '../names/campus-named.ts';
import { parseReadings } from '../names/parse/parse-name.ts';
import { type NameParts, saysNone } from '../names/parse/parts.ts';
import { aroundFormer } from '../places/around-district.ts';
import { countiesSpelled, provincesOrCitiesSpelled } from '../places/english-names.ts';
import { placeNamed } from '../places/place-names.ts';
import { hasHan } from '../text/han.ts';
import { type AskedPlace, placeText } from './asked-place.ts';
import { nearestOf } from './famous/lookalike.ts';
import { protectedIn, protectedWords } from './famous/protected.ts';
import { registeredParts } from './model/house-of.ts';
import type { Likely } from './model/likelihood.ts';
import { namedThere } from './model/named-there.ts';
import { ambiguousMatch, noMatch } from './results.ts';
import {
  asCandidates,
  type Holds,
  listsOf,
  placeIn,
  type Search,
  type Step,
  WORTH_LISTING,
} from './search.ts';
import { isCalledSo } from './several-bearers.ts';

/** Numbers up to which very many hospitals are called by their number; a higher one is an army hospital's own. */
const COMMON_ORDINAL = 20;

/** Bodies of which each has few general hospitals: 武警总医院 is one, 武警医院 is in every province; 红十字会总医院 and 红十字会医院 likewise. */
const BODIES = new Set(['police', 'railway', 'coal', 'oil', 'forestry', 'reclamation', 'redcross']);
const isBodysOwn = (kinds: readonly string[]): boolean =>
  kinds.includes('general') && kinds.some((kind) => BODIES.has(kind));

/** Whether a name says nothing that tells hospitals apart: no distinctive word, place or parent (第一人民医院, "Children's Hospital"). `readings`: the ways to read it. */
export const isGeneric = (name: string, readings = parseReadings(name)): boolean =>
  isPartAlone(name) ||
  readings.every(
    (parts) =>
      // Words that were taken for a department may be a name of their own (an institute that no rule knows).
      saysNone(parts, 'core', 'parent', 'places', 'districts', 'department') &&
      !isBodysOwn(parts.kinds) &&
      (parts.ordinal ?? 0) <= COMMON_ORDINAL,
  );

const MORE = ['parent', 'kinds', 'specialties', 'ordinal'] as const;

const saysOnlyWhere = (parts: NameParts): boolean =>
  !saysNone(parts, 'places', 'districts', 'core') && saysNone(parts, ...MORE);

/** Ruijin and Zhongshan are hospitals’ names and towns, and 塘沽 was a district. */
export const isTownsWord = ({ script, core, coreText }: NameParts): boolean => {
  const [word = '', ...more] = core;
  if (more.length > 0) return false;
  if (aroundFormer(script === 'han' ? coreText : word).length > 0) return true;
  if (script === 'han') return placeNamed(coreText) !== null;
  return provincesOrCitiesSpelled(word).length + countiesSpelled(word).length > 0;
};

/** "Hospitals in Beijing", 北京的医院: the word for a hospital is no part of a name. */
const ANY_HOSPITAL =
  /\bhospitals\b|\b(?:hospital|clinic) (?:in|at|near|around)\b|的医院$|医院(?:名单|列表|大全|排名)$/iu;
const SAYS_WHERE = /^(?:hospital|clinic) (?:in|at|near|around)\b|的医院$/iu;
const HOUSES: ReadonlySet<string | null> = new Set([null, 'hospital', 'clinic']);
/** Words of such a question that no name has. */
const ASKING = /的(?=医院$)|(?<=医院)(?:名单|列表|大全|排名)$|\b(?:near|around)\b/iu;

/** Whether a name is a place and nothing else (Beijing, 上海市, "hospital in Wuhan"): it names no hospital. 北京医院 does. */
const isPlaceAlone = (name: string): boolean =>
  parseReadings(name.replace(ASKING, '')).every(
    (parts) =>
      saysOnlyWhere(parts) &&
      (ANY_HOSPITAL.test(name)
        ? HOUSES.has(parts.body) && (parts.core.length === 0 || (SAYS_WHERE.test(name) && isTownsWord(parts)))
        : saysNone(parts, 'body', 'core')),
  );

/** 朝阳, Zhongshan: a city's word alone, which hospitals have for a name as well, is none of theirs for certain. 朝阳医院 is. */
const isTownsWordAlone = (name: string): boolean => {
  const alone = parseReadings(name).every(
    (parts) => parts.core.length === 1 && saysNone(parts, 'body', 'places', ...MORE),
  );
  if (!alone) return false;
  return hasHan(name)
    ? (placeNamed(name.trim())?.level ?? DISTRICT) < DISTRICT
    : provincesOrCitiesSpelled(name.trim().toLowerCase()).length > 0;
};
const DISTRICT = 3;

/** Lists from which on a hospital is meant by its word alone before any place of that name is: 瑞金, 华山. */
const ABOVE_TOWNS = 7;

const isProtected = ({ name, reader }: Search): boolean => {
  const use = protectedIn(name, protectedWords(reader.reference));
  return use !== null && (!hasHan(name) || use.written === use.word.zh);
};

/** 宣武: no place is called so but a former district of the city where this one stands. Those of today have hospitals of their own. */
const isOfFormerDistrict = ({ name }: Search, { city }: AskedPlace): boolean =>
  placeNamed(name.trim()) === null &&
  countiesSpelled(name).length === 0 &&
  aroundFormer(name).every((one) => one.city === city);

/** Whether this one is registered under the word asked, and known by it above the places that are called so. */
const isKnownByWord: Holds = (search, best) => {
  const own = registeredParts(search.index, best.name);
  const known =
    listsOf(search, best) >= ABOVE_TOWNS ||
    isProtected(search) ||
    isOfFormerDistrict(search, placeIn(search, best));
  return (
    known &&
    search.readings.every(({ script, core, coreText }) =>
      own.some((one) => (script === 'han' ? one.coreText === coreText : one.core.join() === core.join())),
    )
  );
};

/** 塘沽, 普陀, Nankai: a county's word alone, whose own hospitals, on record or not, may be meant as well as one that is called so. */
const isCountysWordAlone = (search: Search, best: Likely | undefined): boolean =>
  search.place.city === null &&
  search.readings.every(
    (parts) =>
      parts.core.length === 1 &&
      (isTownsWord(parts) || countiesSpelled(search.name).length > 0) &&
      saysNone(parts, 'body', 'places', ...MORE),
  ) &&
  !(best !== undefined && isKnownByWord(search, best));

/** Whether a name says too little to settle on anybody: general words without a city, or a place's word alone. */
export const saysTooLittle = (search: Search): boolean =>
  (isGeneric(search.name) && search.place.city === null && namedThere(search.name, search.likely) === null) ||
  isTownsWordAlone(search.name) ||
  isCountysWordAlone(search, search.likely[0]);

/** "Tianjin Hospital in Tianjin": what stands before the words that say where; null where no place is said in it ("hospital in Wuhan"). */
const NAMED_THERE = /^(.{1,80}?\bhospital)\s{1,3}(?:in|at|near|around)\b/iu;

/** Keys that agree with a whole name, as it is on record or as it is said in English. */
const WHOLE: ReadonlySet<string> = new Set(['whole', 'translation']);

/** Whether the words before "in …" are a whole name on record: somebody is called Tianjin Hospital, and nobody "hospital". */
const namesOneThere = ({ name, likelyFor }: Search): boolean => {
  const [, head = ''] = NAMED_THERE.exec(name) ?? [];
  const placed = head !== '' && parseReadings(head).some(({ places }) => places.length > 0);
  return placed && WHOLE.has(likelyFor(head)[0]?.key ?? '');
};

/** A place names nobody, unless somebody bears that very word as a name. */
export const byPlaceAlone: Step = (search) => {
  const { name, likely } = search;
  if (!isPlaceAlone(name)) return null;
  const named = ANY_HOSPITAL.test(name) ? namesOneThere(search) : likely[0]?.key === 'whole';
  return named ? null : noMatch([reason('name.place-only', { name })]);
};

/** 省人民医院, 市一医院: of our province or town, whichever that is. */
const OURS = /^[省市区县州]/u;

/** Whether all that was asked is on record and nothing else of the name speaks against: 第一附属医院, 郑州大学第一附属医院. */
const couldBe = ({ features }: Likely): boolean =>
  features.has('beside.agrees') && features.has('covered.all');

/**
 * Names of generic words only (市妇幼保健院, 第一中心医院): without a place very many hospitals are called so; with a city beside it, those there
 * can be chosen from.
 */
export const byGenericWords: Step = (search) => {
  const { name, place } = search;
  if (!isGeneric(name)) return null;
  const placed = place.province !== null || place.city !== null;
  const why =
    place.city === null
      ? reason('name.generic-only', { name })
      : reason('name.generic-there', { name, place: placeText(place) });
  const bearers = search.likely.filter(
    (one) =>
      // 红会医院: a name that 华山医院 had besides, and no list prints; 省人民医院: each province's, of which only some have it for an alias.
      (one.key === 'whole' &&
        (placed || !OURS.test(name)) &&
        (!one.features.has('whole.alias') || isCalledSo(search, one, name))) ||
      (placed && (one.probability >= WORTH_LISTING || couldBe(one))),
  );
  const [only, ...more] = bearers;
  if (place.city !== null && only !== undefined && more.length === 0) return nearestOf(search, only);
  return ambiguousMatch([why], asCandidates(search, bearers));
};
