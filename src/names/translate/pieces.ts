import { spelledAsName } from '../../text/pinyin.ts';
import type { Piece } from './piece.ts';
import { parentAt, placeAt, townAt } from './place-pieces.ts';
import { affiliatedAt, ordinalAt, wordAt } from './word-pieces.ts';

/** Distinctive words are spelled; more than four characters in one are hard to read, so they are parted by twos. */
const spelledRun = (run: string): Piece => {
  const parts = run.length <= 4 ? [run] : (run.match(/.{1,2}/gu) ?? []);
  return { role: 'name', en: parts.map(spelledAsName).join(' '), zh: run };
};

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** The longer of two, the first of two as long. */
const longer = (one: Piece | null, other: Piece | null): Piece | null =>
  one === null || (other !== null && other.zh.length > one.zh.length) ? other : one;

/** What stands at the beginning of a text. A place may begin a name only where no distinctive word runs on (福安 in 永福安康). */
const pieceAt = (text: string, first: boolean, running: boolean): Piece | null =>
  ordinalAt(text) ??
  affiliatedAt(text) ??
  longer(longer(first ? parentAt(text) : null, wordAt(text)), running ? townAt(text) : placeAt(text));

/** Cuts a Chinese name (no brackets) into parts with their English, from left to right, always the longest. */
export const piecesOf = (text: string): readonly Piece[] => {
  const out: Piece[] = [];
  let run = '';
  const flush = (): void => {
    if (run !== '') out.push(isHan(run) ? spelledRun(run) : { role: 'name', en: run, zh: run });
    run = '';
  };
  for (let rest = text; rest !== ''; ) {
    const begins = run === '' && (out.length < 2 || out.at(-1)?.role === 'house');
    const piece = pieceAt(rest, begins, isHan(run));
    if (piece === null) {
      run += rest.charAt(0);
      rest = rest.slice(1);
      continue;
    }
    flush();
    out.push(piece);
    rest = rest.slice(piece.zh.length);
  }
  flush();
  return out;
};
