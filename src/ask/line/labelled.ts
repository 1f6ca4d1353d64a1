import type { Day } from '../../../schema/base.ts';
import { batchHeadings } from '../../../schema/lexicon/batch-headings.ts';
import { lineDetails } from '../../../schema/lexicon/line-details.ts';
import { type InstitutionQuestion, institutionQuestion } from '../../../schema/question.ts';
import { isDay } from '../../text/dates.ts';
import { late } from '../../text/remembered.ts';

/** What a form or a row of a list says of one thing: its heading, and what stands behind it. */
type Cell = Readonly<{ field: string; value: string }>;

const labels = late(() => {
  const headings = [...Object.entries(batchHeadings), ['asOf', lineDetails().day] as const];
  const entries = headings.flatMap(([field, words]) => words.map((word) => [word, field] as const));
  const words = entries.map(([word]) => word).toSorted((a, b) => b.length - a.length);
  return {
    fields: new Map(entries),
    cells: new RegExp(`(?:^|[\\s,，;；|、])(${words.join('|')})\\s?[:：=]\\s?`, 'giu'),
  };
});

/** The cells of a line that begins with a heading: 医院名称:武汉协和医院;项目:角膜移植. None where it begins otherwise. */
const cellsOf = (line: string): readonly Cell[] => {
  const { fields, cells } = labels();
  const found = [...line.matchAll(cells)];
  if (found[0]?.index !== 0) return [];
  return found.map(({ 0: heading, 1: label = '', index }, at) => ({
    field: fields.get(label.toLowerCase()) ?? '',
    value: line
      .slice(index + heading.length, found[at + 1]?.index)
      .trim()
      .replace(/[,，;；|、]$/u, ''),
  }));
};

/** 2025/3/1 as the calendar writes it; undefined where it is no day. */
const dayOf = (text: string): Day | undefined => {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
};

/** A country is read as a place, as in a list. */
const fieldOf = ({ field }: Cell): string => (field === 'country' ? 'province' : field);

/** What cells say of whom is meant, beside the name; null where one thing is said twice, or is too long for its field. */
const besideName = (cells: readonly Cell[]): InstitutionQuestion | null => {
  const fields = cells.map(fieldOf);
  const read = institutionQuestion.safeParse(
    Object.fromEntries(cells.map((cell) => [fieldOf(cell), cell.value])),
  );
  return read.success && new Set(fields).size === fields.length ? read.data : null;
};

/** Cells that stand beside the name in one line: a treatment or a mark is asked of whom is named, and a name may come in both languages. */
const NAMING = ['name', 'englishName', 'service', 'claim'] as const;

/**
 * What a line says with a heading before each part of it (“Hospital: …; City: …; Treatment: …”), and the day. Null where it names nobody so, and where a part cannot be taken as its
 * heading says (a second hospital, two cities): such a line is read as any other, so that nothing in it is passed over.
 */
export const labelledLine = (
  line: string,
  today: Day,
): Readonly<{ institution: InstitutionQuestion; asOf: Day | undefined }> | null => {
  if (!/[:：=]/u.test(line)) return null;
  const cells = cellsOf(line).filter(({ field, value }) => value !== '' && field !== 'reference');
  const valuesOf = (field: string) => cells.filter((cell) => cell.field === field).map(({ value }) => value);
  const [names, english, days] = [valuesOf('name'), valuesOf('englishName'), valuesOf('asOf')];
  if (names.length + english.length === 0 || Math.max(names.length, english.length) > 1) return null;
  // A month is no day, and one to come cannot be asked about: it stays in the line and is told there.
  const [day = ''] = days.length > 1 ? [] : days.map(dayOf);
  const asOf = day === '' || day > today ? undefined : day;
  const institution = besideName(
    cells.filter(({ field }) => field !== 'asOf' && !NAMING.some((one) => one === field)),
  );
  const inLine = [...NAMING.flatMap(valuesOf), ...(asOf === undefined ? days : [])];
  return institution === null ? null : { institution: { ...institution, name: inLine.join(' ') }, asOf };
};
