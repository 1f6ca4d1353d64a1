import { formerPlaces } from '../../schema/lexicon/places.ts';
import { cities, divisions } from '../../src/places/divisions.ts';
import { shortName } from '../../src/places/short-name.ts';
import { hasHan } from '../../src/text/han.ts';
import { readByLibrary } from '../../src/text/pinyin.ts';

/** Places as they are read for a question in Latin letters: those of today, and those that were called otherwise. */
const places = (): readonly string[] =>
  [
    ...divisions().map(({ name }) => name),
    ...cities().map(({ name }) => name),
    ...formerPlaces().map(({ was }) => was),
  ].map(shortName);

/** The 6,763 characters of GB 2312, which names are written with: famous words of a registry are read character by character. */
const commonCharacters = (): readonly string[] => {
  const decoder = new TextDecoder('gbk');
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, at) => 0xb0 + at);
  const cells = Array.from({ length: 0xff - 0xa1 }, (_, at) => 0xa1 + at);
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    .filter((char) => /^\p{Script=Han}$/u.test(char));
};

/** What the library reads for every run whose reading is kept, in the order of the runs. */
export const readingsNow = (): Readonly<Record<string, string>> => {
  const whole = places();
  const characters = whole.flatMap((run) => [...run]);
  const runs = [...new Set([...whole, ...characters, ...commonCharacters()])].filter(hasHan).sort();
  return Object.fromEntries(runs.map((run) => [run, readByLibrary(run).join(' ')]));
};
