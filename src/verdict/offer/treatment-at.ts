import { joiningWords } from '../../../schema/lexicon/joining-words.ts';
import { late } from '../../text/remembered.ts';
import { fold, spanOf } from './fold.ts';
import { offerTerms } from './vocabulary.ts';
import { placesOf } from './whole-words.ts';

/** A treatment, and the words beside it that may name a hospital. */
export type TreatmentAt = Readonly<{ service: string; name: string }>;

const SIGN = /^[\s,，:：?？.。!！"“”「」]$/u;
const LATIN: ReadonlySet<string> = new Set(joiningWords.en);
/** With what stands between a name and what is asked for there: 会不会做 is no 会做 behind 会不. */
const HAN = [...new Set([...joiningWords.zh, ...joiningWords.framesZh])].sort((a, b) => b.length - a.length);

/** Without the signs, and one joining word, at its end (or its beginning). */
const shorter = (text: string, end: boolean): string => {
  const edge = end ? text.at(-1) : text[0];
  if (edge !== undefined && SIGN.test(edge)) return end ? text.slice(0, -1) : text.slice(1);
  const words = text.split(' ');
  const word = (end ? words.at(-1) : words[0]) ?? '';
  if (LATIN.has(word.toLowerCase())) return (end ? words.slice(0, -1) : words.slice(1)).join(' ');
  const han = HAN.find((one) => (end ? text.endsWith(one) : text.startsWith(one)));
  return han === undefined ? text : end ? text.slice(0, -han.length) : text.slice(han.length);
};

/** Takes joining words off one end until none is left. */
const stripped = (text: string, end: boolean): string => {
  for (let left = text; ; ) {
    const next = shorter(left, end);
    if (next === left) return left;
    left = next;
  }
};
const DENIED: ReadonlySet<string> = new Set(joiningWords.deniedEn);

/** Where a word of denial at the end of a text begins (“Ruijin Hospital no”, 瑞金医院不做); null for none. */
export const denialAt = (before: string): number | null => {
  const text = before.trimEnd();
  const plain = stripped(text, true);
  const word = plain.split(/[\s-]+/u).at(-1) ?? '';
  if (DENIED.has(word.toLowerCase())) return plain.length - word.length;
  const han = joiningWords.deniedZh.findLast((one) => plain.endsWith(one));
  return han === undefined ? null : plain.length - han.length;
};

/** Whether what stands behind these words is said not to be done or not to be wanted: “Ruijin Hospital no”, 瑞金医院不做. */
export const isDenied = (before: string): boolean => denialAt(before) !== null;

/** Words without the signs and joining words at both ends: “at Ruijin Hospital”, 瑞金医院的. */
export const bare = (text: string): string => stripped(stripped(text, true), false);

/** "Ruijin Hospital of IVF": the treatment is a part of the house's name, as in "Hospital of Stomatology", and not asked for there. */
export const isOfName = (before: string): boolean => OF_NAME.test(before);
const OF_NAME = /\b(?:hospital|clinic|cent(?:er|re)|institute),? of(?: the)? ?$/iu;

const treatments = late(() =>
  offerTerms()
    .filter(
      ({ codes: [only, ...more] }) =>
        more.length === 0 && (only?.kind === 'technology' || only?.kind === 'product'),
    )
    .sort((a, b) => b.text.length - a.text.length),
);

/** The treatment that a line says is not done or not wanted (“Ruijin Hospital no surrogacy”, 瑞金医院不做代孕) with the word that says so, and the name before it; null for any other. */
export const deniedBeside = (text: string): Readonly<{ name: string; words: string }> | null => {
  const folded = fold(text);
  for (const term of treatments()) {
    const [place] = placesOf(folded.text, term);
    if (place === undefined) continue;
    const { start, end } = spanOf(text, folded, ...place);
    const denial = denialAt(text.slice(0, start));
    const name = denial === null ? '' : bare(text.slice(0, denial)) || bare(text.slice(end));
    return denial === null || name === '' ? null : { name, words: text.slice(denial, end).trim() };
  }
  return null;
};

const OPENING = /[(（[【]\s{0,3}$/u;
const CLOSING = /^\s{0,3}[)）\]】]/u;

/** The text before and behind a treatment, without the brackets in which it stands: “Ruijin Hospital (proton therapy)”. */
const around = (text: string, start: number, end: number): readonly [string, string] => {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const inside = OPENING.test(before) && CLOSING.test(behind);
  return inside ? [before.replace(OPENING, ''), behind.replace(CLOSING, '')] : [before, behind];
};

/**
 * Takes words that ask for a treatment at a hospital apart: “CAR-T at West China Hospital”, 华西医院能做质子治疗吗. The longest word that
 * means one treatment counts; null where there is none, or where nothing, or something on both sides of it, is left.
 */
export const treatmentAt = (text: string): TreatmentAt | null => {
  const folded = fold(text);
  for (const term of treatments()) {
    const [place] = placesOf(folded.text, term);
    if (place === undefined) continue;
    const { start, end } = spanOf(text, folded, ...place);
    if (isOfName(text.slice(0, start))) return null;
    const [head = '', tail = ''] = around(text, start, end).map(bare);
    const name = head === '' ? tail : tail === '' ? head : '';
    return name === '' ? null : { service: term.codes[0]?.code ?? '', name };
  }
  return null;
};
