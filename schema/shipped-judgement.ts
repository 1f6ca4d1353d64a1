import { z } from 'zod';
import { partialDate } from './base.ts';
import file from './codes/shipped-judgements.json' with { type: 'json' };
import { sourceId } from './source.ts';

/**
 * One of two records that are judged. Registry ids may change when a registry is built anew, so that a side is named by what the
 * lists print: a row of a source by its key, or a registered name in its place.
 */
const sideSchema = z.union([
  z.strictObject({ source: sourceId, key: z.string().min(1) }),
  z.strictObject({
    name: z.string().min(1),
    province: z.string().min(1),
    city: z.string().min(1).optional(),
  }),
]);
export type JudgedSide = Readonly<z.infer<typeof sideSchema>>;

const shippedJudgementSchema = z.strictObject({
  one: sideSchema,
  other: sideSchema,
  decision: z.enum(['same', 'different']),
  /** Why, in a sentence that an operator reads. */
  because: z.string().min(3).max(400),
  /** Public addresses that say so. */
  cite: z.array(z.url()).min(1),
  on: z.iso.date(),
});
/** What the maintainers judged of two records that lists cannot settle, with the reason and where it is said. */
export type ShippedJudgement = Readonly<z.infer<typeof shippedJudgementSchema>>;

const fileSchema = z.strictObject({
  about: z.string().min(1),
  origin: z.string().min(1),
  asOf: partialDate,
  licence: z.string().min(1),
  entries: z.array(shippedJudgementSchema),
});

/** The judgements that ship with the product, in the order of the file; a file of another shape does not load. */
export const shippedJudgements: readonly ShippedJudgement[] = fileSchema.parse(file).entries;
