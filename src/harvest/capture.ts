import { createHash } from 'node:crypto';
import type { PartialDate } from '../../schema/base.ts';
import type { SourceRecord } from '../../schema/record.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { CaptureField, Descriptor, Page } from '../../schema/source.ts';
import type { Archive } from '../archive/archive.ts';
import { earliest, shanghaiDay } from '../kit/dates.ts';
import type { Store } from '../store/store.ts';
import { checkFields, plainDate } from './captured-fields.ts';
import type { Source } from './catalogue.ts';
import { unacceptable } from './gate.ts';
import { type ReadEdition, type Received, readEdition } from './read-edition.ts';
import { acceptRead, type HarvestNeeds, type SourceReport } from './run.ts';

/** A capture that cannot be taken; the message says what would be right. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
}

/** A page as a person saved it: the proof of what was typed. */
export type Proof = Readonly<{ bytes: Uint8Array; contentType: string }>;

/** What a person brings: the fields of one row, the page's own cut-off date, who looked, and the saved page. */
export type Captured = Readonly<{
  fields: Readonly<Record<string, string>>;
  asOf: string;
  by: string;
  proof: Proof | null;
}>;

/** How one row would change: null before = new, equal = nothing changes. */
export type FieldChange = Readonly<{ column: string; before: string | null; after: string }>;

export type Prepared = Readonly<{
  problems: readonly string[];
  warnings: readonly string[];
  key: string | null;
  changes: readonly FieldChange[];
  /** Set when there are no problems: what recording it would write. */
  edition: Readonly<{ received: Received; read: ReadEdition; by: string }> | null;
}>;

type Needs = Readonly<{ store: Store; archive: Archive; now: Date }>;

/** The fields a person is asked for. Throws CaptureError for sources nobody captures. */
export const captureFields = ({ id, how, capture }: Descriptor): readonly CaptureField[] => {
  if (how !== 'captured' || capture === undefined)
    throw new CaptureError(`${id} is ${how}, not captured; licet harvest ${id} reads it`);
  return capture.fields;
};

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One row as the CSV page its parser reads. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const pagesOf = (
  source: Source,
  page: Page,
  captured: Captured,
  asOf: PartialDate | null,
  csv: string,
  now: Date,
) => {
  const instant = now.toISOString();
  const stamp = instant.replace(/\D/g, '');
  const bytes = new TextEncoder().encode(csv);
  const way = { source: source.descriptor.id, url: page.url, retrievedAt: instant } as const;
  const kept = { how: 'captured', transport: 'operator' } as const;
  const snapshot = (key: string, body: Uint8Array, contentType: string, details: Record<string, string>) =>
    ({
      ...way,
      ...kept,
      sha256: sha256Of(body),
      page: `${key}-${stamp}`,
      contentType,
      bytes: body.length,
      details,
    }) satisfies Snapshot;
  const { proof } = captured;
  const date = asOf === null ? {} : { asOf };
  const seen = proof === null ? {} : { proof: sha256Of(proof.bytes) };
  const row = snapshot(page.key, bytes, 'text/csv; charset=utf-8', { ...date, ...seen });
  return proof === null
    ? { snapshots: [row], bodies: [bytes] }
    : {
        snapshots: [row, snapshot('proof', proof.bytes, proof.contentType, date)],
        bodies: [bytes, proof.bytes],
      };
};

const changesOf = (before: SourceRecord | undefined, after: SourceRecord): readonly FieldChange[] =>
  Object.entries({ ...after.raw, 'cut-off date': after.asOf ?? '' }).map(([column, value]) => ({
    column,
    before:
      before === undefined
        ? null
        : column === 'cut-off date'
          ? (before.asOf ?? '')
          : (before.raw[column] ?? ''),
    after: value,
  }));

/** The date of the whole page; null when the row brings its own. */
const cutOff = (text: string): PartialDate | null | string[] => {
  if (text.trim() === '') return null;
  return (
    plainDate(text) ?? [`the cut-off date "${text}" is no date; give the one the page prints, 2026-11-20`]
  );
};

const nothing = (problems: readonly string[], warnings: readonly string[] = []): Prepared => ({
  problems,
  warnings,
  key: null,
  changes: [],
  edition: null,
});

/** Why the date of a row cannot stand. */
const dateFault = (asOf: PartialDate | undefined, now: Date): readonly string[] => {
  if (asOf === undefined) return ['the cut-off date is missing; give the date the page itself prints'];
  return earliest(asOf) > shanghaiDay(now) ? [`the cut-off date ${asOf} lies in the future`] : [];
};

/** Lets the source's own parser read the row, and compares it with what is known. */
const understand = async (
  source: Source,
  { store, now }: Needs,
  received: Received,
  by: string,
): Promise<Prepared> => {
  const read = await readEdition(source, received, now.toISOString()).catch((cause: unknown) =>
    String(cause),
  );
  if (typeof read === 'string') return nothing([`the row cannot be read: ${read}`]);
  const said = read.issues.map(({ column, detail }) => `${column ?? 'row'}: ${detail}`);
  const [first] = read.records;
  if (first === undefined) return nothing(['the row was not understood', ...said]);
  const { key, asOf } = first.record;
  const problems = [...dateFault(asOf, now), ...unacceptable(read.records.map(({ record }) => record))];
  const before = await store.currentRecord(source.descriptor.id, key);
  const edition = problems.length > 0 ? null : { received, read, by };
  return { problems, warnings: said, key, changes: changesOf(before, first.record), edition };
};

const knownFields = ({ descriptor }: Source): readonly CaptureField[] => {
  const fields = captureFields(descriptor);
  if (descriptor.gates.includes('practitioner'))
    throw new CaptureError(
      `${descriptor.id} is about persons, whose rows are kept apart: licet practitioner add`,
    );
  return fields;
};

/**
 * Checks one captured row (fields, numbers, cross-checks, dates, the source's own parser) and shows what would change.
 * Nothing is written. Throws CaptureError for a source nobody captures, and for registers of persons.
 */
export const prepareCapture = async (source: Source, needs: Needs, captured: Captured): Promise<Prepared> => {
  const fields = knownFields(source);
  const [page] = source.descriptor.pages;
  if (page === undefined) throw new CaptureError(`${source.descriptor.id} has no page`);
  const { row, problems, warnings } = checkFields(fields, captured.fields);
  const asOf = cutOff(captured.asOf);
  const who = captured.by.trim().length < 2 ? ['who looked at the page is missing'] : [];
  if (Array.isArray(asOf)) return nothing([...problems, ...asOf, ...who], warnings);
  if (problems.length + who.length > 0) return nothing([...problems, ...who], warnings);
  const columns = fields.map(({ column }) => column);
  const csv = csvOf(columns, [columns.map((column) => row[column] ?? '')]);
  const received = pagesOf(source, page, captured, asOf, csv, needs.now);
  const prepared = await understand(source, needs, received, captured.by.trim());
  return { ...prepared, warnings: [...warnings, ...prepared.warnings] };
};

/** Records a prepared row as an edition of its own: rows captured earlier stay. Its proof lies in the archive. */
export const recordCapture = (
  source: Source,
  needs: HarvestNeeds,
  { received, read, by }: NonNullable<Prepared['edition']>,
): Promise<SourceReport> => acceptRead(source, needs, received, read, { decidedBy: by });
