import { distance } from '../compare/comparison.ts';
import { spelledInPinyin } from './sound.ts';

/** Words that English names of hospitals are made of, long enough that a slip of the pen is still recognised. */
const WORDS = (
  'hospital affiliated university people peoples medical medicine traditional chinese children maternal maternity women ' +
  'provincial province municipal central general cancer tumor stomatological stomatology ophthalmology orthopedic orthopaedic ' +
  'district county psychiatric infectious rehabilitation integrated western military college department school institute ' +
  'center centre second seventh eighth hospitals academy sciences science workers international district diseases disease ' +
  'pediatric pediatrics gynecology obstetrics healthcare technology friendship memorial national dental cardiovascular'
).split(' ');
const known = new Set(WORDS.flatMap((one) => [one, `${one}s`]));

/** Letters in another order count as one slip. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

const memo = new Map<string, string>();

const nearest = (word: string): string => {
  if (known.has(word) || spelledInPinyin(word)) return word;
  const near = (most: number) =>
    WORDS.find((one) => one[0] === word[0] && (swapped(one, word) || distance(one, word) <= most));
  return near(1) ?? (word.length >= 9 ? near(2) : undefined) ?? word;
};

/** A word of six letters and more, spelled right where one letter (two in long words) makes it a common word of hospital names. */
export const spelledRight = (word: string): string => {
  const before = memo.get(word);
  if (before !== undefined) return before;
  const right = nearest(word);
  if (memo.size < 20_000) memo.set(word, right);
  return right;
};
