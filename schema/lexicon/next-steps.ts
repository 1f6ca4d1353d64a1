import { z } from 'zod';
import { bilingual } from '../base.ts';
import { gates } from '../credential.ts';
import stepFile from './next-steps.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

/** Steps that do not hang on a gate. */
const situations = [
  'military',
  'outside',
  'ended',
  'choose',
  'branch',
  'lookalike',
  'none',
  'abroad',
  'alone',
  'elsewhere',
  'name-one',
  'one-by-one',
  'partner',
  'unlisted',
  'look-up',
  'confirmed',
  'no-mark',
  'translation',
  'not-restricted-then',
  'prohibited-not-settled',
] as const;

const step = z
  .strictObject({
    text: bilingual,
    /** Chinese, to be shown at the desk; null where nothing should be asked for. */
    show: z.string().min(1).nullable(),
  })
  .readonly();

/** What to do next, by gate or situation. */
export const nextSteps = readLexicon(stepFile, z.record(z.enum([...gates, ...situations]), step).readonly());
export type StepKind = keyof typeof nextSteps;
