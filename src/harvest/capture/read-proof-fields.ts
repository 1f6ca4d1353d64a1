import type { CaptureField } from '../../../schema/capture-field.ts';
import { captureLabels } from '../../../schema/lexicon/capture-labels.ts';
import { CUT_OFF, LOOKED_ON } from '../../readers/lists/captured-rows.ts';
import { foldText, simplify } from '../../text/han.ts';
import { foldLabel, labelBook } from './page-labels.ts';
import { type Pair, pagePairs } from './page-pairs.ts';
import type { PageParts } from './page-parts.ts';
import { datesIn, IDENTIFIERS, numbersIn, valuesOf } from './page-values.ts';

/** One field as a saved page shows it. `where` are the page's own words; `values` has several where the page contradicts itself. */
export type ReadField = Readonly<{
  column: string;
  /** `read`: one value · `proposed`: one that a picture seems to show, for a person to confirm · `ambiguous`: several · `not-found`: no such label. */
  state: 'read' | 'proposed' | 'ambiguous' | 'not-found';
  value: string;
  values: readonly string[];
  where: string;
}>;

/** The days whose state the page says it shows, earliest first, and the words they stand in. */
export type StatedDays = Readonly<{ days: readonly string[]; where: string }>;

type Found = Readonly<{ value: string; where: string; listed: boolean }>;

/** The page's own words, cut to what a person takes in at a glance. */
const shortly = (words: string): string => (words.length > 120 ? `${words.slice(0, 119)}…` : words);

/** What a pair says of a field: the value behind its label, or its end of a term. */
const foundIn = (field: CaptureField, { label, means, value, listed }: Pair): readonly Found[] => {
  const where = shortly(`${label}：${value}`);
  if (means.is === 'field' && means.field === field)
    return valuesOf(field, value).map((one) => ({ value: one, where, listed }));
  if (means.is !== 'term') return [];
  const [first, last, ...more] = datesIn(value);
  if (first === undefined || more.length > 0) return [];
  const end = means.until === field ? (last ?? (means.from === null ? first : undefined)) : undefined;
  const one = means.from === field ? first : end;
  return one === undefined ? [] : [{ value: one, where, listed }];
};

const same = (value: string): string => simplify(foldText(value));

/** A page that gives a field more values than this contradicts itself anyway. */
const MOST_VALUES = 20;

/** Values that differ, each as it was found first. A value behind a label of its own counts before one of a list of several rows. */
const differing = (found: readonly Found[]): readonly Found[] => {
  const own = found.filter(({ listed }) => !listed);
  const first = new Map<string, Found>();
  for (const one of own.length > 0 ? own : found) {
    const key = same(one.value);
    if (!first.has(key)) first.set(key, one);
    if (first.size === MOST_VALUES) break;
  }
  return [...first.values()];
};

const fieldOf = ({ column }: CaptureField, found: readonly Found[]): ReadField => {
  const [first, ...others] = differing(found);
  if (first === undefined) return { column, state: 'not-found', value: '', values: [], where: '' };
  const values = [first, ...others].map(({ value }) => value);
  if (others.length === 0) return { column, state: 'read', value: first.value, values, where: first.where };
  const where = [first, ...others].map((one) => one.where).join(' | ');
  return { column, state: 'ambiguous', value: '', values, where: shortly(where) };
};

/** Numbers that say by themselves what they are, where no label of the page says it. */
const unlabelled = ({ kind }: CaptureField, words: string): readonly Found[] =>
  IDENTIFIERS.includes(kind)
    ? numbersIn(words, kind).map((value) => ({ value, where: value, listed: false }))
    : [];

/**
 * Reads the fields a descriptor asks for off the parts of a saved page: by their labels, and official numbers also without one. Nothing
 * is made up: a field the page has no label for is `not-found`, and one for which it shows two values is `ambiguous`. The day whose state it shows is read by `statedDays`. `words` is the
 * page's whole text. Pure.
 */
export const readProofFields = (
  parts: PageParts,
  words: string,
  fields: readonly CaptureField[],
): readonly ReadField[] => {
  const pairs = pagePairs(parts, labelBook(fields));
  return fields
    .filter(({ column }) => column !== LOOKED_ON && column !== CUT_OFF)
    .map((field) => {
      const found = pairs.flatMap((pair) => foundIn(field, pair));
      return fieldOf(field, found.length > 0 ? found : unlabelled(field, words));
    });
};

/** The same off a picture: what is read there is proposed, and counts once a person has typed or confirmed it. */
export const proposeFields = (
  parts: PageParts,
  words: string,
  fields: readonly CaptureField[],
): readonly ReadField[] =>
  readProofFields(parts, words, fields).map((one) =>
    one.state === 'read' ? { ...one, state: 'proposed' } : one,
  );

/** How far behind the words "data as of" their day may stand, in characters. */
const NEAR = 24;
/** A page that says it more often than this is no page of a register. */
const MOST_STATED = 50;

/**
 * The days that a page prints as those whose state it shows ("截止到 2026-09-21 0 时", "更新时间：…"), from the words before them. A label
 * of the end of a licence's term is none. Pure.
 */
export const statedDays = (words: string): StatedDays => {
  const text = words.normalize('NFKC').toLowerCase();
  const found: { day: string; where: string }[] = [];
  for (const cue of captureLabels.states.map((one) => one.normalize('NFKC').toLowerCase()))
    for (
      let at = text.indexOf(cue), times = 0;
      at >= 0 && times < MOST_STATED;
      at = text.indexOf(cue, at + 1), times += 1
    ) {
      const near = text.slice(at + cue.length, at + cue.length + NEAR);
      const [day] = datesIn(near.split('\n')[0] ?? '');
      if (day !== undefined && !isTerm(text, at)) found.push({ day, where: `${cue}${near.trim()}` });
    }
  const days = [...new Set(found.map(({ day }) => day))].sort();
  return { days, where: shortly(found[0]?.where ?? '') };
};

/** Whether the cue is the end of a longer label, as in 有效期截止日期. */
const isTerm = (text: string, at: number): boolean =>
  /[期限]$/u.test(foldLabel(text.slice(Math.max(0, at - 4), at)));
