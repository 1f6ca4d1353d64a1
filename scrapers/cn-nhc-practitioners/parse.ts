import type { Parse } from '../../schema/source.ts';
import { capturedRows } from '../../src/readers/lists/captured-rows.ts';

/** Checks the shape of what was read and lets none of it into the registry of institutions: persons are kept apart. */
export const parse: Parse = function* ({ body, source }) {
  for (const row of capturedRows(body, source)) if ('kind' in row) yield row;
};
