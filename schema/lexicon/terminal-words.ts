import { z } from 'zod';
import { type Bilingual, bilingual } from '../base.ts';
import { gates } from '../credential.ts';
import { evidenceKinds, obtainedHow } from '../source.ts';
import { matches, outcomes, results } from '../verdict.ts';
import { licenceResults } from '../verdict-lines.ts';
import { readLexicon, word, wordsFor } from './read-lexicon.ts';
import file from './terminal-words.json' with { type: 'json' };

/** Words of the command line for the closed lists of the schema; `pairs`: why two records were noticed. */
export const terminalWords = readLexicon(
  file,
  z
    .strictObject({
      outcomes: wordsFor(outcomes),
      matches: wordsFor(matches),
      results: wordsFor(results),
      licence: wordsFor(licenceResults),
      resultSigns: z.record(z.enum(results), word).readonly(),
      gates: wordsFor(gates),
      evidenceKinds: wordsFor(evidenceKinds),
      obtained: wordsFor(obtainedHow),
      headings: z.record(word, bilingual).readonly(),
      pairs: z.object({ other: bilingual }).catchall(bilingual).readonly(),
    })
    .readonly(),
);

/** What may stand over a part of an answer. */
export type Heading = keyof (typeof file)['entries']['headings'];
export const terminalHeadings = terminalWords.headings as Readonly<Record<Heading, Bilingual>>;
