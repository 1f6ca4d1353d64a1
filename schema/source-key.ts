import { z } from 'zod';

const variable = z.string().regex(/^LICET_[A-Z_]+$/);

/** What an interface with a key wants, and how its credits are counted. */
export const sourceKeySchema = z.strictObject({
  /** The setting that holds the key. */
  variable,
  /** The header that carries it. */
  header: z.string().min(1),
  /** The most it may spend a calendar month in Asia/Shanghai, unless the operator sets another budget. */
  credits: z.number().int().positive(),
  /** What one answer may cost, set aside before each request; 1 when left out. */
  reserve: z.number().int().positive().optional(),
  /** Members of the answer (dotted paths into its JSON) whose items cost one credit each; a request costs 1 without them. */
  counts: z.array(z.string().min(1)).optional(),
  /** The setting that names what to ask for. */
  ids: variable.optional(),
});
export type SourceKey = Readonly<z.infer<typeof sourceKeySchema>>;
