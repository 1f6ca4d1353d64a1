import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { namesUnder } from '../../names/index/candidate-generation.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { placeFit } from '../asked-place.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import type { Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';

const LEVELS = ['县', '区', '市'];

/**
 * 南昌人民医院: a town without its level, where the county or district of that word has a hospital of just that name too (南昌市, 南昌县). What only a directory names is no
 * rival to what an authority lists.
 */
export const atOtherLevel = ({ name, place, finder }: Search, best: Likely): readonly Likely[] => {
  const text = canonicalZh(name);
  const town = hasHan(name) ? leadingPlace(text) : null;
  if (town === null || town.place.full || best.key === 'whole') return [];
  const { index } = finder;
  const [short, rest] = [text.slice(0, town.length), text.slice(town.length)];
  const spelled = LEVELS.flatMap((level) =>
    ['', town.place.city ?? ''].map((city) => exactKey(nameKeys(`${city}${short}${level}${rest}`).full)),
  );
  const others = new Map(
    namesUnder(index, spelled)
      .filter((one) => spelled.includes(index.fullKey[one] ?? 0))
      .map((one) => [index.owner[one] ?? 0, one] as const),
  );
  others.delete(best.institution);
  return [...others]
    .filter(([institution]) => placeFit(place, index.places.at(institution)) !== 'differs')
    .filter(([institution]) => isDirectoryOnly(index, best) || !isDirectoryOnly(index, { institution }))
    .flatMap(([institution, one]) =>
      finder.likely(index.names.at(one), place).likely.filter((other) => other.institution === institution),
    );
};
