import { placeWords } from '../../schema/lexicon/places.ts';
import { syllables } from '../text/pinyin.ts';
import { late } from '../text/remembered.ts';
import { cities, divisions, provinces } from './divisions.ts';
import { shortName } from './short-name.ts';

/** What a place is called by the first letters of its syllables: SH, GZ, HLJ. */
const initialsOf = (name: string): string =>
  syllables(shortName(name))
    .map((syllable) => syllable[0] ?? '')
    .join('')
    .toUpperCase();

const byInitials = late((): ReadonlyMap<string, readonly string[]> => {
  const names = [...provinces(), ...cities().map((city) => city.name)];
  return Map.groupBy(new Set(names), initialsOf);
});

/** Provinces, their seats (in GB/T 2260 the first city of each) and few more: whom people write by initials. */
const isWrittenByInitials = late((): ReadonlySet<string> => {
  const seats = divisions().filter(({ level, code }) => level === 2 && code.endsWith('01'));
  return new Set([...provinces(), ...seats.map(({ name }) => name), ...placeWords.calledByInitials]);
});

/**
 * Official Chinese names of the provinces and cities that capital letters can stand for (SH: 上海市 and others); none for other words, and where nobody of them is written so:
 * NY is New York. `inProvince`: their province is said beside them, so that each may be.
 */
export const placesOfInitials = (text: string, inProvince: boolean): readonly string[] => {
  const all = byInitials().get(text) ?? [];
  return inProvince || all.some((name) => isWrittenByInitials().has(name)) ? all : [];
};
