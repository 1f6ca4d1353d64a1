import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import { type DescriptorInput, descriptorSchema, type Parse } from '../../schema/source.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { csvList } from '../../src/readers/formats/csv.ts';
import { issue, type RowReader } from '../../src/readers/lists/row-reader.ts';
import { toyDescriptor } from './toy-night.ts';

const COLUMNS = ['number', 'name', 'city', 'beds'];

/** One made-up institution a row; beds that are no number are an issue, a row without a name gives nothing else. */
const rowRecords = function* (row: RowReader): Generator<SourceRecord | SourceIssue> {
  const [number, name, city, beds] = COLUMNS.map((column) => row.take(column));
  if (name === '' || name === undefined) {
    yield issue('missing-cell', row.row, 'name', 'the row names no institution');
    return;
  }
  if (beds !== '' && !/^\d+$/.test(beds ?? ''))
    yield issue('unknown-word', row.row, 'beds', `"${beds}" is no number`);
  yield {
    kind: 'institution',
    row: row.row,
    key: number ?? '',
    raw: row.raw,
    names: [{ value: name, kind: 'legal', language: 'zh' }],
    identifiers: [],
    place: { region: 'mainland', province: '编造省', ...(city !== '' && { city: city ?? '' }) },
    credentials: [],
  };
};

/** A CSV list as the catalogue gives it; `apart` false: the same parser, which always reads every row. `read` hears of each row. */
export const csvSource = (
  root: string,
  lines: readonly string[],
  apart: boolean,
  read: () => void,
  over: Partial<DescriptorInput> = {},
): Source => {
  const descriptor = descriptorSchema.parse(
    toyDescriptor({
      format: 'csv',
      pages: [{ key: 'list', url: 'https://example.org/list', file: 'list.csv' }],
      ...over,
    }),
  );
  const dir = join(root, 'scrapers', descriptor.id);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'list.csv'), `${COLUMNS.join(',')}\n${lines.map((line) => `${line}\n`).join('')}`);
  const byRow = csvList(COLUMNS, (row) => {
    read();
    return rowRecords(row);
  });
  const whole: Parse = (input) => byRow(input);
  return { descriptor, parse: apart ? byRow : whole, dir, reading: JSON.stringify(descriptor) };
};
