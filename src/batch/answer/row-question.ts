import type { Day } from '../../../schema/base.ts';
import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { namingFields, type Question } from '../../../schema/question.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext } from '../../ask/question-context.ts';
import { saysNoPlace } from '../../places/stated-places.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { claimCode } from '../../verdict/offer/code-of-words.ts';
import type { ListRow, ListTable } from '../list.ts';
import { REMOVED, readColumns } from '../list.ts';
import { claimsIn, isMarks, isSameTreatment, otherColumn, textIn } from './code-words.ts';
import { isLeftOpen } from './left-open.ts';
import { isNoHospital } from './no-hospital.ts';
import { isChina } from './own-country.ts';
import { rowDay } from './row-day.ts';
import { problemOf, problems, type RowProblem } from './row-problems.ts';
import { unreadMarks, unreadTreatments } from './unread-cells.ts';

const IDENTIFIERS: readonly BatchField[] = ['licenceNumber', 'uscc', 'id'];
/** How a spreadsheet writes a number that it does not keep in full: 1.23457E+17. */
const CUT_NUMBER = /^\d(?:[.,]\d{1,17})?[Ee]\+?\d{1,3}$/;

/** What every row asks where its own cell says nothing. */
export type RowDefaults = Readonly<Partial<Record<'service' | 'claim' | 'asOf', unknown>>>;

/**
 * A question, with what is to be said beside its answer; or all that is wrong with the row, and `without`: what it asks once a treatment, marks and a day that cannot be
 * read are left out, where nothing else is wrong. `english`: the English name that stands beside a Chinese one, asked about by itself.
 */
type ReadRow = Readonly<{ english: Question | null }> &
  Readonly<
    | { question: Question; beside: readonly RowProblem[] }
    | { problems: readonly RowProblem[]; without?: Question }
  >;

/** What a row asks about whom it names; that it cannot be read says nothing of who that is. */
const askedOf: readonly string[] = ['service', 'claim'] satisfies readonly BatchField[];

const cellProblem = (field: BatchField, column: number, cell: string): RowProblem | null => {
  if (cell === REMOVED) return { column, words: problems.personal };
  if (cell.startsWith('=')) return { column, words: problems.formula };
  return IDENTIFIERS.includes(field) && CUT_NUMBER.test(cell) ? { column, words: problems.lostDigits } : null;
};

/** Cells beyond the heading: it cannot be known which cell belongs to which column. */
const crowded = ({ cells }: ListRow, { heading, sheet }: ListTable): readonly RowProblem[] => {
  const more = sheet === null && cells.slice(heading.length).some((cell) => cell.trim() !== '');
  return more ? [{ column: null, words: problems.tooManyCells }] : [];
};

/** A Chinese name says more than an English one beside it. */
const oneName = ({ englishName, ...raw }: Record<string, unknown>): Record<string, unknown> =>
  raw.name === undefined && englishName !== undefined ? { ...raw, name: englishName } : raw;

/** A country is read as a place beside the name: with the city where a province is told, else in its place. China's own says nothing. */
const withCountry = ({ country, ...raw }: Record<string, unknown>): Record<string, unknown> => {
  if (typeof country !== 'string' || saysNoPlace(country) || isChina(country)) return raw;
  if (raw.province === undefined) return { ...raw, province: country };
  return { ...raw, city: typeof raw.city === 'string' ? `${raw.city}, ${country}` : country };
};

/** True for the place of an error in a treatment or in one of the marks: `/service`, `/claim/0`. */
const isAskedOf = (place: string): boolean => askedOf.includes(place.split('/')[1] ?? '');

/**
 * What the cells of a row say, by field; `found`: what is wrong with the row, `asking`: with the treatment it asks about alone, `days`: with the day; `beside`: what
 * is to be said beside the answer.
 */
type Cells = {
  raw: Record<string, unknown>;
  found: RowProblem[];
  asking: RowProblem[];
  days: RowProblem[];
  beside: RowProblem[];
};

/** Places of a row that several columns may say: China's own name says nothing. */
const PLACES: readonly BatchField[] = ['country', 'province', 'city'];
const bothPlaces = (before: unknown, cell: string): string =>
  [String(before), cell].filter((one) => !saysNoPlace(one)).join(', ') || cell;

/** Puts what a cell asks beside what other columns ask: all marks and places of a row, and one treatment. */
const take = (
  { raw, asking }: Cells,
  own: Set<string>,
  asks: BatchField,
  column: number,
  cell: string,
): void => {
  const asked = asks === 'claim' ? claimsIn(cell) : textIn(asks, cell);
  const before = own.has(asks) ? raw[asks] : undefined;
  own.add(asks);
  if (asks === 'claim' && Array.isArray(before)) raw.claim = [...before, ...claimsIn(cell)];
  else if (before === undefined) raw[asks] = asked;
  else if (PLACES.includes(asks)) raw[asks] = bothPlaces(before, cell);
  else if (asks === 'service' && !isSameTreatment(String(before), cell))
    asking.push({ column, words: problems.secondTreatment });
};

/** The day of a row; one to come asks about today. */
const takeDay = ({ raw, days, beside }: Cells, column: number, cell: string, today: Day): void => {
  const read = rowDay(cell, today);
  if (read.day !== null) raw.asOf = read.day;
  else {
    delete raw.asOf;
    (read.toCome ? beside : days).push({ column, words: read.words });
  }
};

const cellsOf = (row: ListRow, table: ListTable, defaults: RowDefaults, today: Day): Cells => {
  const found = [...crowded(row, table)];
  const cells: Cells = { raw: { ...defaults }, found, asking: [], days: [], beside: [] };
  const own = new Set<string>();
  for (const [field, column] of readColumns(table)) {
    const cell = (row.cells[column] ?? '').trim();
    if (cell === '' || field === 'reference') continue;
    if (isLeftOpen(field, cell) || (table.marks.includes(column) && !isMarks(cell))) continue;
    const problem = cellProblem(field, column, cell);
    const meant = otherColumn(field, cell);
    const asks = meant !== field && Object.hasOwn(table.mapping, meant) ? field : meant;
    if (problem !== null) cells.found.push(problem);
    else if (asks === 'asOf') takeDay(cells, column, cell, today);
    else take(cells, own, asks, column, cell);
  }
  // A treatment or a mark in a column that is not read is no question about the licence alone.
  if (cells.raw.service === undefined) cells.asking.push(...unreadTreatments(row, table));
  if (cells.raw.claim === undefined)
    (cells.raw.service === undefined ? cells.asking : cells.beside).push(...unreadMarks(row, table));
  return cells;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What of a row's treatment and marks can be read, where its day can; `failed`: the places of those that cannot. */
const readable = (
  { service, claim }: Record<string, unknown>,
  { asking, days }: Cells,
  failed: readonly string[],
): Record<string, unknown> => {
  if (days.length > 0) return {};
  const treatment = asking.length === 0 && !failed.includes('/service') ? service : undefined;
  const marks = Array.isArray(claim) ? claim.filter((one) => claimCode(String(one)) !== undefined) : [];
  return {
    ...(treatment === undefined ? {} : { service: treatment }),
    ...(marks.length === 0 ? {} : { claim: marks }),
  };
};

/** The English name of a row as a question of its own, where a Chinese one stands beside it. */
const inEnglish = (raw: Record<string, unknown>, context: QuestionContext): Question | null => {
  const { englishName, name, service, claim, ...place } = raw;
  if (name === undefined || englishName === undefined) return null;
  const { uscc, licenceNumber, id, ...alone } = place;
  const parsed = parseQuestion(withCountry({ ...alone, name: englishName }), context);
  return 'question' in parsed ? parsed.question : null;
};

/** Reads a row as the question it asks. An empty cell asks nothing; the list's own reference is no part of the question. */
export const rowQuestion = (
  row: ListRow,
  table: ListTable,
  context: QuestionContext,
  defaults: RowDefaults = {},
): ReadRow => {
  const cells = cellsOf(row, table, defaults, shanghaiDay(context.now));
  const { raw, found, asking, days, beside } = cells;
  const asked = withCountry(oneName(raw));
  if (isNoHospital(textOf(asked.name), row, table))
    return { problems: [{ column: null, words: problems.noHospital }], english: null };
  const named = namingFields.some((field) => asked[field] !== undefined);
  if (found.length === 0 && !named) found.push({ column: null, words: problems.nobody });
  const parsed = named ? parseQuestion(asked, context) : { errors: [] };
  if ('question' in parsed && found.length + asking.length + days.length === 0)
    return { question: parsed.question, beside, english: inEnglish(raw, context) };
  const errors = 'errors' in parsed ? parsed.errors : [];
  const unread = {
    problems: [...found, ...asking, ...errors.map((error) => problemOf(error, table)), ...days],
    english: null,
  };
  if (found.length > 0 || !errors.every(({ field }) => isAskedOf(field))) return unread;
  const { service, claim, ...who } = asked;
  const failed = errors.map(({ field }) => field);
  const without = parseQuestion({ ...who, ...readable(asked, cells, failed) }, context);
  return 'question' in without
    ? {
        problems: [...unread.problems, ...beside],
        without: without.question,
        english: inEnglish(raw, context),
      }
    : unread;
};
