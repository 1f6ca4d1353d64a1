import type { NameParts } from '../../names/parse/parts.ts';
import type { Holds } from '../search.ts';
import { partsOfBearer } from './house-of.ts';

/** The places that the words of a line say for the hospital itself, each with its alternatives, and not what stands around. */
const ownPlaces = ({ head = [] }: NameParts): readonly string[] => head.flatMap((one) => one.split('|'));

/**
 * "Nanjing First Hospital, Nanjing Medical University": the town's number before the house, and the university whose number that is in the name of this one.
 * The town's first hospital is meant, on record or not.
 */
export const isTownsNumber: Holds = ({ readings: [asked], index }, best) =>
  asked?.script === 'latin' &&
  asked.ordinal !== null &&
  !asked.kinds.includes('affiliated') &&
  ownPlaces(asked).length > 0 &&
  asked.parent.length > 0 &&
  best.features.has('place.equal:where') &&
  index.partsAt(best.name).kinds.includes('affiliated');

/**
 * "Jiangsu Province Hospital of Chinese Medicine, Nanjing", "Chengdu Second People's Hospital, Chengdu, Sichuan": the province's own and the town's own, where no other word
 * tells them apart, and each name of this one that states a place states the other.
 */
export const isOfOtherLevel: Holds = ({ readings: [asked], index }, best) => {
  if (asked?.script !== 'latin' || asked.core.length > 0 || best.key === 'whole') return false;
  const own = ownPlaces(asked);
  const stated = partsOfBearer(index, best.name).map(({ places }) => places.flatMap((one) => one.split('|')));
  return (
    own.length > 0 &&
    asked.places.length > (asked.head?.length ?? 0) &&
    index.partsAt(best.name).places.length > 0 &&
    !stated.flat().some((one) => own.includes(one))
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
