import list from '../../../schema/codes/advert-words.json' with { type: 'json' };
import { type Folded, type Span, spanOf } from './fold.ts';

/** Longest way, in characters of one sentence, over which the two halves of a phrase belong together. */
const REACH = { latin: 40, han: 15 } as const;
const gap = (reach: number): string => `(?:[^.!?。;]|\\.(?=\\d)){0,${reach}}?`;
const RATE = '\\d{1,3}(?:\\.\\d{1,2})? ?(?:%|percent|per cent)';
const FAMOUS = `(?:${[...list.famous.en, ...list.famous.zh].join('|')})`;

/** One phrase of a rule, ready to be looked for; `capitals`: the word it must begin with as written. */
export type Phrase = Readonly<{ text: string; pattern: RegExp; capitals: string | null }>;

const half = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.*+^${}[\]\\]/g, '\\$&')
    .replaceAll('<rate>', RATE)
    .replaceAll('<famous>', FAMOUS);

/**
 * A phrase as a bounded pattern over folded text: `…` stands for up to 40 characters of the same sentence (15 in
 * Chinese), `<rate>` for a percentage, `<famous>` for a famous hospital, `(a|b)` for either, `?` for a character that may
 * be missing. Every part is bounded, so that a text is read in time proportional to its length. A phrase that begins with
 * a word in capitals (WHO) must be found in capitals.
 */
export const compilePhrase = (phrase: string): Phrase => {
  const latin = !/\p{Script=Han}/u.test(phrase);
  const halves = phrase
    .split('…')
    .map(half)
    .filter((one) => one !== '');
  const body = halves.join(latin ? `(?![a-z0-9])${gap(REACH.latin)}(?<![a-z0-9])` : gap(REACH.han));
  const pattern = new RegExp(latin ? `(?<![a-z0-9])${body}(?![a-z0-9])` : body, 'gu');
  return {
    text: phrase.toLowerCase(),
    pattern,
    capitals: latin ? (/^[A-Z]{2,}\b/.exec(phrase)?.[0] ?? null) : null,
  };
};

/** Where a phrase stands: in the folded text, and in the text as sent. */
export type PhraseHit = Readonly<{ from: number; until: number; phrase: string; span: Span }>;

/** Every place of a text where one of these phrases stands. */
export const phrasesIn = (
  original: string,
  folded: Folded,
  phrases: readonly Phrase[],
): readonly PhraseHit[] =>
  phrases.flatMap(({ text: phrase, pattern, capitals }) =>
    [...folded.text.matchAll(pattern)].flatMap((found) => {
      const from = found.index;
      const until = from + found[0].length;
      const span = spanOf(original, folded, from, until);
      return capitals !== null && !span.text.startsWith(capitals) ? [] : [{ from, until, phrase, span }];
    }),
  );
