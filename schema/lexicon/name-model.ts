import { z } from 'zod';
import file from './name-model.json' with { type: 'json' };
import { readLexicon } from './read-lexicon.ts';

const probability = z.number().min(0.5).max(1);

const sort = z.enum([
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
]);
const ground = z.enum([
  'bare',
  'bare-known',
  ...sort.options,
  ...sort.options.map((one) => `placed-${one}` as const),
]);

const script = z.strictObject({
  /** Log-odds that nobody on record is meant, before anything speaks for somebody. */
  nobody: z.number(),
  /** Least probability at which a name is settled, by the ground on which it would be (src/identify/model/ground.ts). */
  settled: z.record(ground, probability),
  /** What each observation adds to the log-odds of an institution (src/identify/model). */
  weights: z.record(z.string(), z.number()),
});

/** Fitted weights of the model that decides who is meant by a name, for names in characters and in Latin letters. */
export const nameModel = readLexicon(file, z.strictObject({ han: script, latin: script }));
