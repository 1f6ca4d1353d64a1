import { sameHouse } from '../../places/address-key.ts';
import type { LinkProfile } from './link-profile.ts';
import type { Features } from './name-features.ts';

const overlap = (a: readonly string[], b: readonly string[]): 'none' | 'same' | 'differs' =>
  a.length === 0 || b.length === 0 ? 'none' : a.some((one) => b.includes(one)) ? 'same' : 'differs';

/** What two records have in common besides their names. */
export const recordFeatures = (a: LinkProfile, b: LinkProfile): Features => {
  const houses = a.houses.length === 0 || b.houses.length === 0;
  const same = a.houses.some((one) => b.houses.some((other) => sameHouse(one, other)));
  const road = a.houses.some((one) => b.houses.some((other) => one.road === other.road));
  const district = overlap(a.districts, b.districts);
  return [
    ...(houses ? [] : [same ? 'house.same' : road ? 'house.near' : 'house.differs']),
    ...(district === 'none' ? [] : [`district.${district}`]),
    ...(a.cities.length === 0 || b.cities.length === 0 ? ['city.unknown'] : []),
    ...(overlap(a.domains, b.domains) === 'same' ? ['domain.same'] : []),
    ...(a.numbers.some((one) => b.numbers.includes(one)) ? ['number.same'] : []),
  ];
};

/** Observations that mean more together than each alone. */
export const jointFeatures = (names: Features, records: Features): Features => {
  const house = records.includes('house.same');
  const has = (...some: readonly string[]) => some.some((one) => names.includes(one));
  const unknown = records.includes('city.unknown');
  return [
    ...(unknown && has('name.unplaced') ? ['city.unknown+name.unplaced'] : []),
    ...(unknown && has('name.placeless') && records.includes('house.differs')
      ? ['city.unknown+house.differs']
      : []),
    ...(unknown && has('name.english') ? ['city.unknown+name.english'] : []),
    ...(house && has('core.differs', 'core.one', 'words.differ')
      ? [`house.same+words.differ${has('both.public') ? '+public' : ''}`]
      : []),
    ...(house && has('stem.equal', 'stem.equal.common', 'stem.near', 'core.equal', 'core.equal.common')
      ? ['house.same+core.equal']
      : []),
    ...(records.includes('house.differs') &&
    has(
      'stem.equal.common',
      'stem.equal.district',
      'core.equal.common',
      'stem.equal.generic',
      'stem.near.generic',
    )
      ? ['house.differs+common']
      : []),
  ];
};
