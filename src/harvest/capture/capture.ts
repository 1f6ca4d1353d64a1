import type { PartialDate } from '../../../schema/base.ts';
import type { CaptureField } from '../../../schema/capture-field.ts';
import type { SourceRecord } from '../../../schema/record.ts';
import { ShapeError } from '../../../schema/source.ts';
import type { Ingest } from '../../store/ingest.ts';
import { earliest, shanghaiDay } from '../../text/dates.ts';
import type { Source } from '../catalogue.ts';
import { unacceptable } from '../gate/gate.ts';
import { recordsOf } from '../read/packed-rows.ts';
import { type ReadEdition, type Received, readEdition } from '../read/read-edition.ts';
import { type Dated, dateOfCapture } from './capture-date.ts';
import { pagesOf } from './capture-pages.ts';
import { csvOf } from './capture-template.ts';
import { checkFields } from './captured-fields.ts';
import { fillFromPage } from './fill-from-page.ts';
import { pictureText } from './picture-text.ts';
import type { Proof } from './proof.ts';
import { type ProofText, proofText } from './proof-text.ts';
import { proposeFields, type ReadField, readProofFields, statedDays } from './read-proof-fields.ts';
import { CaptureError, recordableFields } from './recordable-fields.ts';
import { type ProofSearch, searchProof } from './search-proof.ts';

/** What a person sends: the fields of one row, the page's own cut-off date ('' where none is typed), who looked, and the saved page. */
export type Captured = Readonly<{
  fields: Readonly<Record<string, string>>;
  asOf: string;
  /** The day somebody looked, which dates the row where nothing else does; null where it is not known. */
  lookedOn: string | null;
  /** Fields that were not typed are read off the saved page. */
  read: boolean;
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
  /** What the saved page shows, field by field; empty where it was not read. */
  read: readonly ReadField[];
  /** The day the row is judged by; null where it was not understood so far. */
  dated: Readonly<{ asOf: PartialDate; from: Dated['from'] | 'row' }> | null;
  /** Set when there are no problems: what recording it would write. */
  edition: Readonly<{ received: Received; read: ReadEdition; by: string; because: string | null }> | null;
}>;

type Needs = Readonly<{ store: Pick<Ingest, 'currentRecord'>; now: Date }>;

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

const nothing = (found: Pick<Prepared, 'problems' | 'warnings' | 'read'>): Prepared => ({
  ...found,
  key: null,
  changes: [],
  notInProof: [],
  dated: null,
  edition: null,
});

/** What is wrong with the date of a row; empty when nothing is. */
const dateFault = (asOf: PartialDate | undefined, now: Date): readonly string[] => {
  if (asOf === undefined)
    return ['the day is missing; say when the page was looked at, or give the date the page itself prints'];
  return earliest(asOf) > shanghaiDay(now) ? [`the cut-off date ${asOf} lies in the future`] : [];
};

type Read = Pick<Prepared, 'problems' | 'warnings' | 'key' | 'changes'> &
  Readonly<{ edition: ReadEdition | null; asOf: PartialDate | null }>;

const unread = (problems: readonly string[]): Read => ({
  problems,
  warnings: [],
  key: null,
  changes: [],
  edition: null,
  asOf: null,
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
  const problems = [...dateFault(asOf, now), ...unacceptable(recordsOf(read.records))];
  const before = await store.currentRecord(source.descriptor.id, key);
  const changes = changesOf(before, first.record);
  return { problems, warnings, key, changes, edition: read, asOf: asOf ?? null };
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

/** The fields as the page shows them; as a picture seems to show them, they are proposed. */
const readFields = async (
  fields: readonly CaptureField[],
  page: ProofText | null,
  proof: Proof | null,
): Promise<readonly ReadField[]> => {
  if (page !== null) return readProofFields(page.parts, page.words, fields);
  const picture = proof === null ? null : await pictureText(proof);
  return picture === null ? [] : proposeFields(picture.parts, picture.words, fields);
};

/** What is sent, together with what the saved page shows and the day the row is judged by. */
const fillIn = async (fields: readonly CaptureField[], captured: Captured, now: Date) => {
  const text = captured.proof === null ? null : await proofText(captured.proof);
  const page = text === null || text instanceof ShapeError ? null : text;
  const read = captured.read ? await readFields(fields, page, captured.proof) : [];
  const checked = checkFields(fields, fillFromPage(captured.fields, read), read);
  const dated = dateOfCapture({
    fields,
    row: checked.row,
    asOf: captured.asOf,
    lookedOn: captured.lookedOn,
    stated: page === null ? null : statedDays(page.words),
    today: shanghaiDay(now),
  });
  return { ...checked, row: { ...checked.row, ...dated.fill }, read, dated };
};

/**
 * Checks one captured row (fields, numbers, cross-checks, dates, the saved page, the source's own parser) and shows what would
 * change. Nothing is written. Throws CaptureError for a source nobody captures, and for registers of persons.
 */
export const prepareCapture = async (source: Source, needs: Needs, captured: Captured): Promise<Prepared> => {
  const { descriptor } = source;
  const { now } = needs;
  const fields = recordableFields(descriptor);
  const [page] = descriptor.pages;
  if (page === undefined) throw new CaptureError(`${descriptor.id} has no page`);
  const { row, read, dated, problems, warnings } = await fillIn(fields, captured, now);
  const by = captured.by.trim();
  const who = by.length < 2 ? ['who looked at the page is missing'] : [];
  const wrong = [...problems, ...dated.problems, ...who];
  if (wrong.length > 0) return nothing({ problems: wrong, warnings, read });
  const because = captured.because?.trim() || null;
  const { proof } = captured;
  // The day of the look is no value of the page, and is not looked for in it.
  const shownDay = dated.from === 'look' ? null : dated.asOf;
  const search = proof === null ? null : await searchProof(proof, fields, row, shownDay);
  const columns = fields.map(({ column }) => column);
  const csv = csvOf(columns, [columns.map((column) => row[column] ?? '')]);
  const { asOf, from, details } = dated;
  const forced = because !== null;
  const received = pagesOf({ source: descriptor.id, page, csv, asOf, details, proof, search, forced, now });
  const parsed = await parseRow(source, needs, received);
  const proofSays = proofFindings(search, forced);
  const refused = [...parsed.problems, ...proofSays.problems];
  const { key, changes, edition } = parsed;
  return {
    problems: refused,
    warnings: [...warnings, ...dated.warnings, ...parsed.warnings, ...proofSays.warnings],
    key,
    changes,
    notInProof: search?.missing ?? [],
    read,
    dated: parsed.asOf === null ? null : { asOf: parsed.asOf, from: from === 'none' ? 'row' : from },
    edition: refused.length > 0 || edition === null ? null : { received, read: edition, by, because },
  };
};
