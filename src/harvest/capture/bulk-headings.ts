import type { CaptureField } from '../../../schema/capture-field.ts';
import { captureWords } from '../../../schema/lexicon/capture-words.ts';
import { LOOKED_ON } from '../../readers/lists/captured-rows.ts';
import { AS_OF_COLUMN } from './bulk-file.ts';

/** The column for the day somebody looked, where the register has none of its own. */
export const LOOKED_ON_COLUMN = 'looked_on';

/** No heading is longer, in characters; a longer cell is not even folded. */
const LONGEST = 200;

type Named = Pick<CaptureField, 'column' | 'label'>;

/** The columns of a bulk file: the fields of the page, and the two dates. */
const namedColumns = (fields: readonly CaptureField[]): readonly Named[] => {
  const has = (column: string): boolean => fields.some((field) => field.column === column);
  return [
    ...fields,
    { column: AS_OF_COLUMN, label: captureWords.columns.asOf },
    ...(has(LOOKED_ON) ? [] : [{ column: LOOKED_ON_COLUMN, label: captureWords.columns.lookedOn }]),
  ];
};

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/_()-]/gu, '');

/** What a template writes over a column: its name on the page and its English label, where they differ. */
const shown = ({ column, label }: Named): string => {
  const chinese = /\p{Script=Han}/u.test(column) ? column : label.zh;
  const english = chinese === column ? label.en : column;
  return fold(chinese) === fold(english) ? column : `${chinese} / ${english}`;
};

/** The header of a bulk file, in both languages. */
export const bulkHeader = (fields: readonly CaptureField[]): readonly string[] =>
  namedColumns(fields).map(shown);

/** Headings that a bulk file may bear, folded, with the column each means: either language, or both as the template has them. */
export type BulkHeadings = Readonly<{
  columnOf: (heading: string) => string | undefined;
  /** What may stand in the header, for whoever wrote something else. */
  known: readonly string[];
}>;

/** Reads the header of a bulk file. A label that two columns share means the first of them. */
export const bulkHeadings = (fields: readonly CaptureField[]): BulkHeadings => {
  const columns = namedColumns(fields);
  const table = new Map<string, string>();
  const enter = (heading: string, column: string): void => {
    const key = fold(heading);
    if (!table.has(key)) table.set(key, column);
  };
  for (const { column } of columns) enter(column, column);
  for (const one of columns)
    for (const heading of [shown(one), one.label.zh, one.label.en]) enter(heading, one.column);
  const columnOf = (heading: string): string | undefined =>
    heading.length > LONGEST ? undefined : table.get(fold(heading));
  return { columnOf, known: columns.map(({ column }) => column) };
};
