import { batchHeadings } from '../../../schema/lexicon/batch-headings.ts';
import { lineDetails } from '../../../schema/lexicon/line-details.ts';
import type { InstitutionQuestion } from '../../../schema/question.ts';
import { isDay } from '../../text/dates.ts';
import { late } from '../../text/remembered.ts';

/** What a form or a row of a list says of one thing: its heading, and what stands behind it. */
type Cell = Readonly<{ field: string; value: string }>;

/** Fields that narrow a name, each taken from a line that says which it is. */
const NARROWS = ['province', 'city', 'address', 'campus'] as const;

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
const dayOf = (text: string): string | undefined => {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
};

/** What a line says with a heading before each part of it (“Hospital: …; City: …; Treatment: …”), and the day; null where it names nobody so. */
export const labelledLine = (
  line: string,
): Readonly<{ institution: InstitutionQuestion; asOf: string | undefined }> | null => {
  if (!/[:：=]/u.test(line)) return null;
  const cells = cellsOf(line);
  const said = (field: string): string | undefined => cells.find((cell) => cell.field === field)?.value;
  const name = said('name') ?? said('englishName');
  if (name === undefined || name === '') return null;
  const narrowed = NARROWS.flatMap((field) => {
    const value = said(field);
    return value === undefined || value === '' ? [] : [[field, value] as const];
  });
  const asked = cells
    .filter(({ field }) => field === 'service' || field === 'claim')
    .map(({ value }) => value);
  // A month is no day: it stays in the line and is told there.
  const day = said('asOf') ?? '';
  const partly = dayOf(day) === undefined && day !== '' ? [day] : [];
  return {
    institution: { ...Object.fromEntries(narrowed), name: [name, ...asked, ...partly].join(' ') },
    asOf: dayOf(day),
  };
};
