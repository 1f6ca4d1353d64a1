import { type Folded, fold, type Span, spanOf } from './fold.ts';
import { isNegated } from './phrase.ts';
import { type CheckableKind, offerTerms, type Term } from './vocabulary.ts';

/** Most places that are shown; the rest of a text that repeats itself is not listed. */
export const MAX_SPANS = 300;

/** A place in an offer that can be checked, and the codes it may mean. `turnedRound`: the sentence denies it. */
export type Checkable = Span &
  Readonly<{ kind: CheckableKind; codes: readonly string[]; turnedRound: boolean }>;

type Hit = Readonly<{ from: number; until: number; word: Term }>;

const isLetter = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char);

/** Words that only look like a grade: 二甲双胍 and 三甲胺 are substances. */
const SUBSTANCE = /^[双基胺苯醚氧硅]/u;

const wholeEnd = (text: string, at: number): number | null => {
  if (!isLetter(text[at])) return at;
  return text[at] === 's' && !isLetter(text[at + 1]) ? at + 1 : null;
};

const hitsOf = (original: string, folded: Folded, word: Term): Hit[] => {
  const hits: Hit[] = [];
  const { text } = folded;
  for (let from = text.indexOf(word.text); from !== -1; from = text.indexOf(word.text, from + 1)) {
    const end = from + word.text.length;
    const until = word.latin ? wholeEnd(text, end) : end;
    if (until === null || (word.latin && isLetter(text[from - 1]))) continue;
    if (/^[二三]甲$/.test(word.text) && SUBSTANCE.test(text.slice(end))) continue;
    if (word.capitals) {
      const written = spanOf(original, folded, from, end).text.normalize('NFKC');
      if (written !== written.toUpperCase()) continue;
    }
    hits.push({ from, until, word });
  }
  return hits;
};

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
export const findCheckable = (original: string, folded: Folded = fold(original)): readonly Checkable[] => {
  const hits = longest(offerTerms.flatMap((word) => hitsOf(original, folded, word)));
  return hits.flatMap(({ from, until, word }) =>
    [...kindsOf(word)].map(([kind, codes]) => ({
      ...spanOf(original, folded, from, until),
      kind,
      codes,
      turnedRound: isNegated(folded.text, from, until),
    })),
  );
};
