import type { CaptureField } from '../../../schema/capture-field.ts';
import { crossCheck } from '../../identifiers/cross-checks.ts';
import { explainIdentifier } from '../../identifiers/explain-identifier.ts';
import { normaliseIdentifier } from '../../identifiers/identifier.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import { placeOf } from '../../places/place-of.ts';
import { isDay } from '../../text/dates.ts';
import type { ReadField } from './read-proof-fields.ts';

/** The fields of one row, checked. A row with problems is not recorded; warnings are only shown. */
type CheckedFields = Readonly<{
  /** Column → value, dates and numbers in their plain form. */
  row: Readonly<Record<string, string>>;
  problems: readonly string[];
  warnings: readonly string[];
}>;

type Read = Readonly<{ value: string; problem?: string; warning?: string }>;

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)?|年)?$/;

/** A date as YYYY-MM-DD, YYYY-MM or YYYY, from 2025年6月30日, 2025/6/30 or 2025-06-30; null when it is none. */
export const plainDate = (text: string): string | null => {
  const [, year, month, date] = DATE.exec(text.replace(/\s/g, '')) ?? [];
  if (year === undefined) return null;
  const parts = [year, month?.padStart(2, '0'), date?.padStart(2, '0')].filter((part) => part !== undefined);
  const plain = parts.join('-');
  const whole = `${plain}${'-01-01'.slice((parts.length - 1) * 3)}`;
  return isDay(whole) ? plain : null;
};

const readDate = (value: string): Read => {
  const date = plainDate(value);
  return date === null
    ? { value, problem: `"${value}" is no date; type 2025-06-30 as the page prints it` }
    : { value: date };
};

const kindNames: Readonly<Partial<Record<CaptureField['kind'], string>>> = {
  'licence-number': '登记号',
  uscc: '统一社会信用代码',
  'practising-certificate': '医师执业证书编码',
  'insurance-code': '定点医疗机构编码',
};

/** What a spreadsheet makes of a long number: its first fifteen digits and an exponent. */
const ROUNDED = /^\d(?:\.\d+)?E\+?\d+$/i;

const readIdentifier = (kind: CaptureField['kind'], value: string): Read => {
  if (ROUNDED.test(value))
    return {
      value,
      problem: `"${value}" is what a spreadsheet keeps of a long number, its last digits are lost: format the column as Text and type the number again`,
    };
  const found = explainIdentifier(value);
  if (found.state === 'refused') return { value: '', problem: found.en };
  if (found.state === 'malformed') {
    const tried = found.couldBe.find((one) => one.kind === kind) ?? found.couldBe[0];
    return { value, problem: `"${value}" is no ${kindNames[kind]}: ${tried?.problem.en ?? 'unknown form'}` };
  }
  if (found.kind !== kind)
    return {
      value,
      problem: `"${value}" is a ${found.kind}, here a ${kind} ${kindNames[kind]} is asked for`,
    };
  const warning =
    found.checkDigit === 'differs'
      ? `the check character of "${value}" differs: look at it again`
      : undefined;
  return { value: normaliseIdentifier(value), ...(warning !== undefined && { warning }) };
};

const readText = (value: string): Read =>
  personalNumberIn(value) === null
    ? { value }
    : { value: '', problem: 'holds a number that identifies a person; leave it out' };

const readField = ({ kind }: CaptureField, value: string): Read => {
  if (kind === 'date') return readDate(value);
  return kind === 'text' || kind === 'list' ? readText(value) : readIdentifier(kind, value);
};

const crossWarnings = (fields: readonly CaptureField[], row: Readonly<Record<string, string>>): string[] => {
  const filed = (want: (field: CaptureField) => boolean): string | undefined =>
    row[fields.find(want)?.column ?? ''] || undefined;
  const address = filed(({ column }) => /地址|address/i.test(column));
  const name = filed(({ column, kind }) => kind === 'text' && /名称|name/i.test(column));
  const institutionClass = filed(({ column }) => /类别|class/i.test(column));
  return crossCheck({
    licenceNumber: filed(({ kind }) => kind === 'licence-number'),
    uscc: filed(({ kind }) => kind === 'uscc'),
    institutionClass,
    ...((address ?? name) !== undefined && { place: placeOf({ address, name }) }),
  }).map(({ en }) => en);
};

/** Why a required field is empty: the page was not read, has no label for it, or shows several values. */
const missing = ({ column, label }: CaptureField, read: readonly ReadField[]): string => {
  const shown = read.find((one) => one.column === column);
  const why =
    shown === undefined
      ? ''
      : shown.state === 'proposed'
        ? `: the picture seems to show ${shown.value}; compare it and type it`
        : shown.state === 'ambiguous'
          ? `: the saved page shows ${shown.values.join(' and ')}; type the right one`
          : ': the saved page has no label for it; type what it shows';
  return `${column} (${label.en}) is missing${why}`;
};

/** Checks what was typed, or `read` off the saved page, against the fields a descriptor asks for; `typed` is by column. Pure. */
export const checkFields = (
  fields: readonly CaptureField[],
  typed: Readonly<Record<string, string>>,
  read: readonly ReadField[] = [],
): CheckedFields => {
  const row: Record<string, string> = {};
  const problems: string[] = [];
  const warnings: string[] = [];
  const columns = fields.map(({ column }) => column);
  for (const column of Object.keys(typed))
    if (!columns.includes(column))
      problems.push(`${column} is no field; the fields are ${columns.join(', ')}`);
  for (const field of fields) {
    const value = (typed[field.column] ?? '').trim();
    row[field.column] = value;
    if (value === '') {
      if (field.required) problems.push(missing(field, read));
      continue;
    }
    const found = readField(field, value);
    row[field.column] = found.value;
    if (found.problem !== undefined) problems.push(`${field.column}: ${found.problem}`);
    if (found.warning !== undefined) warnings.push(`${field.column}: ${found.warning}`);
  }
  if (problems.length === 0) warnings.push(...crossWarnings(fields, row));
  return { row, problems, warnings };
};
