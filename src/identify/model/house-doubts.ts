import { canonicalZh } from '../../name-keys/keys.ts';
import { sameSet } from '../../names/compare/comparison.ts';
import { type NameParts, saysNone } from '../../names/parse/parts.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import type { Holds } from '../search.ts';
import { partsOfBearer } from './house-of.ts';

/** The places that the words of a line say for the hospital itself, each with its alternatives, and not what stands around. */
const ownPlaces = ({ head = [] }: NameParts): readonly string[] => head.flatMap((one) => one.split('|'));

/**
 * "Nanjing First Hospital, Nanjing Medical University": the town's number before the house, and the university whose number that is in the name of this one.
 * The town's first hospital is meant, on record or not, unless this one is called so as well.
 */
export const isTownsNumber: Holds = ({ readings: [asked], index }, best) =>
  asked?.script === 'latin' &&
  asked.ordinal !== null &&
  !asked.kinds.includes('affiliated') &&
  ownPlaces(asked).length > 0 &&
  asked.parent.length > 0 &&
  best.features.has('place.equal:where') &&
  index.partsAt(best.name).kinds.includes('affiliated') &&
  // 上海市第六人民医院 is 上海交通大学医学院附属第六人民医院.
  !partsOfBearer(index, best.name).some(
    ({ ordinal, places }) =>
      ordinal === asked.ordinal && places.some((one) => ownPlaces(asked).includes(one)),
  );

/**
 * "Jiangsu Province Hospital of Chinese Medicine, Nanjing", "Chengdu Second People's Hospital, Chengdu, Sichuan": the province's own and the town's own, where no other word
 * tells them apart, and each name of this one with that number and kind states the other.
 */
export const isOfOtherLevel: Holds = ({ readings: [asked], index }, best) => {
  if (asked?.script !== 'latin' || asked.core.length > 0 || best.key === 'whole') return false;
  const own = ownPlaces(asked);
  const known = index.partsAt(best.name);
  const stated = partsOfBearer(index, best.name)
    .filter(
      (one) =>
        one.ordinal === known.ordinal &&
        sameSet([...one.kinds, ...one.specialties], [...known.kinds, ...known.specialties]),
    )
    .flatMap(({ places }) => places.flatMap((one) => one.split('|')));
  return (
    own.length > 0 &&
    asked.places.length > (asked.head?.length ?? 0) &&
    known.places.length > 0 &&
    !stated.some((one) => own.includes(one))
  );
};

/** "Renji Medical Center", "Enze Hospital": a word under which this one is no such house in any name on record, and another may be. */
export const isOfOtherSort: Holds = ({ readings: [asked], index }, best) =>
  asked?.script === 'latin' &&
  asked.core.length > 0 &&
  asked.parent.length === 0 &&
  best.features.has('body.differs:kin') &&
  !partsOfBearer(index, best.name).some(
    ({ body, core }) => body === asked.body && asked.core.every((word) => core.includes(word)),
  );

/** A clause that names a hospital, and in it the word for a county or a district. */
const OF_COUNTY = /\b(?:county|district)\b[^,;()]{0,60}\bhospital\b/iu;

/** "The County People's Hospital of Anyang City": some county's or district's, whose name was not said, and not the city's. */
export const isOfUnnamedCounty: Holds = ({ name, readings, index }, best) =>
  OF_COUNTY.test(name) &&
  readings.every((asked) => asked.script === 'latin' && saysNone(asked, 'districts', 'core')) &&
  best.key !== 'whole' &&
  index.partsAt(best.name).districts.length === 0;

const MORE = ['core', 'parent', 'kinds', 'specialties', 'ordinal', 'districts'] as const;
const saysTownAlone = (parts: NameParts): boolean => parts.places.length > 0 && saysNone(parts, ...MORE);

/** 广州医院, 南京医院: a town and no other word, of one that was called so in English alone (Canton Hospital), or with a word besides (南京军区总医院). */
export const isTownsAlone: Holds = ({ name, readings, index }, best) =>
  hasHan(name) &&
  leadingPlace(canonicalZh(name))?.place.full === false &&
  best.key !== 'whole' &&
  readings.every(saysTownAlone) &&
  !partsOfBearer(index, best.name).some((one) => one.script === 'han' && saysTownAlone(one));
