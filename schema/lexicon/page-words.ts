import { z } from 'zod';
import { badgeFaults } from '../badge.ts';
import { bilingual } from '../base.ts';
import { credentialStatuses, gates } from '../credential.ts';
import { purposes } from '../question.ts';
import { nameKinds } from '../record.ts';
import { runStates } from '../reference.ts';
import { evidenceKinds, obtainedHow } from '../source.ts';
import { results } from '../verdict.ts';
import { licenceResults } from '../verdict-lines.ts';
import file from './page-words.json' with { type: 'json' };
import { readLexicon, wordsFor } from './read-lexicon.ts';

/** Words of the pages for the closed lists of the schema, and for what became of badges, nights and kept pages. */
export const pageWords = readLexicon(
  file,
  z
    .strictObject({
      gates: wordsFor(gates),
      purposes: wordsFor(purposes),
      results: wordsFor(results),
      licence: wordsFor(licenceResults),
      evidenceKinds: wordsFor(evidenceKinds),
      obtained: wordsFor(obtainedHow),
      nameKinds: wordsFor(nameKinds),
      statuses: wordsFor(credentialStatuses),
      codes: wordsFor(['licence', 'trial-filing']),
      nights: wordsFor(runStates),
      lastRuns: z.partialRecord(z.enum(runStates), bilingual).readonly(),
      badgeFaults: wordsFor(badgeFaults),
      removed: wordsFor(['unreferenced', 'superseded', 'by-hand']),
      missing: bilingual,
    })
    .readonly(),
);
