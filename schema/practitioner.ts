import { z } from 'zod';
import { day, instant, sha256 } from './base.ts';
import { line } from './field.ts';
import { institutionFields, questionFields } from './question.ts';

/**
 * registered: entered in the national register · short-term: foreign physician with a licence of at most a year ·
 * hk-macao, taiwan: physicians of Hong Kong, Macao or Taiwan with their own certificates.
 */
const practitionerKinds = ['registered', 'short-term', 'hk-macao', 'taiwan'] as const;
const practitionerStatuses = ['registered', 'suspended', 'revoked', 'cancelled'] as const;

const site = z.strictObject({
  /** Registry id of the institution; null when the registry does not know it. */
  institution: z.string().nullable(),
  main: z.boolean(),
});

const facts = {
  kind: z.enum(practitionerKinds),
  level: z.enum(['physician', 'assistant']).optional(),
  /** 执业类别 and 执业范围, as printed. */
  category: line(40).optional(),
  scope: line(120).optional(),
  /** The city a short-term licence is tied to. */
  city: line(40).optional(),
  /** Day of the first registration. */
  registeredSince: day.optional(),
  validUntil: day.optional(),
  status: z.enum(practitionerStatuses),
  /** Last day of a suspension. */
  statusUntil: day.optional(),
  /** Codes of restricted technologies whose filing names this physician as technical lead. */
  leads: z.array(line(20)).max(20).default([]),
};

/** What a person read off a register's page, as an operator writes it down. */
export const practitionerEntry = z
  .strictObject({
    name: questionFields.practitioner,
    /**
     * Of the registered: 医师执业证书编码, 15 digits. Of others, the number of the short-term permit or certificate as it is printed. Never
     * the qualification certificate, which holds an ID-card number.
     */
    certificateNumber: z
      .string()
      .regex(
        /^[A-Z0-9\p{Script=Han}][A-Z0-9（）()〔〕\p{Script=Han}-]{3,29}$/u,
        'the number as printed, 4 to 30 letters and digits',
      )
      .optional(),
    ...facts,
    sites: z
      .array(
        z.strictObject({
          name: institutionFields.name.optional(),
          uscc: institutionFields.uscc.optional(),
          id: institutionFields.id.optional(),
          province: institutionFields.province.optional(),
          city: institutionFields.city.optional(),
          address: institutionFields.address.optional(),
          main: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(20),
    seen: z.strictObject({
      authority: line(120),
      url: z.url(),
      /** The day the page was read. */
      on: day,
      /** SHA-256 of the screenshot the operator keeps. */
      screenshot: sha256.optional(),
    }),
  })
  .refine(
    ({ kind, certificateNumber }) =>
      kind !== 'registered' || certificateNumber === undefined || /^\d{15}$/.test(certificateNumber),
    { path: ['certificateNumber'], message: '15 digits of the practising certificate 医师执业证书编码' },
  );
export type PractitionerEntry = Readonly<z.infer<typeof practitionerEntry>>;

/** What is kept: no name, no certificate number; both only as keyed hashes beside the row. */
export const practitionerRow = z.strictObject({
  ...facts,
  lastFour: z.string().length(4).nullable(),
  sites: z.array(site),
  authority: z.string(),
  url: z.url(),
  seenOn: day,
  recordedAt: instant,
  /** SHA-256 of the screenshot, or of the row as written down when there is none. */
  sha256,
  /** True where the operator kept a page; rows of before this was asked do not say. */
  savedPage: z.boolean().optional(),
});
export type PractitionerRow = Readonly<z.infer<typeof practitionerRow>>;
