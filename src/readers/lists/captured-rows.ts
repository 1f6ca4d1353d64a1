import type { CaptureField } from '../../../schema/capture-field.ts';
import type { InstitutionRecord, SourceIssue } from '../../../schema/record.ts';
import type { Descriptor, Parse } from '../../../schema/source.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { parseInsuranceCode } from '../../identifiers/insurance-code.ts';
import { parseLicenceNumber } from '../../identifiers/licence-number.ts';
import { parsePractisingCertificate } from '../../identifiers/practising-certificate.ts';
import { parseUscc } from '../../identifiers/uscc.ts';
import { isDay } from '../../text/dates.ts';
import { readCsv } from '../formats/csv.ts';
import { cellText } from './cell-text.ts';
import { issue, type RowReader } from './row-reader.ts';

/** Columns of a captured list: the day a person looked, and the cut-off date that the page itself prints. Either may be left out. */
export const LOOKED_ON = '查看日期';
export const CUT_OFF = '数据截止日期';

/** One row as typed: cells checked by their kind, numbers normalised. */
type CapturedRow = Readonly<{
  row: number;
  raw: Readonly<Record<string, string>>;
  /** A checked cell; '' where nothing was typed. */
  cell(column: string): string;
  /** The day the row is judged by: the page's own cut-off, else the day somebody looked; '' leaves it to whoever records it. */
  asOf: string;
}>;

const numbers = {
  'licence-number': parseLicenceNumber,
  uscc: parseUscc,
  'insurance-code': parseInsuranceCode,
  'practising-certificate': parsePractisingCertificate,
} as const;

/** What is wrong with a cell; null when nothing is. */
const fault = ({ column, kind, required }: CaptureField, text: string, row: number): SourceIssue | null => {
  if (text === '') return required ? issue('missing-cell', row, column, `${column} must be filled in`) : null;
  if (kind === 'text' || kind === 'list') return null;
  if (kind === 'date')
    return isDay(text) ? null : issue('bad-date', row, column, `"${text}" is no day; write YYYY-MM-DD`);
  const read = numbers[kind](normaliseIdentifier(text));
  return read.wellFormed ? null : issue('bad-identifier', row, column, `"${text}": ${read.problem.en}`);
};

const checked = (fields: readonly CaptureField[], row: RowReader): CapturedRow | readonly SourceIssue[] => {
  const cells = new Map<string, string>();
  const issues: SourceIssue[] = [];
  for (const field of fields) {
    const text = cellText(row.take(field.column));
    const found = fault(field, text, row.row);
    if (found !== null) issues.push(found);
    cells.set(field.column, field.kind in numbers ? normaliseIdentifier(text) : text);
  }
  if (issues.length > 0) return issues;
  const cell = (column: string): string => cells.get(column) ?? '';
  return { row: row.row, raw: row.raw, cell, asOf: cell(CUT_OFF) || cell(LOOKED_ON) };
};

/** The rows that a person read off a register's page: CSV with the columns of the descriptor. A row with any fault is issues instead. */
export function* capturedRows(body: Uint8Array, source: Descriptor): Generator<CapturedRow | SourceIssue> {
  const fields = source.capture?.fields ?? [];
  for (const row of readCsv(
    body,
    fields.map(({ column }) => column),
  )) {
    const read = checked(fields, row);
    if ('row' in read) yield read;
    else yield* read;
  }
}

/** The part of an institution's record that a source reads off a captured row. */
type CapturedInstitution = Pick<InstitutionRecord, 'key' | 'names' | 'identifiers' | 'credentials'> &
  Partial<Pick<InstitutionRecord, 'place' | 'traits'>>;

/** The parser of a captured register: `of` reads one checked row. */
export const capturedInstitutions = (of: (row: CapturedRow) => CapturedInstitution | SourceIssue): Parse =>
  function* ({ body, source }) {
    for (const row of capturedRows(body, source)) {
      if ('kind' in row) {
        yield row;
        continue;
      }
      const read = of(row);
      yield 'kind' in read
        ? read
        : {
            kind: 'institution',
            row: row.row,
            raw: { ...row.raw },
            ...(row.asOf !== '' && { asOf: row.asOf }),
            ...read,
          };
    }
  };
