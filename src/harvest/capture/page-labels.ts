import type { CaptureField } from '../../../schema/capture-field.ts';
import { captureLabels } from '../../../schema/lexicon/capture-labels.ts';
import { LOOKED_ON } from '../../readers/lists/captured-rows.ts';

/** What stands behind a label: a field, both ends of a term, or something that is not read. */
export type LabelMeans =
  | Readonly<{ is: 'field'; field: CaptureField }>
  | Readonly<{ is: 'term'; from: CaptureField | null; until: CaptureField | null }>
  | Readonly<{ is: 'other' }>;

/** The labels of a source's page, folded, and what each means. */
export type LabelBook = ReadonlyMap<string, LabelMeans>;

/** The longest label that is looked for, in characters. */
export const LONGEST_LABEL = 30;

/** A label as it is compared: without width, case, spaces, the colon behind it and the star before it. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:]/gu, '');

const named = (fields: readonly CaptureField[], columns: readonly string[]): CaptureField | null =>
  fields.find(({ column }) => columns.includes(column)) ?? null;

/** Every label under which a page may show a field of this source. What the descriptor says itself comes first. */
export const labelBook = (asked: readonly CaptureField[]): LabelBook => {
  const fields = asked.filter(({ column }) => column !== LOOKED_ON);
  const book = new Map<string, LabelMeans>();
  const enter = (label: string, means: LabelMeans): void => {
    const key = foldLabel(label);
    if (!book.has(key)) book.set(key, means);
  };
  for (const field of fields)
    for (const label of [field.column, field.label.zh, field.label.en]) enter(label, { is: 'field', field });
  for (const field of fields)
    for (const label of captureLabels.fields[field.column] ?? []) enter(label, { is: 'field', field });
  for (const { labels, from, until } of captureLabels.terms)
    for (const label of labels)
      enter(label, { is: 'term', from: named(fields, from), until: named(fields, until) });
  for (const label of captureLabels.others) enter(label, { is: 'other' });
  return book;
};
