import { z } from 'zod';

/** What can be said of a question of which only the treatment or a mark cannot be read. It has no outcome: nothing was answered. */
export const knownBesides = z
  .object({
    without: z.array(z.string()).describe('The fields that were left out, because they cannot be read'),
    institution: z
      .object({
        id: z.string(),
        name: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
        province: z.string().nullable(),
        city: z.string().nullable(),
      })
      .nullable()
      .describe('Who is meant; null where nobody is settled on'),
    sentence: z.string().describe('The licence in one sentence, or why nobody is settled on'),
    asked: z
      .array(z.object({ ask: z.string(), sentence: z.string() }))
      .describe('What is known of the rest that was asked'),
  })
  .describe(
    'Who is meant and what is known of them, where the treatment or a mark alone cannot be read. It answers nothing about what was left out',
  );
export type KnownBesides = Readonly<z.infer<typeof knownBesides>>;

/** RFC 9457 problem document; `code` is never reused once retired. */
export const problemSchema = z.object({
  type: z.string().describe('Address of the page that explains this problem'),
  title: z.string(),
  status: z.number().int(),
  code: z.string().regex(/^LICET_[A-Z_]+$/),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z
    .array(
      z.object({
        /** JSON Pointer into the body, or `?name` for a query parameter. */
        field: z.string(),
        problem: z.string(),
        expected: z.string().optional(),
        nearest: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  known: knownBesides.optional(),
});
export type Problem = z.infer<typeof problemSchema>;
