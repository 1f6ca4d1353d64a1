import { createRequire } from 'node:module';
import { keptReadings, placeReadings } from '../../schema/lexicon/pinyin.ts';
import { late } from './remembered.ts';

type PinyinPro = typeof import('pinyin-pro');

let library: PinyinPro | null = null;

/**
 * The library with its dictionaries, loaded by the first run that no list of ours reads: it takes a tenth of a second to load and to make ready,
 * and places, which every question is read for, are read by the list.
 */
const pinyinPro = (): PinyinPro => {
  if (library === null) {
    library = createRequire(import.meta.url)('pinyin-pro') as PinyinPro;
    library.customPinyin(placeReadings);
  }
  return library;
};

/** What the library reads, asked of it whatever our list holds: that is made of this. */
export const readByLibrary = (run: string): readonly string[] =>
  pinyinPro()
    .pinyin(run, { toneType: 'none', type: 'array', v: true })
    .map((one) => one.toLowerCase());

const kept = late((): ReadonlyMap<string, string> => new Map(Object.entries(keptReadings())));

const read = (run: string): readonly string[] => kept().get(run)?.split(' ') ?? readByLibrary(run);

const memo = new Map<string, readonly string[]>();
const MEMO = 200_000;

/** Syllables of a run of Chinese characters, without tones; ü is written u, as road signs and passports do. */
export const syllables = (run: string): readonly string[] => {
  const known = memo.get(run);
  if (known !== undefined) return known;
  const found = read(run).map((one) => one.replace('v', 'u'));
  if (memo.size >= MEMO) memo.clear();
  memo.set(run, found);
  return found;
};

/** The same, every character read by itself as dictionaries read it first: 六安 is liu an, though the town is Lu'an. */
export const plainSyllables = (run: string): readonly string[] => [...run].flatMap((char) => syllables(char));

/** A run of Chinese characters as one capitalised word, as names are spelled on signs: 六安 → Lu'an, 吕梁 → Lüliang. */
export const spelledAsName = (run: string): string => {
  const word = read(run)
    .map((one) => one.replace(/(?<=^[ln])v(?!e)/u, 'ü').replace('v', 'u'))
    .reduce((out, one) => (out !== '' && /^[aoe]/u.test(one) ? `${out}'${one}` : out + one), '');
  return word.charAt(0).toUpperCase() + word.slice(1);
};
