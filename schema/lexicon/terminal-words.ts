import { z } from 'zod';
import { type Bilingual, bilingual } from '../base.ts';
import { gates } from '../credential.ts';
import { evidenceKinds, obtainedHow } from '../source.ts';
import { matches, outcomes } from '../verdict.ts';
import { licenceResults } from '../verdict-lines.ts';
import { readLexicon, word, wordsFor } from './read-lexicon.ts';
import file from './terminal-words.json' with { type: 'json' };

/** Words of the command line for the closed lists of the schema, results aside: those are the words of the pages. `pairs`: why two records were noticed. */
export const terminalWords = readLexicon(
  file,
  z
    .strictObject({
      outcomes: wordsFor(outcomes),
      matches: wordsFor(matches),
      resultSigns: z.record(z.enum(licenceResults), word).readonly(),
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
