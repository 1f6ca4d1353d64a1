import { z } from 'zod';
import file from './name-rules.json' with { type: 'json' };
import { readLexicon, word, words } from './read-lexicon.ts';

const anyOf = z.union([word, words]);
const shape = {
  such: word.optional(),
  all: z.array(anyOf).min(1).readonly(),
  not: words.optional(),
};
const rule = z.strictObject({ ...shape, unless: z.array(z.array(anyOf).readonly()).optional() }).readonly();
const joint = z.strictObject({ ...shape, code: word, rare: z.literal(true).optional() }).readonly();
type Written = z.infer<typeof rule>;

const entries = readLexicon(
  file,
  z.strictObject({
    sets: z.object({ Spelled: words, Misleading: words, Unexplained: words, There: words }).catchall(words),
    joints: z.array(joint).readonly(),
    never: z.array(rule).readonly(),
    inOurWords: z.array(rule).readonly(),
    severalTowns: z.array(rule).readonly(),
  }),
);

/** Observations of which any one counts. */
export type AnyOf = readonly string[];
/** What has to be observed, one of each of `all`, and what excuses it: each of these conjunctions. */
export type NameRule = Readonly<{ all: readonly AnyOf[]; unless: readonly (readonly AnyOf[])[] }>;

/** The observations themselves in the place of sets of them. */
const spelled = (any: string | AnyOf): AnyOf => [any].flat().flatMap((one) => entries.sets[one] ?? [one]);

const read = ({ all, not, unless = [] }: Written): NameRule => ({
  all: all.map(spelled),
  unless: [...(not === undefined ? [] : [[not]]), ...unless].map((one) => one.map(spelled)),
});

/** Sets of observations, of which any one counts. */
export const observationSets = entries.sets;

/** Rules over what was observed of a candidate; observations that are made together (`code`) are by themselves weighed by the fit. */
export const nameRules = {
  joints: entries.joints.map((one) => ({ ...read(one), code: one.code, rare: one.rare === true })),
  never: entries.never.map(read),
  inOurWords: entries.inOurWords.map(read),
  severalTowns: entries.severalTowns.map(read),
};
