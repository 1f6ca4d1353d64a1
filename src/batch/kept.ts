import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { languages } from '../../schema/base.ts';
import { batchFields } from '../../schema/lexicon/batch-headings.ts';
import { keptResult, type RowResult } from './answer/result.ts';
import type { ListRow } from './list.ts';
import { type Counts, countsShape, noCounts } from './write/summary.ts';

const line = z.strictObject({ line: z.int(), hidden: z.boolean(), cells: z.array(z.string()) });

/** What is kept of a list besides its rows. */
const keptAbout = z.strictObject({
  file: z.string(),
  lang: z.enum(languages),
  tables: z.array(
    z.strictObject({
      sheet: z.string().nullable(),
      hidden: z.boolean(),
      above: z.array(line),
      heading: z.array(z.string()),
      headingLine: z.int(),
      mapping: z.partialRecord(z.enum(batchFields), z.int()),
      /** Lists that were handed in before these were kept have none. */
      further: z.array(z.tuple([z.enum(batchFields), z.int()])).default([]),
      marks: z.array(z.int()).default([]),
      unread: z.array(z.int()).default([]),
    }),
  ),
  notes: z.array(z.string()),
  /** Lists that were handed in before this was kept have none. */
  text: z
    .strictObject({
      delimiter: z.string(),
      sep: z.boolean(),
      lineEnd: z.enum(['\r\n', '\n', '\r']),
      utf16: z.boolean(),
    })
    .nullable()
    .default(null),
  /** What every row asks where its own cell says nothing. */
  defaults: z.strictObject({
    service: z.string().optional(),
    claim: z.array(z.string()).optional(),
    asOf: z.string().optional(),
  }),
});
export type KeptAbout = Readonly<z.infer<typeof keptAbout>>;

/** What all answers of a list rest on. */
const listBasis = z.strictObject({ generation: z.int(), asOf: z.string(), policyVersion: z.string() });
type ListBasis = Readonly<z.infer<typeof listBasis>>;

const rows = z.array(line.extend({ table: z.int() }));
const results = z.array(keptResult);

const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 4 });
const unpack = <T extends z.ZodType>(shape: T, bytes: Uint8Array): z.output<T> =>
  shape.parse(JSON.parse(gunzipSync(bytes).toString()));

/** Rows and results of a part as bytes, a tenth of their size; and back. */
export const packRows = (part: readonly ListRow[]): Uint8Array => pack(part);
export const unpackRows = (bytes: Uint8Array): readonly ListRow[] => unpack(rows, bytes);
export const packResults = (part: readonly RowResult[]): Uint8Array => pack(part);
export const unpackResults = (bytes: Uint8Array): readonly RowResult[] => unpack(results, bytes);

export const readAbout = (text: string): KeptAbout => keptAbout.parse(JSON.parse(text));
export const readBasis = (text: string | null): ListBasis | null =>
  text === null ? null : listBasis.parse(JSON.parse(text));
/** The counts kept with a part; none before the first. */
export const readCounts = (text: string | null): Counts =>
  text === null ? noCounts : countsShape.parse(JSON.parse(text));
