import { nameKeys } from '../../name-keys/keys.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { translateName } from '../../names/translate/translate-name.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { trailingBracket } from '../name-cuts.ts';
import type { Likely } from './likelihood.ts';

/**
 * Whether a name on record is the one asked with a bracket behind it that says no more than in which city it stands, and nobody is called by it without: 中山大学附属第七医院 for
 * 中山大学附属第七医院（深圳）. Beside a hospital that is, it is a part of that one elsewhere (山东大学齐鲁医院（青岛）).
 */
export const isPlacedByBracket = (
  index: NameIndex,
  asked: string,
  { name, institution }: Likely,
  likely: readonly Likely[],
): boolean => {
  const known = index.names.at(name);
  const apart = trailingBracket(known);
  const { city } = index.places.at(institution);
  if (apart === null || city === null || shortName(apart.inside) !== shortName(city)) return false;
  const own = hasHan(asked) ? apart.before : (translateName(apart.before) ?? '');
  return (
    nameKeys(own).full === nameKeys(asked).full &&
    likely.every(({ key }) => key !== 'whole' && key !== 'translation')
  );
};
