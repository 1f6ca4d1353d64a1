import { openEnded, withConcepts } from './concepts.ts';
import { type Folded, type Span, spanOf } from './fold.ts';

/** Longest way, in characters of one sentence, over which the two halves of a phrase belong together. */
const REACH = { latin: 40, han: 15 } as const;
const gap = (reach: number): string => `(?:[^.!?。;]|\\.(?=\\d)){0,${reach}}?`;

/** One phrase of a rule, ready to be looked for; `capitals`: the word it must begin with as written. */
export type Phrase = Readonly<{ text: string; pattern: RegExp; capitals: string | null }>;

const half = (text: string): string =>
  openEnded(
    text
      .trim()
      .toLowerCase()
      .replace(/[.+^${}[\]\\]/g, '\\$&'),
  );

/**
 * A phrase as a bounded pattern over folded text: `…` stands for up to 40 characters of the same sentence (15 in
 * Chinese), `<name>` for the words of a concept, `<rate>` for a percentage, `<famous>` for a famous hospital, `(a|b)` for either, `?` for a character
 * that may be missing, `*` for the rest of a word. Every part is bounded, so that a text is read in time proportional to its length. A phrase that begins with
 * a word in capitals (WHO) must be found in capitals.
 */
export const compilePhrase = (phrase: string): Phrase => {
  const latin = !/\p{Script=Han}/u.test(phrase);
  const halves = phrase
    .split('…')
    .map(half)
    .filter((one) => one !== '')
    .map((one) => withConcepts(one, latin ? 'en' : 'zh'));
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
