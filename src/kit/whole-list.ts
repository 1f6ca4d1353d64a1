import { type Parse, ShapeError } from '../../schema/source.ts';

/**
 * A parser for lists whose silence means no: a row or a word that cannot be read would look like an absence, so it refuses the
 * page instead of becoming an issue. Issues about the page as a whole pass.
 */
export const readWhole = (parse: Parse): Parse =>
  async function* (input) {
    for await (const one of parse(input)) {
      if (one.kind === 'issue' && one.row !== null)
        throw new ShapeError(`row ${one.row} cannot be read, and its silence would mean no: ${one.detail}`, {
          code: one.code,
          column: one.column,
        });
      yield one;
    }
  };
