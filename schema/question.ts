import { z } from 'zod';
import { day, languages } from './base.ts';

/** Longest name that is read; longer ones are a 400, not a search. */
export const MAX_NAME = 300;
export const MAX_BATCH = 100;
export const MAX_CLAIMS = 10;

const text = (max: number, what: string) => z.string().trim().min(1).max(max).describe(what);

/** Who is meant: any official number, or a name narrowed by place, website or campus. */
export const institutionQuestion = z.strictObject({
  id: text(40, 'Registry id').optional(),
  licenceNumber: text(40, '医疗机构登记号').optional(),
  uscc: text(40, '统一社会信用代码').optional(),
  name: text(MAX_NAME, 'Any name: Chinese, traditional, English, former, short').optional(),
  province: text(40, 'Province, Chinese or English').optional(),
  city: text(60, 'City, Chinese or English').optional(),
  address: text(300, 'Street address').optional(),
  website: text(300, 'Website of the institution').optional(),
  campus: text(120, 'Campus 院区').optional(),
});
export type InstitutionQuestion = Readonly<z.infer<typeof institutionQuestion>>;

/** Why somebody asks about a physician; written down with the question (docs/data-protection.md). */
export const purposes = ['own-treatment', 'relative', 'referral', 'insurance', 'credentialing'] as const;
export type Purpose = (typeof purposes)[number];

/** Who is asked about as a physician: a name alone is refused. */
export const practitionerQuestion = z.strictObject({
  name: text(100, 'Name of the physician').optional(),
  certificateNumber: text(40, '医师执业证书编码, 15 digits').optional(),
  purpose: z.enum(purposes).optional(),
});
export type PractitionerQuestion = Readonly<z.infer<typeof practitionerQuestion>>;

/** The one question, as the verdict reads it. */
export const questionSchema = z.strictObject({
  institution: institutionQuestion,
  practitioner: practitionerQuestion.optional(),
  service: text(60, 'Code of the technology vocabulary').optional(),
  claims: z.array(text(60, 'Claim code')).max(MAX_CLAIMS).default([]),
  asOf: day.optional(),
  /** What was said in this generation of the registry, on the day it was published; `asOf` is what was in force on a day. */
  generation: z.number().int().positive().optional(),
  lang: z.enum(languages).default('en'),
});
export type Question = Readonly<z.infer<typeof questionSchema>>;
