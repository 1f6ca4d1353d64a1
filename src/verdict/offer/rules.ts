import { z } from 'zod';
import { type Bilingual, bilingual } from '../../../schema/base.ts';
import claims from '../../../schema/codes/false-claims.json' with { type: 'json' };
import list from '../../../schema/codes/warning-signs.json' with { type: 'json' };
import { late } from '../../text/remembered.ts';
import type { Meeting } from './meetings.ts';
import { compilePhrase, type Phrase } from './phrase.ts';

const phrases = z.array(z.string().min(1)).transform((all): readonly Phrase[] => all.map(compilePhrase));

/** Concepts that show a sign where their words meet, such as a promise and a recovery. */
const meeting = z
  .strictObject({
    all: z.array(z.string()).min(1).readonly(),
    within: z.enum(['next', 'near', 'clause', 'sentence', 'text']).default('sentence'),
    unless: z.array(z.string()).readonly().default([]),
    unlessNear: z.array(z.string()).readonly().default([]),
    asking: z.boolean().default(false),
  })
  .transform((one): Meeting => one);

/** A rule of what an honest offer does not say: why it matters, the law behind it, and the words that break it. */
const rule = z.strictObject({
  code: z.string(),
  title: bilingual,
  why: bilingual,
  basis: z.array(bilingual).readonly(),
  en: phrases,
  zh: phrases,
  /** Longer words that hold such words and break nothing. */
  innocent: phrases.optional(),
  /** Words that, in the same stretch of a sentence, say that nothing is broken. */
  unless: phrases.optional(),
  meets: z.array(meeting).readonly().optional(),
  /** Code of the service, or kind of services, whose very mention breaks the rule; a code with a rule of its own is left to that. */
  services: z.string().optional(),
  /** Concepts whose words alone, asked for as a treatment, are what the sign warns of: who asks for exosomes was offered them. */
  asked: z.array(z.string()).readonly().default([]),
  /** True: what is offered is an act that a line may ask for beside a hospital (buy a kidney), and no way of praising one. */
  inLines: z.boolean().default(false),
  /** True: a mark whose issuer left. */
  schemes: z.literal('retired').optional(),
});
export type Rule = Readonly<z.infer<typeof rule>>;

/** Their phrases are patterns, compiled for the first text that is read. */
export const rules = late((): readonly Rule[] => rule.array().parse(list, { jitless: true }));

/** A statement about law or numbers that circulates in offers and that the records contradict or do not support. */
const falseClaim = z.strictObject({
  code: z.string(),
  /** Where it was met. */
  origin: z.string(),
  /** What stands in the law or the records instead. */
  stands: bilingual,
  basis: z.array(bilingual).min(1).readonly(),
  en: phrases,
  zh: phrases,
});
export type FalseClaim = Readonly<z.infer<typeof falseClaim>>;

export const falseClaims = late((): readonly FalseClaim[] =>
  falseClaim.array().parse(claims.claims, { jitless: true }),
);

/** A sign as it is explained, without the words that show it. */
export type Sign = Readonly<{ code: string; title: Bilingual; why: Bilingual; basis: readonly Bilingual[] }>;

/** The signs this service knows. */
export const signs = late((): readonly Sign[] =>
  rules().map(({ code, title, why, basis }) => ({ code, title, why, basis })),
);
