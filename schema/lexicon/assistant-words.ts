import { z } from 'zod';
import file from './assistant-words.json' with { type: 'json' };
import { readLexicon, word, wordTable } from './read-lexicon.ts';

const titled = z.strictObject({ title: word, description: word }).readonly();

export const assistantTools = [
  'verify_institution',
  'find_institution',
  'check_offer',
  'explain_identifier',
  'list_treatments',
] as const;

/** What assistants read: who we are, what each tool is for, how an answer is passed on. */
export const assistantWords = readLexicon(
  file,
  z
    .strictObject({
      summary: word,
      instructions: word,
      tools: z.record(z.enum(assistantTools), titled).readonly(),
      fields: z.strictObject({ words: word, value: word, limit: word, after: word, claim: word }).readonly(),
      passingOn: z.strictObject({ date: word, again: word, test: word }).readonly(),
      failures: z.strictObject({ retry: word, badQuestion: word, besides: word }).readonly(),
      addresses: wordTable,
      resources: z.record(z.enum(['how-we-decide', 'sources']), titled).readonly(),
    })
    .readonly(),
);
