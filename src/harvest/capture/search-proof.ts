import type { CaptureField } from '../../../schema/capture-field.ts';
import { ShapeError } from '../../../schema/source.ts';
import { explainIdentifier } from '../../identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { decodePage } from '../../readers/formats/charset.ts';
import { htmlContent } from '../../readers/formats/html-table.ts';
import { htmlFieldValues } from '../../readers/formats/html-walk.ts';
import { pdfLines } from '../../readers/formats/pdf-table.ts';
import { LOOKED_ON } from '../../readers/lists/captured-rows.ts';
import { foldText, simplify } from '../../text/han.ts';
import type { Proof } from './proof.ts';

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

/** The column of a bulk file for the page's own date (`asOf`). The register's own column for it, where it has one, is `CUT_OFF`. */
export const AS_OF_COLUMN = 'as_of';

const IDENTIFIERS: readonly CaptureField['kind'][] = ['licence-number', 'uscc', 'insurance-code'];

const htmlWords = (bytes: Uint8Array): string => {
  const { text } = decodePage(bytes, 'text/html');
  const { tables, text: shown } = htmlContent(text);
  const cells = tables.flatMap(({ rows, before }) => [before, ...rows.flat()]);
  return [...shown, ...new Set(cells), ...htmlFieldValues(text)].join('\n');
};

const pdfWords = async (bytes: Uint8Array): Promise<string> =>
  (await pdfLines(bytes))
    .flat()
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');

const readWords = async ({ bytes, contentType }: Proof): Promise<string | null | ShapeError> => {
  try {
    if (contentType === 'text/html') return htmlWords(bytes);
    return contentType === 'application/pdf' ? await pdfWords(bytes) : null;
  } catch (cause) {
    if (cause instanceof ShapeError) return cause;
    throw cause;
  }
};

/** The text of proofs read before: one page may prove many rows. */
const readBefore = new WeakMap<Proof, ReturnType<typeof readWords>>();

const wordsOf = (proof: Proof): ReturnType<typeof readWords> => {
  const words = readBefore.get(proof) ?? readWords(proof);
  readBefore.set(proof, words);
  return words;
};

/** 2028-06-30 as pages print it: with 年月日, slashes, dots, hyphens or nothing between; a month or a year likewise. */
const datePattern = (date: string): RegExp => {
  const [year = '', ...rest] = date.split('-');
  const parts = rest.map((part) => `[^\\d\\n]{0,3}0?${Number(part)}`);
  const compact = rest.length === 0 ? [] : [`${year}${rest.join('')}`];
  return new RegExp(`(?<!\\d)(?:${[`${year}${parts.join('')}`, ...compact].join('|')})(?!\\d)`);
};

const NUMBER = /[0-9A-Z](?:[0-9A-Z]|[ \-–—](?=[0-9A-Z])){10,40}/g;

/** True for a number whose form alone tells that it is of this kind; a few digits could be anything. */
const speaksForItself = (kind: CaptureField['kind'], value: string): boolean => {
  const found = explainIdentifier(value);
  if (found.state !== 'explained' || found.kind !== kind) return false;
  if (kind === 'licence-number') return value.length === 22;
  return kind === 'uscc' ? found.checkDigit === 'ok' : /^[HP]\d+$/.test(value);
};

/** Official numbers of a kind that the page shows. */
const numbersIn = (words: string, kind: CaptureField['kind']): readonly string[] => {
  const runs = words.normalize('NFKC').toUpperCase().match(NUMBER) ?? [];
  const tokens = runs.flatMap((run) => [run, ...run.split(' ')]).map(normaliseIdentifier);
  return [...new Set(tokens)].filter((token) => speaksForItself(kind, token));
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
  const words = await wordsOf(proof);
  if (words === null)
    return unread('picture', 'the saved page is a picture, which Licet does not read: nothing was compared');
  if (words instanceof ShapeError)
    return unread('unreadable', `the saved page could not be searched: ${words.message}`);
  if (foldText(words) === '')
    return unread('unreadable', 'the saved page shows no text; was it saved complete?');
  return { read: 'text', why: null, ...search(words, searchable(fields, row, asOf)) };
};
