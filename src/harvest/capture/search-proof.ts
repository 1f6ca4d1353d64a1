import type { CaptureField } from '../../../schema/capture-field.ts';
import { ShapeError } from '../../../schema/source.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { LOOKED_ON } from '../../readers/lists/captured-rows.ts';
import { foldText, simplify } from '../../text/han.ts';
import { AS_OF_COLUMN } from './bulk-file.ts';
import { IDENTIFIERS, numbersIn } from './page-values.ts';
import type { Proof } from './proof.ts';
import { proofText } from './proof-text.ts';

/** How a saved page compares with what was typed off it. */
export type ProofSearch = Readonly<{
  /** `text`: it was searched · `picture`: Licet does not read pictures · `unreadable`: it holds no text to search. */
  read: 'text' | 'picture' | 'unreadable';
  /** Why it was not searched, in words; null when it was. */
  why: string | null;
  /** Columns (or `as_of`) whose values the page does not show. */
  missing: readonly string[];
  /** Typed numbers in whose place the page shows others of the same kind: it is the page of somebody else. */
  contradictions: readonly string[];
}>;

/** 2028-06-30 as pages print it: with 年月日, slashes, dots, hyphens or nothing between; a month or a year likewise. */
const datePattern = (date: string): RegExp => {
  const [year = '', ...rest] = date.split('-');
  const parts = rest.map((part) => `[^\\d\\n]{0,3}0?${Number(part)}`);
  const compact = rest.length === 0 ? [] : [`${year}${rest.join('')}`];
  return new RegExp(`(?<!\\d)(?:${[`${year}${parts.join('')}`, ...compact].join('|')})(?!\\d)`);
};

type Typed = Readonly<{ column: string; kind: CaptureField['kind']; value: string }>;

const isName = ({ column, kind }: Typed): boolean => kind === 'text' && /名称|name/i.test(column);

const shows = (words: string, one: Typed): boolean => {
  if (IDENTIFIERS.includes(one.kind)) return normaliseIdentifier(words).includes(one.value);
  if (one.kind === 'date') return datePattern(one.value).test(words.normalize('NFKC'));
  return simplify(foldText(words)).includes(simplify(foldText(one.value)));
};

/** The values that can be looked for in a page: numbers, names and dates, but not the day on which a person looked. */
const searchable = (
  fields: readonly CaptureField[],
  row: Readonly<Record<string, string>>,
  asOf: string | null,
): readonly Typed[] => {
  const typed = fields.map(({ column, kind }) => ({ column, kind, value: row[column] ?? '' }));
  const dated: readonly Typed[] = asOf === null ? [] : [{ column: AS_OF_COLUMN, kind: 'date', value: asOf }];
  return [...typed, ...dated].filter(
    (one) =>
      one.value !== '' &&
      one.column !== LOOKED_ON &&
      (IDENTIFIERS.includes(one.kind) || one.kind === 'date' || isName(one)),
  );
};

const search = (words: string, typed: readonly Typed[]): Pick<ProofSearch, 'missing' | 'contradictions'> => {
  const absent = typed.filter((one) => !shows(words, one));
  const contradictions = absent
    .filter(({ kind }) => IDENTIFIERS.includes(kind))
    .flatMap(({ column, kind, value }) => {
      const [other] = numbersIn(words, kind);
      return other === undefined ? [] : [`${column}: the saved page shows ${other}, not ${value}`];
    });
  return { missing: absent.map(({ column }) => column), contradictions };
};

const unread = (read: 'picture' | 'unreadable', why: string): ProofSearch => ({
  read,
  why,
  missing: [],
  contradictions: [],
});

/**
 * Looks in a saved page for the numbers, names and dates that were typed off it. What is not there is said; a page that
 * shows another number of the same kind in its place contradicts what was typed. Pictures and scans are not read, and say so.
 */
export const searchProof = async (
  proof: Proof,
  fields: readonly CaptureField[],
  row: Readonly<Record<string, string>>,
  asOf: string | null,
): Promise<ProofSearch> => {
  const text = await proofText(proof);
  if (text === null)
    return unread('picture', 'the saved page is a picture, which Licet does not read: nothing was compared');
  if (text instanceof ShapeError)
    return unread('unreadable', `the saved page could not be searched: ${text.message}`);
  const { words } = text;
  if (foldText(words) === '')
    return unread('unreadable', 'the saved page shows no text; was it saved complete?');
  return { read: 'text', why: null, ...search(words, searchable(fields, row, asOf)) };
};
