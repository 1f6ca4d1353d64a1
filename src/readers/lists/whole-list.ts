import type { SourceIssue, SourceRecord } from '../../../schema/record.ts';
import { type Parse, ShapeError } from '../../../schema/source.ts';
import { rowWiseParser } from './row-wise-parser.ts';

/** Gives records and issues about the whole page; throws for an issue about one row. */
const whole = (one: SourceRecord | SourceIssue): SourceRecord | SourceIssue => {
  if (one.kind === 'issue' && one.row !== null)
    throw new ShapeError(`row ${one.row} cannot be read, and its silence would mean no: ${one.detail}`, {
      code: one.code,
      column: one.column,
    });
  return one;
};

/**
 * A parser for lists on which absence means "not met": a row or word that cannot be read would make its institution look absent, so
 * it refuses the page instead of becoming an issue. Issues about the page as a whole pass.
 */
export const readWhole = (parse: Parse): Parse => {
  const { rowWise } = parse;
  if (rowWise !== undefined)
    return rowWiseParser((input) => {
      const page = rowWise(input);
      return { ...page, read: (at) => [...page.read(at)].map(whole) };
    });
  return async function* (input) {
    for await (const one of parse(input)) yield whole(one);
  };
};
