import { z } from 'zod';
import { bilingual } from '../base.ts';
import { gates } from '../credential.ts';
import ruleFile from './contradiction-rules.json' with { type: 'json' };
import statusFile from './mark-statuses.json' with { type: 'json' };
import lookupFile from './official-lookups.json' with { type: 'json' };
import { readLexicon, word } from './read-lexicon.ts';

/** Public queries of an authority where a reader can look personally, by gate. */
export const officialQueries = readLexicon(
  lookupFile,
  z
    .strictObject({
      authority: bilingual,
      queries: z.partialRecord(z.enum(gates), z.strictObject({ url: z.url(), type: bilingual })),
    })
    .readonly(),
);

/** What settled a disagreement of sources, or left it open. */
const settlements = [
  'yes',
  'no',
  'over',
  'hold',
  'stale',
  'disagree',
  'none',
  'grade',
  'identifier',
] as const;
export type Settlement = (typeof settlements)[number];
export const contradictionRules = readLexicon(ruleFile, z.record(z.enum(settlements), bilingual).readonly());

/** Status words of a mark inside a sentence. */
export const markStatuses = readLexicon(statusFile, z.record(word, bilingual).readonly());
