import famous from '../../schema/codes/famous-names.json' with { type: 'json' };
import { formerPlaces } from '../../schema/lexicon/places.ts';
import { cities, divisions } from '../../src/places/divisions.ts';
import { shortName } from '../../src/places/short-name.ts';
import { hasHan } from '../../src/text/han.ts';
import { readByLibrary } from '../../src/text/pinyin.ts';

/** Places as they are read for a question in Latin letters: those of today, and those that were called otherwise. */
const places = (): readonly string[] =>
  [
    ...divisions.map(({ name }) => name),
    ...cities.map(({ name }) => name),
    ...formerPlaces.map(({ was }) => was),
  ].map(shortName);

/** What the library reads for every run whose reading is kept, in the order of the runs. */
export const readingsNow = (): Readonly<Record<string, string>> => {
  const whole = places();
  const characters = [...whole, ...famous.words.map(({ zh }) => zh)].flatMap((run) => [...run]);
  const runs = [...new Set([...whole, ...characters])].filter(hasHan).sort();
  return Object.fromEntries(runs.map((run) => [run, readByLibrary(run).join(' ')]));
};
