import { hasHan } from '../../text/han.ts';
import { foldLabel, type LabelBook, type LabelMeans, LONGEST_LABEL } from './page-labels.ts';
import type { PageParts, PartTable, Pieces } from './page-parts.ts';

/** A label of a page and what stands behind it. `listed`: in a list of several rows, which may be about others too. */
export type Pair = Readonly<{ label: string; means: LabelMeans; value: string; listed: boolean }>;

/** Ends a piece that is a label. A page holds no such sign. */
const MARK = '\uE000';
const COLON = /[:：]/u;
const SPACE = /[\s\uE000]/u;
const WORD_STOP = /[\s\uE000:：]/u;
const LABEL_STOP = /[\uE000:：]/u;
const LETTER = /[\p{L}\p{N}]/u;

const bare = (text: string): string => text.replace(/[:：]$/u, '').trim();

const meansOf = (book: LabelBook, text: string): LabelMeans | undefined =>
  text.length > LONGEST_LABEL ? undefined : book.get(foldLabel(text));

/** One line as text: a piece that is a label by itself gets its colon, which many pages draw by their style only. */
const lineText = (pieces: Pieces, book: LabelBook): string =>
  pieces.map((piece) => (meansOf(book, piece) === undefined ? piece : `${MARK}${bare(piece)}：`)).join(' ');

type Mark = Readonly<{ from: number; colon: number; label: string; means: LabelMeans | null }>;

/** How far back a label may begin: behind the last colon or space (`stop`) before `end`. */
const startOf = (text: string, end: number, from: number, stop: RegExp): number => {
  let at = end;
  while (at > from && end - at < LONGEST_LABEL && !stop.test(text[at - 1] ?? '')) at -= 1;
  return at;
};

/**
 * The label before a colon, the longest that is known. One that directly follows the value before it counts; one that is the end of
 * another word ("母公司登记号") is another label, which only ends the value before it.
 */
const markAt = (text: string, colon: number, from: number, book: LabelBook): Mark | null => {
  let end = colon;
  while (end > from && colon - end < 4 && SPACE.test(text[end - 1] ?? '')) end -= 1;
  const word = startOf(text, end, from, WORD_STOP);
  const glued = from > 0 && word === from;
  for (let at = startOf(text, end, from, LABEL_STOP); at < end; at += 1) {
    const label = text.slice(at, end);
    const means = glued || at === 0 || !LETTER.test(text[at - 1] ?? '') ? meansOf(book, label) : undefined;
    if (means !== undefined) return { from: at, colon, label: bare(label), means };
  }
  const other = text.slice(word, end);
  return word > from && hasHan(other) ? { from: word, colon, label: other, means: null } : null;
};

const marksIn = (text: string, book: LabelBook): readonly Mark[] => {
  const marks: Mark[] = [];
  for (let colon = 0; colon < text.length; colon += 1) {
    if (!COLON.test(text[colon] ?? '')) continue;
    const last = marks.at(-1);
    const mark = markAt(text, colon, last === undefined ? 0 : last.colon + 1, book);
    if (mark !== null) marks.push(mark);
  }
  return marks;
};

const plain = (text: string): string => text.replaceAll(MARK, '').trim();

/** Labels and values of lines: `label：value`, several to a line, or a label alone with its value in the next line. */
const linePairs = (lines: readonly Pieces[], book: LabelBook): readonly Pair[] => {
  const texts = lines.map((pieces) => lineText(pieces, book));
  const marked = texts.map((text) => marksIn(text, book));
  return texts.flatMap((text, line) => {
    const marks = marked[line] ?? [];
    return marks.flatMap(({ label, means, colon }, at) => {
      if (means === null) return [];
      const value = plain(text.slice(colon + 1, marks[at + 1]?.from));
      const alone = value === '' && at === marks.length - 1 && (marked[line + 1] ?? []).length === 0;
      return [{ label, means, value: alone ? plain(texts[line + 1] ?? '') : value, listed: false }];
    });
  });
};

type Cells = readonly string[];

const cellText = (cell: readonly Pieces[]): string => cell.map((pieces) => pieces.join(' ')).join('、');

/** Columns of a row that is a heading: two labels side by side, or labels alone. */
const headingOf = (cells: Cells, book: LabelBook): readonly (LabelMeans | undefined)[] | null => {
  const means = cells.map((cell) => (cell === '' ? undefined : meansOf(book, cell)));
  return means.some((one, at) => one !== undefined && means[at + 1] !== undefined) ? means : null;
};

type Heading = Readonly<{ cells: Cells; means: readonly (LabelMeans | undefined)[] }>;

const sidePairs = (row: PartTable[number], cells: Cells, book: LabelBook): readonly Pair[] =>
  row.flatMap((cell, at): readonly Pair[] => {
    const means = meansOf(book, cells[at] ?? '');
    if (means !== undefined)
      return [{ label: bare(cells[at] ?? ''), means, value: cells[at + 1] ?? '', listed: false }];
    return linePairs(cell, book);
  });

/** Labels and values of tables: label and value side by side, or a heading with its values below, also where those are a table of their own. */
const tablePairs = (tables: readonly PartTable[], book: LabelBook): readonly Pair[] => {
  const pairs: Pair[] = [];
  let heading: Heading | null = null;
  for (const table of tables) {
    const below: Pair[][] = [];
    for (const row of table) {
      const cells = row.map(cellText);
      const found = headingOf(cells, book);
      if (found !== null) heading = { cells, means: found };
      else if (heading?.cells.length === cells.length && !cells.some((cell) => meansOf(book, cell)))
        below.push(
          heading.means.flatMap((means, at) =>
            means === undefined
              ? []
              : [{ label: heading?.cells[at] ?? '', means, value: cells[at] ?? '', listed: false }],
          ),
        );
      else pairs.push(...sidePairs(row, cells, book));
    }
    pairs.push(...below.flat().map((pair) => ({ ...pair, listed: below.length > 1 })));
    if (below.length > 0) heading = null;
  }
  return pairs;
};

/** Every label of the page that is known for this source, with what stands behind it, in no particular order. Pure, in time proportional to the page. */
export const pagePairs = ({ lines, tables }: PageParts, book: LabelBook): readonly Pair[] => [
  ...linePairs(lines, book),
  ...tablePairs(tables, book),
];
