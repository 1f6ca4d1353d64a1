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
