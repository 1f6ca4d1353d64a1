import type { PageApart, Parse, ParseInput } from '../../../schema/source.ts';

/**
 * A parser that takes a page apart before it reads the rows: what a whole reading gives, and what reading some rows gives, cannot
 * differ, since both are the same function.
 */
export const parseApart = (apart: (input: ParseInput) => PageApart): Parse => {
  const parse: Parse = function* (input) {
    const page = apart(input);
    yield* page.issues;
    for (let at = 0; at < page.rows; at += 1) yield* page.read(at);
  };
  return Object.assign(parse, { apart });
};
