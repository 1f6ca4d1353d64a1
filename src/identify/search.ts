import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { type NameKeys, nameKeys } from '../name-keys/keys.ts';
import type { Reader } from '../store/registry-types.ts';
import { hasHan } from '../text/han.ts';
import { type AskedPlace, placeFit, placeInName, placeWords } from './asked-place.ts';
import { genuineHolders } from './famous.ts';
import type { NameFinder } from './finder.ts';
import { type Meant, narrow } from './name-candidate.ts';
import type { ProtectedUse } from './protected.ts';
import { ranked } from './rank.ts';
import { lookalike, several, strong } from './results.ts';
import { sameRecord } from './same-record.ts';

/** All that looking for one name needs. */
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

/** The place beside the name wins; the name's own place fills what it leaves open. */
export const bothPlaces = (search: Search): AskedPlace => {
  if (search.place.province !== null || search.place.city !== null) return search.place;
  return placeInName(search.name);
};

const elsewhere = (search: Search, meant: readonly Meant[]): Identification => {
  const registered = [...new Set(meant.slice(0, 3).map((one) => placeWords(one.hit)))].join('、');
  const asked = placeWords(bothPlaces(search));
  return lookalike([reason('place.differs', { asked, registered })], meant);
};

/** The identity holds, but a reader must know that the famous word in the name is not the famous hospital. */
export const caution = async (one: Meant, search: Search): Promise<Identification> => {
  const { use } = search;
  if (
    use === null ||
    use.word.genuine.some((name) => nameKeys(one.hit.name).full.includes(nameKeys(name).full))
  )
    return strong(one);
  const genuine = await genuineHolders(use, search.place, search.reader);
  if (!hasHan(one.hit.name) || genuine.some((holder) => holder.id === one.id)) return strong(one);
  return strong(one, [
    reason('name.not-the-famous-one', { word: use.word.zh, genuine: use.word.genuine.join('、') }),
  ]);
};

export const settle = async (search: Search, meant: readonly Meant[]): Promise<Identification | null> => {
  if (meant.length === 0) return null;
  const left = narrow(meant);
  const [only] = left;
  if (only === undefined) return elsewhere(search, meant);
  if (left.length === 1) return caution(only, search);
  const own = placeInName(search.name);
  const inOwn =
    search.place.province === null && search.place.city === null
      ? left.filter((one) => placeFit(own, one.hit) === 'agrees')
      : [];
  const [there] = inOwn;
  if (there !== undefined && inOwn.length === 1) return caution(there, search);
  const one = await sameRecord(left, search.reader);
  if (one !== null) return caution(one, search);
  return several(search.name, await ranked(left, search.name, search.reader));
};
