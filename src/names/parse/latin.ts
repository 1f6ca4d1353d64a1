import { shortName } from '../../places/short-name.ts';
import { syllables } from '../../text/pinyin.ts';

/** A run of Chinese characters as one Latin word: 瑞金 → ruijin. */
export const latin = (run: string): string => syllables(run).join('');

const MEMO = 200_000;
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
