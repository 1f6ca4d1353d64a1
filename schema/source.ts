import { z } from 'zod';
import { ageRules } from './age-rules.ts';
import { bilingual, day, type PartialDate, partialDate } from './base.ts';
import { captureFieldSchema } from './capture-field.ts';
import type { SourceIssue, SourceRecord } from './record.ts';
import { sourceKeySchema } from './source-key.ts';

/**
 * What a piece of evidence is worth (verdict.md §2).
 * `law` is the text of a law, catalogue or notice: it says what is forbidden or restricted, never who is licensed.
 */
export const evidenceKinds = [
  'primary-register',
  'official-list',
  'law',
  'issuer-notice',
  'foreign-government-list',
  'holder-claim',
  'press',
  'directory',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Kinds that come from an authority and may therefore decide a `met` or a `not-met`. */
export const authoritativeKinds: readonly EvidenceKind[] = ['primary-register', 'official-list', 'law'];

/** How the bytes reached us: fetched by Licet, captured by a person, or bundled with the product. */
export const obtainedHow = ['fetched', 'captured', 'bundled'] as const;
export type ObtainedHow = (typeof obtainedHow)[number];

export const completeness = ['complete', 'partial', 'historical'] as const;

export const sourceId = z
  .string()
  .regex(/^(cn|intl)(-[a-z0-9]+)+$/)
  .describe('Source id = folder name: cn-<place or body>-<list> or intl-<body>-<list>');

/** One page of a source: a bundled file, or an address that the fetch room reads. */
const pageSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  /** The public address of the list, shown to readers; for bundled files the place the facts were published. */
  url: z.url(),
  /** Path below the source folder, for bundled pages. */
  file: z.string().optional(),
  /**
   * The way from `url` to the page itself, for lists whose address changes with every edition: link after link, each the
   * first (or the `nth`) on its page whose text or address matches the pattern (a regular expression).
   */
  follow: z
    .array(z.strictObject({ link: z.string().min(1), nth: z.number().int().positive().optional() }))
    .optional(),
  /** A list handed out in pages: the parameter that counts them from 1, the rows a page holds, the member with the total. */
  paging: z
    .strictObject({
      parameter: z.string().min(1),
      size: z.number().int().positive(),
      sizeParameter: z.string().min(1).optional(),
      total: z.string().min(1),
    })
    .optional(),
  /** Asked once for each institution, or each id the operator names: the word put in the place of `{name}` in `url`. */
  askFor: z.enum(['institution-name', 'institution-name-en', 'operator-id']).optional(),
});
export type Page = Readonly<z.infer<typeof pageSchema>>;

const formats = ['csv', 'html', 'xlsx', 'xls', 'docx', 'pdf', 'json', 'zip'] as const;

/** What the gate demands of an edition before it is accepted. */
const expectSchema = z.strictObject({
  rows: z.strictObject({ min: z.number().int().nonnegative(), max: z.number().int().positive() }),
  /** Share of records (0–1) in which a raw column must be filled. */
  fill: z.record(z.string(), z.number().min(0).max(1)).optional(),
  /** Raw columns whose values must not repeat. */
  unique: z.array(z.string()).optional(),
  /** A raw column and a value that must be present: if it is gone, the page has changed. */
  canary: z.strictObject({ column: z.string(), value: z.string() }).optional(),
  /** Largest fall in rows against the last good edition, as a share (0.1 = 10 %). */
  maxDrop: z.number().min(0).max(1).default(0.1),
  /**
   * Where a row makes `confirmed`: every row that is gone or bears another name waits for a second page that says the same, however
   * few they are.
   */
  losses: z.literal('second-look').optional(),
  /** The page prints how many rows it holds, and they must agree: 共18家 for the whole page, or 北京市（18家） a province. */
  totals: z.enum(['whole', 'by-province']).optional(),
});
export type Expect = z.infer<typeof expectSchema>;

export const descriptorSchema = z.strictObject({
  id: sourceId,
  title: bilingual,
  authority: bilingual,
  pages: z.array(pageSchema).min(1),
  format: z.enum(formats),
  how: z.enum(obtainedHow),
  /** The recorded exception of a source whose authority offers plain HTTP only; without it only https is opened. */
  plainHttp: z.literal(true).optional(),
  evidenceKind: z.enum(evidenceKinds),
  /** The gates this list speaks about; their question "is absence a no?" is answered by `absence`. */
  gates: z.array(z.string()),
  completeness: z.enum(completeness),
  /** What it means that an institution is not on the list. `not-met` only for complete prior-approval lists. */
  absence: z.enum(['not-met', 'unknown']),
  absenceNote: bilingual,
  /** The place a list is limited to; absent for nation-wide lists. Absence says nothing of institutions elsewhere. */
  coversOnly: z.strictObject({ province: z.string(), city: z.string().optional() }).optional(),
  /**
   * True where being listed presupposes a practice licence (e.g. 药物临床试验机构管理规定 art. 5). `by-row` for lists of decisions:
   * each row says for itself whether it records a licence (`presupposesLicence` of the record).
   */
  presupposesLicence: z.union([z.boolean(), z.literal('by-row')]).default(false),
  /** The date the list itself states, where it is the same for all rows; records may carry their own. */
  asOf: partialDate.nullable(),
  /** Days after `asOf` for which the list may still decide; null for texts of law that stay until repealed. */
  freshnessDays: z.number().int().positive().nullable(),
  /** What that limit rests on (schema/lexicon/source-notes.json, `ages`): every source of ours says it. */
  agesBy: z.enum(ageRules).optional(),
  /** How often we look, as a cron expression in Asia/Shanghai; null for bundled facts. */
  cadence: z.string().nullable(),
  rights: z.strictObject({
    licence: z.string().min(1),
    attribution: z.string().min(1),
    /** What may be shown again: the bytes, single rows, or metadata only. */
    redistribute: z.enum(['bytes', 'rows', 'metadata']),
  }),
  expect: expectSchema,
  /** The day an operator last saw the live page agree with this descriptor; null = never. */
  confirmedLive: day.nullable(),
  /** Where a reader can look personally, and what to type there. */
  checkYourself: z.strictObject({ url: z.url(), type: bilingual }).nullable(),
  notes: bilingual.optional(),
  /**
   * What dates an edition whose descriptor has no `asOf`: the date its page prints (the rows carry it), or the day it was read,
   * for query pages that show the state of the day. `printed` when left out.
   */
  dated: z.enum(['printed', 'when-read']).optional(),
  /**
   * True where rows are events or single looks (notices, searches by name, captures): one that is not on the newest page
   * still holds, so nothing is ever taken for removed.
   */
  accumulates: z.literal(true).optional(),
  /** Sources that copy one and the same list share this word: the newest edition among them speaks, the others are history. */
  sameList: z.string().min(1).optional(),
  /** An interface that wants a key: off until the operator sets its variable. */
  key: sourceKeySchema.optional(),
  /** For captured sources: the fields a person reads off the page; the kept body is CSV with these columns. */
  capture: z.strictObject({ fields: z.array(captureFieldSchema).min(1) }).optional(),
});
/** What a source folder states about itself, in `source.ts`, before any code runs. */
export type Descriptor = Readonly<z.infer<typeof descriptorSchema>>;
/** The same as written by hand, defaults still open. */
export type DescriptorInput = z.input<typeof descriptorSchema>;

/** One page handed to a parser. */
export type ParseInput = {
  readonly page: Page;
  readonly body: Uint8Array;
  readonly source: Descriptor;
};

/**
 * A page split into rows before any row is read, so that a night reads only the rows whose text it has not read before. Rows of
 * equal text under an equal context give the same record, but for the row's number and the page's own date.
 */
export type RowWisePage = Readonly<{
  /** All that decides how a row is read besides its own text: the headings, and what rows are compared with each other for. */
  context: string;
  /** The date that every row of the page is given; left out where rows date themselves, or nothing does. */
  asOf?: PartialDate | undefined;
  /** What is wrong with the page as a whole. */
  issues: readonly SourceIssue[];
  /** How many rows it has. */
  rows: number;
  /** The whole text of a row; `at` counts from 0. */
  text(at: number): string | Uint8Array;
  /** Bytes of rows that follow one another, which say, under this context, the text of each; `signOf`: a number that a row's text decides. */
  together?: Readonly<{ signOf(at: number): number; bytes(from: number, to: number): Uint8Array }>;
  /** Reads one row. */
  read(at: number): Iterable<SourceRecord | SourceIssue>;
}>;

/**
 * One pure generator per source: body → records, and an issue for everything it could not read.
 * It throws only when the page has another shape than the descriptor promises (`ShapeError`).
 */
export type Parse = {
  (input: ParseInput): Iterable<SourceRecord | SourceIssue> | AsyncIterable<SourceRecord | SourceIssue>;
  /** The same in two steps, where the source can (src/readers/lists/row-wise-parser.ts). */
  readonly rowWise?: (input: ParseInput) => RowWisePage;
};

/** A page that is not what the descriptor promises: the run is refused, nothing is guessed. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.detail = detail;
  }
}
