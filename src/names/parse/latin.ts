import { customPinyin, pinyin } from 'pinyin-pro';
import { placeReadings } from '../../../schema/lexicon/pinyin.ts';
import { shortName } from '../../places/short-name.ts';

customPinyin(placeReadings);

const memo = new Map<string, readonly string[]>();
const MEMO = 200_000;

/** Syllables of a run of Chinese characters, without tones; ü is written u, as road signs and passports do. */
export const syllables = (run: string): readonly string[] => {
  const known = memo.get(run);
  if (known !== undefined) return known;
  const read = pinyin(run, { toneType: 'none', type: 'array', v: true }).map((one) =>
    one.replace('v', 'u').toLowerCase(),
  );
  if (memo.size >= MEMO) memo.clear();
  memo.set(run, read);
  return read;
};

/** A run of Chinese characters as one Latin word: 瑞金 → ruijin. */
export const latin = (run: string): string => syllables(run).join('');

const places = new Map<string, string>();

/** The short name of a place as one Latin word: 台州市 → taizhou. There are a few thousand places, and each is asked for often. */
export const latinPlace = (name: string): string => {
  const known = places.get(name);
  if (known !== undefined) return known;
  const read = latin(shortName(name));
  if (places.size >= MEMO) places.clear();
  places.set(name, read);
  return read;
};
