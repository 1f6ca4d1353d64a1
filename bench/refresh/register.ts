import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceIssue, SourceRecord } from '../../schema/record.ts';
import { descriptorSchema } from '../../schema/source.ts';
import type { Source } from '../../src/harvest/catalogue.ts';
import { csvList } from '../../src/readers/formats/csv.ts';
import type { RowReader } from '../../src/readers/lists/row-reader.ts';
import { madeUp, madeUpRegister } from '../http/made-up.ts';

const COLUMNS = [
  'name',
  'english',
  'uscc',
  'province',
  'city',
  'district',
  'address',
  'from',
  'until',
  'grade',
];
const FILE = 'register.csv';

const lineOf = (index: number, changed: boolean): string => {
  const { name, english, uscc, dossier } = madeUp(index);
  // No two of these are alike but for their place: how long namesakes take to be told apart is measured elsewhere.
  const own = name.replace('编造', `编造${index}号`);
  const { province = '', city = '', district = '', address = '' } = dossier.place;
  const house = changed ? `${address}乙座` : `${address}甲座`;
  const grade = index % 3 === 0 ? 'grade:3A' : 'grade:2A';
  return `${[own, english, uscc, province, city, district, house, '2024-01-01', '2029-12-31', grade].join(',')}\n`;
};

/** One row in this many changes a night: 0.5 %. */
const EVERY = 200;

/** Writes the register of `size` made-up institutions as it stands after so many nights of change, each of other rows. Gives the file's path. */
export const writeRegister = (folder: string, size: number, nights: number): string => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const file = openSync(path, 'w');
  let chunk = `${COLUMNS.join(',')}\n`;
  for (let index = 0; index < size; index += 1) {
    chunk += lineOf(index, index % EVERY < nights);
    if (chunk.length > 1_000_000 || index === size - 1) {
      writeSync(file, chunk);
      chunk = '';
    }
  }
  closeSync(file);
  return path;
};

const scope = { kind: 'institution' } as const;

const rowRecords = function* (row: RowReader): Generator<SourceRecord | SourceIssue> {
  const [name, english, uscc] = [row.take('name'), row.take('english'), row.take('uscc')];
  const [province, city, district] = [row.take('province'), row.take('city'), row.take('district')];
  const [address, validFrom] = [row.take('address'), row.take('from')];
  const [validUntil, grade] = [row.take('until'), row.take('grade')];
  yield {
    kind: 'institution',
    row: row.row,
    key: uscc,
    raw: row.raw,
    names: [
      { value: name, kind: 'legal', language: 'zh' },
      { value: english, kind: 'english', language: 'en' },
    ],
    identifiers: [{ scheme: 'uscc', value: uscc }],
    place: { region: 'mainland', province, city, district, address },
    credentials: [
      { gate: 'practice-licence', code: 'licence', status: 'active', scope, validFrom, validUntil },
      { gate: 'grade', code: grade, status: 'approved', scope },
      { gate: 'accreditation', code: 'jci', status: 'accredited', scope, validUntil: '2023-05-31' },
    ],
  };
  yield* row.audit();
};

/** The register as a source folder, read by the kit like any other. */
export const registerSource = (folder: string): Source => ({
  descriptor: descriptorSchema.parse({
    ...madeUpRegister,
    asOf: '2026-11-01',
    pages: [{ key: 'register', url: 'https://example.invalid/bench-register', file: FILE }],
  }),
  parse: csvList(COLUMNS, rowRecords),
  dir: folder,
  reading: 'bench',
});
