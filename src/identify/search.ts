import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { type NameKeys, nameKeys } from '../name-keys/keys.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import { type AskedPlace, placeFit, placeInName, placeText } from './asked-place.ts';
import { genuineHolders } from './famous.ts';
import type { NameFinder } from './finder.ts';
import { type NameCandidate, narrowByPlace } from './name-candidate.ts';
import type { ProtectedUse } from './protected.ts';
import { rankCandidates } from './rank.ts';
import { lookalikeMatch, severalBearName, strongMatch } from './results.ts';
import { officialOfDuplicates } from './same-record.ts';

/** One name being identified, and what the steps need for it. */
export type Search = Readonly<{
  name: string;
  keys: NameKeys;
  /** Stated beside the name. */
  place: AskedPlace;
  use: ProtectedUse | null;
  reader: Reader;
  /** The names index of the generation, awaited only where exact keys leave something open. */
  finder: () => Promise<NameFinder>;
}>;

/** The place stated beside the name; the place in the name only where none is stated. */
export const bothPlaces = (search: Search): AskedPlace => {
  if (search.place.province !== null || search.place.city !== null) return search.place;
  return placeInName(search.name);
};

const elsewhere = (search: Search, candidates: readonly NameCandidate[]): Identification => {
  const registered = [...new Set(candidates.slice(0, 3).map((one) => placeText(one.hit)))].join('、');
  const asked = placeText(bothPlaces(search));
  return lookalikeMatch([reason('place.differs', { asked, registered })], candidates);
};

/** A strong match, with a warning where the famous word in its name is not the famous hospital. */
export const strongWithCaution = async (one: NameCandidate, search: Search): Promise<Identification> => {
  const { use } = search;
  if (
    use === null ||
    use.word.genuine.some((name) => nameKeys(one.hit.name).full.includes(nameKeys(name).full))
  )
    return strongMatch(one);
  const genuine = await genuineHolders(use, search.place, search.reader);
  if (!hasHan(one.hit.name) || genuine.some((holder) => holder.id === one.id)) return strongMatch(one);
  return strongMatch(one, [
    reason('name.not-the-famous-one', { word: use.word.zh, genuine: use.word.genuine.join('、') }),
  ]);
};

export const decideByPlace = async (
  search: Search,
  candidates: readonly NameCandidate[],
): Promise<Identification | null> => {
  if (candidates.length === 0) return null;
  const left = narrowByPlace(candidates);
  const [only] = left;
  if (only === undefined) return elsewhere(search, candidates);
  if (left.length === 1) return strongWithCaution(only, search);
  const own = placeInName(search.name);
  const inOwn =
    search.place.province === null && search.place.city === null
      ? left.filter((one) => placeFit(own, one.hit) === 'agrees')
      : [];
  const [there] = inOwn;
  if (there !== undefined && inOwn.length === 1) return strongWithCaution(there, search);
  const one = await officialOfDuplicates(left, search.reader);
  if (one !== null) return strongWithCaution(one, search);
  return severalBearName(search.name, await rankCandidates(left, search.name, search.reader));
};
