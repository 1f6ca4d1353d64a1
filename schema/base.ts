import { z } from 'zod';

/** A date as a source prints it: a year, a month or a day. Never padded with days nobody printed. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .describe('A date as its source prints it: 2025, 2025-06 or 2025-06-30');
export type PartialDate = z.infer<typeof partialDate>;

/** A whole day in Asia/Shanghai, YYYY-MM-DD. */
export const day = z.iso.date().describe('A day in Asia/Shanghai, YYYY-MM-DD');
export type Day = string;

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime().describe('An instant, ISO 8601, UTC');

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256: 64 hexadecimal digits, lower case')
  .describe('SHA-256 of the bytes, in lower-case hexadecimal');
export type Sha256 = string;

/** Words shown to people, always in both languages. */
export const bilingual = z.object({ en: z.string().min(1), zh: z.string().min(1) });
export type Bilingual = Readonly<z.infer<typeof bilingual>>;

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Regions whose rules differ: the JCI exit of 2023, for example, concerns the mainland only. */
export const regions = ['mainland', 'hong-kong', 'macau', 'taiwan'] as const;
export type Region = (typeof regions)[number];
