import { scopeCues } from '../../../schema/lexicon/scope-cues.ts';
import { late } from '../../text/remembered.ts';
import { type Folded, fold } from './fold.ts';
import { placesOf } from './whole-words.ts';

/** A text cut at some places: the piece in which a place lies. */
type Cut = Readonly<{ startOf: (at: number) => number; endOf: (at: number) => number }>;

/**
 * A folded text in its pieces, each level within the one before: sentences; stretches, which end at a turn such as “but” as
 * well; clauses, which end at commas and colons too.
 */
export type Pieces = Readonly<{ sentence: Cut; stretch: Cut; clause: Cut }>;

/** Index of the first element that is greater than `at`. */
export const firstAfter = (sorted: ArrayLike<number>, at: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

const cutAt = (marks: readonly number[], length: number): Cut => {
  const sorted = [...new Set(marks)].sort((a, b) => a - b);
  return {
    startOf: (at) => sorted[firstAfter(sorted, at) - 1] ?? 0,
    endOf: (at) => sorted[firstAfter(sorted, at)] ?? length,
  };
};

const NEW_LINE_STARTS = /[\p{Lu}\p{Script=Han}•·●■◆▪*#-]|\d{1,2}[.)、]/u;

/**
 * Ends that the fold took away: a blank line, a line followed by one that begins like a sentence or an item, and a dash
 * between words. A line that merely wraps is none.
 */
const lostEnds = (original: string, folded: Folded): Readonly<{ lines: number[]; dashes: number[] }> => {
  const lines: number[] = [];
  const dashes: number[] = [];
  const foldedAt = (place: number) => firstAfter(folded.starts, place - 1);
  for (const { 0: run, index } of original.matchAll(/\s+/g)) {
    const first = run.indexOf('\n');
    if (first === -1) continue;
    const end = index + run.length;
    const blank = run.indexOf('\n', first + 1) !== -1;
    if (blank || original.slice(end, end + 3).search(NEW_LINE_STARTS) === 0) lines.push(foldedAt(end));
  }
  for (const { index } of original.matchAll(/[—–]/g))
    if (!/\d/.test(original[index + 1] ?? '')) dashes.push(foldedAt(index + 1));
  return { lines, dashes };
};

const ABBREVIATION = /(?:^|[^a-z])(?:dr|mr|mrs|ms|prof|st|vs|e\.g|i\.e)$/;

const endsSentence = (text: string, at: number): boolean => {
  if (text[at] !== '.') return true;
  if (/[a-z0-9]/.test(text[at + 1] ?? '')) return false;
  const before = text.slice(Math.max(0, at - 5), at);
  return (
    !ABBREVIATION.test(before) &&
    !(/(?:^|[^a-z])no$/.test(before) && /^ ?\d/.test(text.slice(at + 1, at + 3)))
  );
};

const turns = late(() => [
  ...scopeCues.turns.en.map((word) => ({ text: fold(word).text, latin: true })),
  ...scopeCues.turns.zh.map((word) => ({ text: fold(word).text, latin: false })),
]);

/** Cuts a folded text into sentences, stretches and clauses. */
export const piecesOf = (original: string, folded: Folded): Pieces => {
  const { text } = folded;
  const { lines, dashes } = lostEnds(original, folded);
  const ends = [...text.matchAll(/[.!?。;]/g)].filter(({ index }) => endsSentence(text, index));
  const sentences = [0, ...lines, ...ends.map(({ index }) => index + 1)];
  const stretches = [...sentences, ...turns().flatMap((word) => placesOf(text, word).map(([from]) => from))];
  const commas = [...text.matchAll(/[,:()]/g)]
    .filter(({ index }) => !/\d/.test(text[index + 1] ?? '') || text[index] !== ',')
    .map(({ index }) => index + 1);
  return {
    sentence: cutAt(sentences, text.length),
    stretch: cutAt(stretches, text.length),
    clause: cutAt([...stretches, ...commas, ...dashes], text.length),
  };
};
