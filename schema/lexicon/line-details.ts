import { z } from 'zod';
import file from './line-details.json' with { type: 'json' };
import { readLate, words } from './read-lexicon.ts';

const longestFirst = words.transform((all) => all.toSorted((a, b) => b.length - a.length));

/** Words beside the numbers of a line that no list of hospitals holds: telephones, invoices, dates. */
export const lineDetails = readLate(file, () =>
  z
    .strictObject({
      phone: longestFirst,
      reference: longestFirst,
      coded: longestFirst,
      number: longestFirst,
      months: longestFirst,
      day: longestFirst,
      roads: longestFirst,
      before: longestFirst,
    })
    .readonly(),
);
