import { z } from 'zod';
import { instant, sha256 } from './base.ts';
import { obtainedHow, sourceId } from './source.ts';

/** How trustworthy the way was on which the bytes came. */
export const transports = ['https', 'http', 'https-unverified', 'file', 'operator'] as const;
export type Transport = (typeof transports)[number];

export const snapshotSchema = z.object({
  sha256,
  source: sourceId,
  page: z.string(),
  url: z.string(),
  retrievedAt: instant,
  how: z.enum(obtainedHow),
  transport: z.enum(transports),
  contentType: z.string(),
  bytes: z.number().int().nonnegative(),
  /** What else is worth keeping of the way it came: validators, redirects, the line of robots.txt that decided. */
  details: z.record(z.string(), z.string()).optional(),
});
/** One page as received and kept. The bytes lie in the archive under `sha256`. */
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;
