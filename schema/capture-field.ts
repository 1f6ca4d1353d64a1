import { z } from 'zod';
import { bilingual } from './base.ts';

/** What a field holds, which decides how it is checked. */
export const captureKinds = [
  'text',
  'list',
  'date',
  'licence-number',
  'uscc',
  'practising-certificate',
  'insurance-code',
] as const;

/** One field of a page that a person looks at, as the operator types it. */
export const captureFieldSchema = z.strictObject({
  /** The heading of the page, and of the column in a bulk file. */
  column: z.string().min(1),
  label: bilingual,
  kind: z.enum(captureKinds),
  required: z.boolean(),
});
export type CaptureField = Readonly<z.infer<typeof captureFieldSchema>>;
