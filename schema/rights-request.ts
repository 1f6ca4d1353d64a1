import { z } from 'zod';
import { day } from './base.ts';
import file from './codes/rights-requests.json' with { type: 'json' };

/** What a person may ask about what is held of them: to see it, to have it corrected, to have it erased. */
export const rightsKinds = ['access', 'correction', 'erasure'] as const;
export const rightsKind = z.enum(rightsKinds);
export type RightsKind = z.infer<typeof rightsKind>;

/** Days from the receipt of a request until its answer is due, and what follows from it; the law stands beside each in the file. */
export const rightsRules = z
  .strictObject({
    about: z.string(),
    origin: z.string(),
    asOf: day,
    kinds: z.array(z.strictObject({ code: rightsKind, basis: z.array(z.string()).min(1) })),
    deadline: z.strictObject({
      days: z.number().int().min(1).max(28),
      /** Days by which the deadline may be put off, once, with reasons. */
      extensionDays: z.number().int().min(1).max(61),
      /** A request is soon due so many days before its deadline. */
      soonDays: z.number().int().min(1),
      basis: z.array(z.string()).min(1),
    }),
    /** What tells whoever is refused where to complain. */
    refusal: z.strictObject({ basis: z.array(z.string()).min(1) }),
    /** A closed request is kept for so many days, in which its sender reads the answer. */
    keptDays: z.number().int().min(1),
  })
  .parse(file);

/** The articles of law on which a request of this kind rests. */
export const rightsBasis = (kind: RightsKind): readonly string[] =>
  rightsRules.kinds.find(({ code }) => code === kind)?.basis ?? [];
