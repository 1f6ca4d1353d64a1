import { z } from 'zod';

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
});
export type Problem = z.infer<typeof problemSchema>;
