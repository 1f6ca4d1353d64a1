import type { Parse, ParseInput, RowWisePage } from '../../../schema/source.ts';

/**
 * A parser that first splits a page into rows and then reads each row by itself. The whole page is read by the same function as
 * a single row, so reading only some rows cannot give anything else than reading all of them.
 */
export const rowWiseParser = (rowWise: (input: ParseInput) => RowWisePage): Parse => {
  const parse: Parse = function* (input) {
    const page = rowWise(input);
    yield* page.issues;
    for (let at = 0; at < page.rows; at += 1) yield* page.read(at);
  };
  return Object.assign(parse, { rowWise });
};
