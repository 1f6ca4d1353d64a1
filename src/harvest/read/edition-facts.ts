import type { SourceRecord } from '../../../schema/record.ts';
import type { Expect } from '../../../schema/source.ts';

/** Of one heading: how many rows have it, and in how many it is filled. */
type HeadingCount = { rows: number; filled: number };

/** Counts over all rows of an edition: all that the counting gates need. Rows can be added and taken away. */
export type EditionFacts = {
  rows: number;
  /** Rows that hold the canary, a value that must be on the list. */
  canary: number;
  headings: Record<string, HeadingCount>;
};

const counter = () => Object.create(null) as EditionFacts['headings'];

/** What occurs more than once among rows that were read, and how many of them cannot be told apart or cited. */
export type Repeated = Readonly<{
  keys: ReadonlySet<string>;
  /** Of the columns that must not repeat, an empty cell aside. */
  columns: readonly Readonly<{ column: string; twice: ReadonlySet<string> }>[];
  /** Rows without a key or a number of their own. */
  lost: number;
}>;

/** Collects values; `twice` are those that occurred again, in the order in which they did. */
const repeats = () => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  const add = (value: string): void => {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  };
  return { add, twice };
};

/** Looks through rows, one after another, for what occurs more than once. */
export const repeatFinder = ({ unique = [] }: Pick<Expect, 'unique'>) => {
  const keys = repeats();
  const columns = unique.map((column) => ({ column, ...repeats() }));
  let lost = 0;
  return {
    add: ({ key, row, raw }: SourceRecord): void => {
      keys.add(key);
      if (key === '' || !Number.isInteger(row) || row < 1) lost += 1;
      for (const { column, add } of columns) {
        const cell = (raw[column] ?? '').trim();
        if (cell !== '') add(cell);
      }
    },
    found: (): Repeated => ({
      keys: keys.twice,
      columns: columns.map(({ column, twice }) => ({ column, twice })),
      lost,
    }),
  };
};

/** Counts over no rows. */
export const noFacts = (): EditionFacts => ({ rows: 0, canary: 0, headings: counter() });

/** Facts as `JSON.stringify` wrote them. */
export const readFacts = (text: string): EditionFacts => {
  const facts = JSON.parse(text) as EditionFacts;
  return { ...facts, headings: Object.assign(counter(), facts.headings) };
};

/** Counts one row in (`by` 1) or out (-1). */
export const countRow = (
  facts: EditionFacts,
  { raw }: SourceRecord,
  { canary }: Expect,
  by: 1 | -1,
): void => {
  facts.rows += by;
  if (canary !== undefined && raw[canary.column]?.includes(canary.value)) facts.canary += by;
  for (const heading of Object.keys(raw)) {
    const count = facts.headings[heading] ?? { rows: 0, filled: 0 };
    facts.headings[heading] = count;
    count.rows += by;
    if ((raw[heading] ?? '').trim() !== '') count.filled += by;
  }
};

export const editionFacts = (records: Iterable<SourceRecord>, expect: Expect): EditionFacts => {
  const facts = noFacts();
  for (const record of records) countRow(facts, record, expect, 1);
  return facts;
};

/** The headings that most rows have, sorted: another set is another page. */
export const shapeOf = ({ rows, headings }: EditionFacts): string =>
  Object.entries(headings)
    .filter(([, count]) => count.rows > 0 && count.rows * 2 >= rows)
    .map(([heading]) => heading)
    .sort()
    .join('|');
