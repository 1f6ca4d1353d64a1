import { z } from 'zod';
import file from './name-model.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

const probability = z.number().min(0.5).max(1);

/**
 * On what ground a candidate would be settled. Each ground has its own operating point, since the same probability errs unlike on each:
 *
 * - `bare`, `bare-known`: asked alone, by a name without the town that the record's name states (玛丽医院 for 海口玛丽医院): it may be another
 *   town's; that of a well-known hospital less often;
 * - `initials`: only first letters agree (BCH);
 * - `spelled`: its spelling or its sound is what agrees: characters lost, swapped or wrong, or pinyin;
 * - `respelled`: so, and no compared part leaves a doubt: a place written without its level (吉林人民医院), which may be another's;
 * - `obscure`: it is on no authority's list, and another name than the whole one agrees; `translated`: so, and our translation of its name is what was asked;
 * - `worded`: a Chinese name of which only the English one of the record agrees: 口腔 and 牙科 are both Dental;
 * - `misleading`: what agrees often misleads (`MISLEADING` of src/identify/model/ground.ts); `misleading-works`: so, and the work that was asked (肿瘤, 眼科) is the record's own as well;
 * - `sole`: no compared part leaves a doubt, and of no other candidate either is that so;
 * - `clean`: no part leaves a doubt;
 * - `near`, `doubtful`: one part does, or several; `near-covered`, `doubtful-covered`: so, but all that was asked is on record.
 *
 * With a place stated beside the name all but the bare ones are others of their own.
 */
const sorts = [
  'initials',
  'misleading',
  'misleading-works',
  'spelled',
  'respelled',
  'obscure',
  'translated',
  'worded',
  'sole',
  'clean',
  'near',
  'near-covered',
  'doubtful',
  'doubtful-covered',
] as const;
export const grounds = [
  'bare',
  'bare-known',
  ...sorts,
  ...sorts.map((one) => `placed-${one}` as const),
] as const;
export type Ground = (typeof grounds)[number];

const script = z.strictObject({
  /** Log-odds that nobody on record is meant, before anything speaks for somebody. */
  nobody: z.number(),
  /** Least probability at which a name is settled, by the ground on which it would be (src/identify/model/ground.ts). */
  settled: z.record(z.enum(grounds), probability),
  /** What each observation adds to the log-odds of an institution (src/identify/model). */
  weights: z.record(z.string(), z.number()),
});

/** Fitted weights of the model that decides who is meant by a name, for names in characters and in Latin letters. */
export const nameModel = readLexicon(file, z.strictObject({ han: script, latin: script }));
