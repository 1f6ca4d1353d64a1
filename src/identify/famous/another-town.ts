import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { type AskedPlace, placeFit, placeText } from '../asked-place.ts';
import { knownPlace } from '../beside/read-words.ts';
import type { Likely } from '../model/likelihood.ts';
import { noMatch, unmatched } from '../results.ts';
import { asCandidates, type Search, type Step } from '../search.ts';
import { besides, famousWordOf, isNotThis, surest } from './against.ts';

const HOUSE_THEN_TOWN = /^(.{1,80}?\bhospital),?\s{1,3}(?:(?:in|at|of)\s{1,3})?(\S.{1,40})$/iu;
const TOWN_THEN_HOUSE = /^(\S{3,20}) (.{1,80}\bhospital)$/iu;
const BY_NAME = ['whole', 'short', 'core'];

/** A name in Latin letters in the hospital's own and the town said before or behind it. */
const withTownApart = (name: string) => {
  const [, own = '', behind = ''] = HOUSE_THEN_TOWN.exec(name) ?? [];
  const [, before = '', house = ''] = TOWN_THEN_HOUSE.exec(name) ?? [];
  return own !== '' ? { own, town: behind, isBehind: true } : { own: house, town: before, isBehind: false };
};

/** What a comparison says of the own word and the place of a hospital that may be meant. */
const NAMED_THERE = [
  ['core.equal', 'core.part'],
  ['place.equal', 'place.province'],
];

/** Whether a hospital on record stands in the town that the name says and is called by the name's own word as well. */
const isNamedThere = ({ comparison: { parts } }: Likely): boolean =>
  NAMED_THERE.every((codes) => parts.some(({ code }) => codes.includes(code)));

/** "Yunnan Fuwai Hospital" for 云南省阜外心血管病医院, "Qingdao Qilu Hospital" for 青岛山大齐鲁医院: on record there, and nobody's imitation. */
const perhapsTheirs = (search: Search, there: readonly Likely[]): Identification =>
  noMatch(
    [
      reason('name.not-found', { name: search.name }),
      ...there.map(({ id, name }) => reason('name.nearest', { known: search.index.names.at(name), id })),
    ],
    asCandidates(search, there),
  );

/** The famous hospital whose name this is but for the town, and where it stands; null for none, and where it stands in one of the places. */
const famousElsewhere = async (search: Search, own: string, places: readonly AskedPlace[]) => {
  const best = surest(search, own);
  const dossier = best === null ? undefined : await search.reader.dossier(best.id);
  if (best === null || dossier === undefined || !BY_NAME.includes(best.key ?? '')) return null;
  const known = knownPlace(dossier);
  if (!places.every((one) => placeFit(one, known) === 'differs')) return null;
  return (await famousWordOf(dossier, search.reader)) === null ? null : { best, known };
};

/**
 * A famous hospital's name and another town of China. "Guangzhou Ruijin Hospital" is a hospital there, as 广州瑞金医院; "Ruijin Hospital Guangzhou" may be a part of
 * the hospital, as 瑞金医院广州. Who is on record there and called so may be meant. Null for any other name.
 */
export const inAnotherTown: Step = async (search) => {
  const { name, reader, likely } = search;
  if (hasHan(name)) return null;
  const { own, town, isBehind } = withTownApart(name.trim());
  const { places, unread, mistyped } = statedPlaces({ city: town });
  const [place] = places;
  if (place === undefined || unread !== null || mistyped !== null) return null;
  const famous = await famousElsewhere(search, own, places);
  if (famous === null) return null;
  const { best, known } = famous;
  const there = likely.filter((one) => one.id !== best.id && isNamedThere(one));
  if (there.length > 0) return perhapsTheirs(search, there);
  const against = reason('place.differs', { asked: placeText(place), registered: placeText(known) });
  if (!isBehind) return isNotThis(name, besides(search, best), against, reader);
  const branch = reason('name.branch', { known: search.index.names.at(best.name), words: town });
  return unmatched('branch-not-on-record', [branch, against], besides(search, best).candidates);
};
