import type { ListTable } from '../list.ts';
import { columnLetters } from '../list-fault.ts';
import type { AnsweredList, AnsweredRow } from './answered.ts';
import { addCounts, noCounts } from './summary.ts';

/** The cells of a row by their headings; a column without one, or with one that stands there before, by its letters. */
const givenOf = ({ row }: AnsweredRow, { heading }: ListTable): Readonly<Record<string, string>> => {
  const given: Record<string, string> = {};
  for (const [at, cell] of row.cells.entries()) {
    const printed = heading[at] ?? '';
    const key = printed === '' || Object.hasOwn(given, printed) ? columnLetters(at) : printed;
    Object.defineProperty(given, key, { value: cell, enumerable: true, configurable: true, writable: true });
  }
  return given;
};

/** A row as programs read it: where it stands, what was given, what was added (null: not answered). */
export const rowObject = (one: AnsweredRow, tables: readonly ListTable[]) => {
  const table = tables[one.row.table];
  if (table === undefined) throw new Error('a row of no table');
  const { line, hidden } = one.row;
  return { sheet: table.sheet, line, hidden, given: givenOf(one, table), result: one.result };
};

/** A list with its answers as NDJSON, one row a line. */
export async function* ndjsonBytes({ list, parts }: AnsweredList): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts)
    yield encoder.encode(part.map((one) => `${JSON.stringify(rowObject(one, list.tables))}\n`).join(''));
}

/** A list with its answers as one JSON document; the summary comes last. */
export async function* jsonBytes(answered: AnsweredList): AsyncGenerator<Uint8Array> {
  const { list, lang, generation, asOf, policyVersion, parts } = answered;
  const encoder = new TextEncoder();
  const about = { file: list.file, lang, generation, asOf, policyVersion, notes: list.notes };
  yield encoder.encode(`${JSON.stringify(about).slice(0, -1)},"rows":[`);
  let counts = noCounts;
  for await (const part of parts) {
    const rows = part.map((one) => JSON.stringify(rowObject(one, list.tables))).join(',\n');
    yield encoder.encode(`${counts.rows === 0 || rows === '' ? '' : ',\n'}${rows}`);
    counts = addCounts(counts, part);
  }
  yield encoder.encode(`],"summary":${JSON.stringify(counts)}}\n`);
}
