import type { Turning } from '../../../schema/lexicon/scope-cues.ts';
import { type Folded, type Span, spanOf } from './fold.ts';
import type { Scopes } from './scopes.ts';
import { type CheckableKind, offerTerms, type Term } from './vocabulary.ts';
import { placesOf } from './whole-words.ts';

/** Most places that are shown; the rest of a text that repeats itself is not listed. */
export const MAX_SPANS = 300;

/** A place in an offer that can be checked, and the codes it may mean. `turnedRound`: the sentence denies or forbids it. */
export type Checkable = Span &
  Readonly<{ kind: CheckableKind; codes: readonly string[]; turnedRound: boolean }>;

/** The same with its place in the folded text and all ways in which it is not claimed, for the rules of signs. */
export type FoundTerm = Checkable & Readonly<{ from: number; until: number; turned: ReadonlySet<Turning> }>;

type Hit = Readonly<{ from: number; until: number; word: Term }>;

/** Words that only look like a grade: 二甲双胍 and 三甲胺 are substances. */
const SUBSTANCE = /^[双基胺苯醚氧硅]/u;

const hitsOf = (original: string, folded: Folded, word: Term): Hit[] =>
  placesOf(folded.text, word).flatMap(([from, until]) => {
    if (/^[二三]甲$/.test(word.text) && SUBSTANCE.test(folded.text.slice(until))) return [];
    if (word.capitals) {
      const written = spanOf(original, folded, from, from + word.text.length).text.normalize('NFKC');
      if (written !== written.toUpperCase()) return [];
    }
    return [{ from, until, word }];
  });

/** The longest word wins where words overlap; of equally long ones the first. */
const longest = (hits: readonly Hit[]): Hit[] => {
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.until - a.until);
  const kept: Hit[] = [];
  for (const hit of sorted) {
    const last = kept.at(-1);
    if (last === undefined || hit.from >= last.until) kept.push(hit);
    else if (hit.until - hit.from > last.until - last.from) kept[kept.length - 1] = hit;
  }
  return kept;
};

const kindsOf = ({ codes }: Term): ReadonlyMap<CheckableKind, string[]> => {
  const kinds = new Map<CheckableKind, string[]>();
  for (const { code, kind } of codes) kinds.set(kind, [...(kinds.get(kind) ?? []), code]);
  return kinds;
};

/** Everything in an offer that has a code, in the order of the text. */
export const findTerms = (original: string, folded: Folded, scopes: Scopes): readonly FoundTerm[] =>
  longest(offerTerms().flatMap((word) => hitsOf(original, folded, word))).flatMap(({ from, until, word }) => {
    const turned = scopes.turnedAt({ from, until, phrase: '' });
    const place = { ...spanOf(original, folded, from, until), from, until, turned };
    return [...kindsOf(word)].map(([kind, codes]) => ({
      ...place,
      kind,
      codes,
      turnedRound: turned.has('denied'),
    }));
  });

/** What a partner is shown of a term. */
export const asCheckable = ({ start, end, text, kind, codes, turnedRound }: FoundTerm): Checkable => ({
  start,
  end,
  text,
  kind,
  codes,
  turnedRound,
});
