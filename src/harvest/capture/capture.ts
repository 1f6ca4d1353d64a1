import type { PartialDate } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import type { Descriptor } from '../../../schema/source.ts';
import type { Ingest } from '../../store/ingest.ts';
import { earliest, shanghaiDay } from '../../text/dates.ts';
import type { Source } from '../catalogue.ts';
import { unacceptable } from '../gate/gate.ts';
import { type ReadEdition, type Received, readEdition } from '../read/read-edition.ts';
import { pagesOf } from './capture-pages.ts';
import { csvOf } from './capture-template.ts';
import { checkFields, plainDate } from './captured-fields.ts';
import type { Proof } from './proof.ts';
import { type ProofSearch, searchProof } from './search-proof.ts';

/** Thrown for a source whose rows are not captured, or not here; the message says what to do instead. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
}

/** What a person sends: the fields of one row, the page's own cut-off date, who looked, and the saved page. */
export type Captured = Readonly<{
  fields: Readonly<Record<string, string>>;
  asOf: string;
  by: string;
  proof: Proof | null;
  /** Why the row is right although the saved page shows another number; null lets such a page refuse it. */
  because?: string | null;
}>;

/** How one row would change: null before = new, equal = nothing changes. */
export type FieldChange = Readonly<{ column: string; before: string | null; after: string }>;

export type Prepared = Readonly<{
  problems: readonly string[];
  warnings: readonly string[];
  key: string | null;
  changes: readonly FieldChange[];
  /** Columns whose values the saved page does not show. */
  notInProof: readonly string[];
  /** Set when there are no problems: what recording it would write. */
  edition: Readonly<{ received: Received; read: ReadEdition; by: string; because: string | null }> | null;
}>;

type Needs = Readonly<{ store: Pick<Ingest, 'currentRecord'>; now: Date }>;

/** The fields a person is asked for. Throws CaptureError for sources nobody captures. */
export const captureFields = ({ id, how, capture }: Descriptor): readonly CaptureField[] => {
  if (how !== 'captured' || capture === undefined)
    throw new CaptureError(`${id} is ${how}, not captured; licet harvest ${id} reads it`);
  return capture.fields;
};

/** The same for sources whose rows may be recorded here. Throws CaptureError for registers of persons too, which have a store of their own. */
export const recordableFields = (descriptor: Descriptor): readonly CaptureField[] => {
  const fields = captureFields(descriptor);
  if (descriptor.gates.includes('practitioner'))
    throw new CaptureError(
      `${descriptor.id} is about persons, whose rows are kept apart: licet practitioner add`,
    );
  return fields;
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
  notInProof: [],
  edition: null,
});

/** What is wrong with the date of a row; empty when nothing is. */
const dateFault = (asOf: PartialDate | undefined, now: Date): readonly string[] => {
  if (asOf === undefined) return ['the cut-off date is missing; give the date the page itself prints'];
  return earliest(asOf) > shanghaiDay(now) ? [`the cut-off date ${asOf} lies in the future`] : [];
};

type Read = Omit<Prepared, 'edition' | 'notInProof'> & Readonly<{ read: ReadEdition | null }>;

const unread = (problems: readonly string[]): Read => ({
  problems,
  warnings: [],
  key: null,
  changes: [],
  read: null,
});

/** Reads the row with the source's own parser and compares it with the row that is known so far. */
const parseRow = async (source: Source, { store, now }: Needs, received: Received): Promise<Read> => {
  const read = await readEdition(source, received, now.toISOString()).catch((cause: unknown) =>
    String(cause),
  );
  if (typeof read === 'string') return unread([`the row cannot be read: ${read}`]);
  const warnings = read.issues.map(({ column, detail }) => `${column ?? 'row'}: ${detail}`);
  const [first] = read.records;
  if (first === undefined) return unread(['the row was not understood', ...warnings]);
  const { key, asOf } = first.record;
  const problems = [...dateFault(asOf, now), ...unacceptable(read.records.map(({ record }) => record))];
  const before = await store.currentRecord(source.descriptor.id, key);
  return { problems, warnings, key, changes: changesOf(before, first.record), read };
};

const insist = 'if the row is right all the same, record it with --force --because <why>';

/** What the saved page means for the row: values it does not show are warnings, another number in their place refuses the row unless forced. */
const proofFindings = (search: ProofSearch | null, forced: boolean) => {
  if (search === null) return { warnings: [], problems: [] };
  const { why, missing, contradictions } = search;
  const absent = missing.map((column) => `${column}: not found in the proof; compare it with the page again`);
  return {
    warnings: [...(why === null ? [] : [why]), ...absent, ...(forced ? contradictions : [])],
    problems: forced ? [] : contradictions.map((one) => `${one}; ${insist}`),
  };
};

const settle = (
  read: Read,
  fromProof: ReturnType<typeof proofFindings>,
  more: Readonly<{
    warnings: readonly string[];
    search: ProofSearch | null;
    received: Received;
    by: string;
    because: string | null;
  }>,
): Prepared => {
  const { received, by, because } = more;
  const problems = [...read.problems, ...fromProof.problems];
  return {
    problems,
    warnings: [...more.warnings, ...read.warnings, ...fromProof.warnings],
    key: read.key,
    changes: read.changes,
    notInProof: more.search?.missing ?? [],
    edition: problems.length > 0 || read.read === null ? null : { received, read: read.read, by, because },
  };
};

/**
 * Checks one captured row (fields, numbers, cross-checks, dates, the saved page, the source's own parser) and shows what would
 * change. Nothing is written. Throws CaptureError for a source nobody captures, and for registers of persons.
 */
export const prepareCapture = async (source: Source, needs: Needs, captured: Captured): Promise<Prepared> => {
  const { descriptor } = source;
  const fields = recordableFields(descriptor);
  const [page] = descriptor.pages;
  if (page === undefined) throw new CaptureError(`${descriptor.id} has no page`);
  const { row, problems, warnings } = checkFields(fields, captured.fields);
  const asOf = cutOff(captured.asOf);
  const by = captured.by.trim();
  const who = by.length < 2 ? ['who looked at the page is missing'] : [];
  if (Array.isArray(asOf)) return nothing([...problems, ...asOf, ...who], warnings);
  if (problems.length + who.length > 0) return nothing([...problems, ...who], warnings);
  const because = captured.because?.trim() || null;
  const { proof } = captured;
  const search = proof === null ? null : await searchProof(proof, fields, row, asOf);
  const columns = fields.map(({ column }) => column);
  const csv = csvOf(columns, [columns.map((column) => row[column] ?? '')]);
  const forced = because !== null;
  const received = pagesOf({ source: descriptor.id, page, csv, asOf, proof, search, forced, now: needs.now });
  const read = await parseRow(source, needs, received);
  return settle(read, proofFindings(search, forced), { warnings, search, received, by, because });
};
