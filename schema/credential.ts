import { z } from 'zod';
import { partialDate } from './base.ts';

/** The gates of verdict.md §3: one rule per legal kind. */
export const gates = [
  'practice-licence',
  'grade',
  'restricted-technology',
  'assisted-reproduction',
  'organ-transplant',
  'prenatal-diagnosis',
  'large-equipment',
  'cell-product',
  'biomedical-research',
  'lecheng',
  'foreign-capital',
  'prohibited-technology',
  'accreditation',
  'programme',
  'practitioner',
] as const;
export type Gate = (typeof gates)[number];

/**
 * What a row says of a credential, in one word. Closed; a source's own words are kept in `raw`.
 * `listed`: on the list, nothing more said · `trial`: 试运行 · `formal`: 正式运行 ·
 * `some-trial`: the row prints a number on trial but not which technique.
 */
export const credentialStatuses = [
  'listed',
  'formal',
  'trial',
  'some-trial',
  'filed',
  'approved',
  'approved-not-started',
  'operating',
  'planned',
  'applicant',
  'accredited',
  'reaccredited',
  'certified',
  'achieved',
  'claimed',
  'active',
  'suspended',
  'withdrawn',
  'revoked',
  'cancelled',
  'expired',
  'deferred',
  'ended',
] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];

/** What part of the institution a credential covers. */
const scopeKinds = ['institution', 'campus', 'department', 'laboratory', 'project', 'unknown'] as const;

export const credentialSchema = z.strictObject({
  gate: z.enum(gates),
  /** What it is for: a code of services.json, schemes.json or programmes (`art.ivf`, `jci`, `licence`, `grade:3A`, `pilot:shanghai-imt`). */
  code: z.string().min(1),
  status: z.enum(credentialStatuses),
  scope: z.strictObject({
    kind: z.enum(scopeKinds),
    text: z.string().optional(),
    /** The address the approval is tied to, as printed. */
    address: z.string().optional(),
  }),
  issuer: z.string().optional(),
  programme: z.string().optional(),
  /** The number the issuer gave it. */
  number: z.string().optional(),
  /** The day the event of this row happened (accredited, withdrawn …). */
  eventDate: partialDate.optional(),
  validFrom: partialDate.optional(),
  /** Last day it counts. `termDerived` tells that it was computed from the scheme's term, not printed. */
  validUntil: partialDate.optional(),
  termDerived: z.boolean().optional(),
  note: z.string().optional(),
});
/** Licence, grade, approval, filing or accreditation: with scope, issuer and term. Never a boolean. */
export type Credential = Readonly<z.infer<typeof credentialSchema>>;
