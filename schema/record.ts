import { z } from 'zod';
import { partialDate, regions } from './base.ts';
import { credentialSchema } from './credential.ts';
import { evidenceKinds } from './source.ts';

/** legal: as the register files it · second: 第二名称 · former: 曾用名 · english · alias: short or popular. */
export const nameKinds = ['legal', 'second', 'former', 'english', 'alias'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Most UTF-16 units of a name, asked or on record (row-sanity); the longest real one has 93. What compares names rests on it. */
export const LONGEST_NAME = 300;

export const nameSchema = z.strictObject({
  value: z.string().min(1),
  kind: z.enum(nameKinds),
  language: z.enum(['zh', 'en', 'other']),
  validFrom: partialDate.optional(),
  validUntil: partialDate.optional(),
  /** The public address this name is cited from, when it is not the page itself. */
  cite: z.string().optional(),
  /**
   * True for a name that the maintainers know and that was read at no address which may be cited. It helps finding and is no
   * evidence of anything: pages do not show it, and it is a title only while the institution has no other name.
   */
  uncited: z.literal(true).optional(),
});
export type Name = Readonly<z.infer<typeof nameSchema>>;

const identifierSchemes = [
  'licence-number',
  'uscc',
  'org-code',
  'insurance-code',
  'trial-filing',
  'directory-id',
  'ror',
] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];
/** Schemes an authority gives out: agreeing on one of these makes an identity `exact`. */
export const officialSchemes: readonly IdentifierScheme[] = [
  'licence-number',
  'uscc',
  'org-code',
  'insurance-code',
  'trial-filing',
];

export const identifierSchema = z.strictObject({
  scheme: z.enum(identifierSchemes),
  /** Normalised: upper case, no spaces or hyphens. */
  value: z.string().min(1),
});
export type Identifier = Readonly<z.infer<typeof identifierSchema>>;

export const placeSchema = z.strictObject({
  region: z.enum(regions),
  /** Official names as in codes/divisions.json: 上海市, 海南省 … */
  province: z.string().optional(),
  city: z.string().optional(),
  district: z.string().optional(),
  address: z.string().optional(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** What an institution is: `hospital` unless a source says otherwise; centres for disease control are not hospitals. */
export const bodyTypes = ['hospital', 'clinic', 'disease-control', 'research', 'area', 'other'] as const;
export type BodyType = (typeof bodyTypes)[number];

export const traitsSchema = z.strictObject({
  body: z.enum(bodyTypes).optional(),
  military: z.boolean().optional(),
  foreignCapital: z.enum(['wholly', 'joint']).optional(),
  /** True when the record says the institution stands in the Boao Lecheng pilot zone. */
  lecheng: z.boolean().optional(),
  website: z.string().optional(),
  ownership: z.enum(['public', 'private']).optional(),
});
export type Traits = Readonly<z.infer<typeof traitsSchema>>;

const recordBase = {
  /** 1-based row of the page, header not counted: with the page's sha-256, a fact's address. */
  row: z.number().int().positive(),
  /** Identifies the same row in the next edition (a filing number, or name + place). Unique in the edition. */
  key: z.string().min(1),
  /** The row's own words, heading → cell, personal columns already dropped. */
  raw: z.record(z.string(), z.string()),
  /** Where the row differs from the descriptor: its own date, worth and public citation. */
  asOf: partialDate.optional(),
  evidenceKind: z.enum(evidenceKinds).optional(),
  cite: z.string().optional(),
};

const institutionRecordSchema = z.strictObject({
  ...recordBase,
  kind: z.literal('institution'),
  names: z.array(nameSchema),
  identifiers: z.array(identifierSchema),
  place: placeSchema.optional(),
  traits: traitsSchema.optional(),
  credentials: z.array(credentialSchema),
  /** Names of other institutions that are often taken for this one. A record that bears one of them is never joined with it. */
  notSameAs: z.array(z.string().min(1)).optional(),
  /**
   * Of a list of decisions (`presupposesLicence: 'by-row'`): true when this row records that a licence was granted, renewed
   * or passed its review by its date; false when it records anything else. Absent: the row does not say.
   */
  presupposesLicence: z.boolean().optional(),
});
/** A row about one institution: who it is, where, and what it holds. */
export type InstitutionRecord = Readonly<z.infer<typeof institutionRecordSchema>>;

const factRecordSchema = z.strictObject({
  ...recordBase,
  /**
   * A row about no institution in particular: a restricted or prohibited technology, a class of equipment, an approved
   * product, an accreditation scheme, a pilot area, a protected name word, a zone project without a named hospital.
   */
  kind: z.enum([
    'technology',
    'prohibition',
    'equipment',
    'product',
    'scheme',
    'area',
    'protected-word',
    'project',
  ]),
  code: z.string().min(1),
  title: z.strictObject({ zh: z.string().optional(), en: z.string().optional() }),
  validFrom: partialDate.optional(),
  validUntil: partialDate.optional(),
  detail: z.record(z.string(), z.string()),
});
export type FactRecord = Readonly<z.infer<typeof factRecordSchema>>;

export const sourceRecordSchema = z.discriminatedUnion('kind', [institutionRecordSchema, factRecordSchema]);
/** One row of a source, unmerged, its own words kept. */
export type SourceRecord = InstitutionRecord | FactRecord;

/** Trouble reading a source; never a statement about an institution. */
export type SourceIssue = {
  readonly kind: 'issue';
  readonly code:
    | 'leftover-column'
    | 'unknown-word'
    | 'unreadable-row'
    | 'bad-identifier'
    | 'bad-date'
    | 'missing-cell';
  readonly row: number | null;
  readonly column: string | null;
  readonly detail: string;
};
