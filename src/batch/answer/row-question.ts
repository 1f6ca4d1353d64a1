import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { namingFields, type Question } from '../../../schema/question.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import type { QuestionContext } from '../../ask/question-context.ts';
import { dateIn } from '../../readers/lists/printed-date.ts';
import type { ListRow, ListTable } from '../list.ts';
import { REMOVED } from '../list.ts';
import { claimsIn, otherColumn } from './code-words.ts';
import { problemOf, problems, type RowProblem } from './row-problems.ts';

const IDENTIFIERS: readonly BatchField[] = ['licenceNumber', 'uscc', 'id'];
/** How a spreadsheet writes a number that it does not keep in full: 1.23457E+17. */
const CUT_NUMBER = /^\d(?:[.,]\d{1,17})?[Ee]\+?\d{1,3}$/;

/** What every row asks where its own cell says nothing. */
export type RowDefaults = Readonly<Partial<Record<'service' | 'claim' | 'asOf', unknown>>>;

/**
 * A question, or all that is wrong with the row; `without`: what it asks once a treatment and marks that cannot be read are left out, where
 * nothing else is wrong.
 */
type ReadRow = Readonly<{ question: Question } | { problems: readonly RowProblem[]; without?: Question }>;

/** What a row asks about whom it names; that it cannot be read says nothing of who that is. */
const askedOf: readonly string[] = ['service', 'claim'] satisfies readonly BatchField[];

const askedBy = (field: BatchField, cell: string): unknown => {
  if (field === 'claim') return claimsIn(cell);
  return field === 'asOf' ? (dateIn(cell) ?? cell) : cell;
};

const cellProblem = (field: BatchField, column: number, cell: string): RowProblem | null => {
  if (cell === REMOVED) return { column, words: problems.personal };
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

/** True for the place of an error in a treatment or in one of the marks: `/service`, `/claim/0`. */
const isAskedOf = (place: string): boolean => askedOf.includes(place.split('/')[1] ?? '');

/** What people write where there is nothing to ask: N/A, a dash, none. */
const NOTHING_ASKED = /^(?:n\/?a|n\.a\.|none|nil|null|not applicable|[-–—/]{1,3}|无|没有|不适用|暂无)$/iu;

/** Reads a row as the question it asks. An empty cell asks nothing; the list's own reference is no part of the question. */
export const rowQuestion = (
  row: ListRow,
  table: ListTable,
  context: QuestionContext,
  defaults: RowDefaults = {},
): ReadRow => {
  const raw: Record<string, unknown> = { ...defaults };
  const found: RowProblem[] = [...crowded(row, table)];
  for (const [name, column] of Object.entries(table.mapping)) {
    const field = name as BatchField;
    const cell = (row.cells[column] ?? '').trim();
    if (cell === '' || field === 'reference') continue;
    if (askedOf.includes(field) && NOTHING_ASKED.test(cell)) continue;
    const problem = cellProblem(field, column, cell);
    const meant = otherColumn(field, cell);
    const asks = meant !== field && Object.hasOwn(table.mapping, meant) ? field : meant;
    if (problem === null) raw[asks] = askedBy(asks, cell);
    else found.push(problem);
  }
  const asked = oneName(raw);
  const named = namingFields.some((field) => asked[field] !== undefined);
  if (found.length === 0 && !named) found.push({ column: null, words: problems.nobody });
  const parsed = named ? parseQuestion(asked, context) : { errors: [] };
  if ('question' in parsed && found.length === 0) return { question: parsed.question };
  const errors = 'errors' in parsed ? parsed.errors : [];
  const unread = { problems: [...found, ...errors.map((error) => problemOf(error, table))] };
  if (found.length > 0 || !errors.every(({ field }) => isAskedOf(field))) return unread;
  const { service, claim, ...who } = asked;
  const without = parseQuestion(who, context);
  return 'question' in without ? { ...unread, without: without.question } : unread;
};
