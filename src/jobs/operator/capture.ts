import { createHash } from 'node:crypto';
import type { CaptureField } from '../../../schema/capture-field.ts';
import { ShapeError } from '../../../schema/source.ts';
import { type FieldError, LicetError } from '../../errors.ts';
import { readBulkRows } from '../../harvest/capture/bulk-rows.ts';
import { type Proof, sniffProof } from '../../harvest/capture/proof.ts';
import { type Looked, lookAtCaptures } from '../../harvest/capture/record-captures.ts';
import { CaptureError, recordableFields } from '../../harvest/capture/recordable-fields.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type {
  CaptureAnswer,
  CaptureOrder,
  LookedRow,
  PendingAnswer,
  PendingOrder,
  Upload,
} from '../../http/operator/jobs.ts';
import { personalNumberIn } from '../../identifiers/personal-number.ts';
import type { Act } from '../../store/operators.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { capturedRows, takeCapture } from '../captures/record-rows.ts';
import { decidePending } from '../captures/second-person.ts';
import { type JobNeeds, pick, recordNeeds } from './needs.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refuseCapture = (fields: readonly FieldError[]): never => {
  const [first] = fields;
  throw new LicetError('LICET_CAPTURE_REFUSED', `${first?.field} ${first?.problem}.`, fields);
};

const proofOf = (page: Upload | null): Proof | null => {
  if (page === null) return null;
  const sniffed = sniffProof(page.bytes, page.file);
  if ('proof' in sniffed) return sniffed.proof;
  const expected = 'the saved page as .html, .pdf or .png, or its text as .txt';
  return refuseCapture([{ field: '/page', problem: sniffed.fault, expected }]);
};

/** The page that was sent, or that an earlier step kept. */
const pageOf = async ({ archive }: JobNeeds, { page, kept }: CaptureOrder): Promise<Upload | null> => {
  if (kept == null) return page;
  const bytes = await archive.get(kept.sha256);
  if (bytes !== undefined) return { bytes, file: kept.file };
  const expected = 'the saved page once more';
  return refuseCapture([{ field: '/page', problem: 'is not kept any more', expected }]);
};

/** The bulk file that was sent, or that an earlier step kept. */
const bulkOf = async ({ archive }: JobNeeds, { bulk, keptBulk }: CaptureOrder): Promise<Upload | null> => {
  if (keptBulk == null) return bulk;
  const bytes = await archive.get(keptBulk.sha256);
  if (bytes !== undefined) return { bytes, file: keptBulk.file };
  return refuseCapture([{ field: '/file', problem: 'is not kept any more', expected: 'the file once more' }]);
};

/** Keeps a bulk file for the next step; one that holds a number that says who somebody is is kept nowhere. */
const keepBulk = async (
  { archive }: JobNeeds,
  { bytes }: Upload,
  rows: readonly Readonly<{ fields: Readonly<Record<string, string>> }>[],
): Promise<string | null> =>
  rows.some(({ fields }) => Object.values(fields).some((one) => personalNumberIn(one) !== null))
    ? null
    : archive.put(bytes);

/** The rows of an order. What is typed without a day was looked at today; of a file nobody knows when its rows were looked at. */
const rowsOf = (order: CaptureOrder, fields: readonly CaptureField[], today: string) => {
  const asked = order.lookedOn || null;
  if (order.bulk === null)
    return order.rows.map((row, at) => ({ ...row, lookedOn: asked ?? today, row: at + 1 }));
  try {
    return readBulkRows(order.bulk.bytes, fields).map((row) => ({ ...row, lookedOn: row.lookedOn || asked }));
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const expected = 'a CSV or XLSX file with the columns of the template';
    return refuseCapture([{ field: '/file', problem: cause.message, expected }]);
  }
};

const shownRow = ({ row, prepared }: Looked): LookedRow => {
  const { edition, problems, warnings, key, changes, notInProof, read, dated } = prepared;
  const sha256 = edition?.received.snapshots[0]?.sha256 ?? null;
  const state = edition === null ? 'not-taken' : 'good';
  return { row, state, key, problems, warnings, notInProof, read, dated, changes, sha256 };
};

/** How many problems of a file one refusal names. */
const MOST_NAMED = 100;

/** A problem of a row with a JSON pointer to the field it is about; the field's name is taken out of the problem's text. */
const pointTo = (
  order: CaptureOrder,
  columns: readonly string[],
  row: number,
  problem: string,
): FieldError => {
  const column = columns.find((one) => problem.startsWith(`${one}:`) || problem.startsWith(`${one} `));
  const of = order.bulk !== null ? `/file/${row}` : order.rows.length > 1 ? `/rows/${row - 1}` : '';
  if (column === undefined) return { field: of, problem };
  const at = order.bulk === null ? `/fields/${column}` : `/${column}`;
  return { field: `${of}${at}`, problem: problem.slice(column.length).replace(/^:?\s+/, '') };
};

const refuseRows = (order: CaptureOrder, columns: readonly string[], looked: readonly Looked[]): never =>
  refuseCapture(
    looked
      .flatMap(({ row, prepared }) => prepared.problems.map((one) => pointTo(order, columns, row, one)))
      .slice(0, MOST_NAMED),
  );

const fieldsOf = (source: Source): readonly CaptureField[] => {
  try {
    return recordableFields(source.descriptor);
  } catch (cause) {
    throw cause instanceof CaptureError ? new LicetError('LICET_NOT_CAPTURED', `${cause.message}.`) : cause;
  }
};

const shownProof = (proof: Proof | null): CaptureAnswer['proof'] =>
  proof === null
    ? null
    : { sha256: sha256Of(proof.bytes), contentType: proof.contentType, bytes: proof.bytes.length };

/**
 * Checks what an operator sent and, unless it is a dry run, records it as one run: all rows, or with `partial` the good ones. What turns an
 * answer into a no waits for a second person. Throws
 * LICET_CAPTURE_REFUSED, which names what is wrong with each row, and LICET_NOT_CAPTURED for other sources.
 */
export const doCapture = async (
  needs: JobNeeds,
  { act, ...given }: CaptureOrder & Readonly<{ act: Act }>,
): Promise<CaptureAnswer> => {
  const source = pick(needs, given.source);
  const order = { ...given, bulk: await bulkOf(needs, given) };
  const asked = fieldsOf(source);
  const columns = asked.map(({ column }) => column);
  const now = new Date(act.at);
  const proof = proofOf(await pageOf(needs, order));
  if (proof !== null && order.keepPage === true) await needs.archive.put(proof.bytes);
  const rows = rowsOf(order, asked, shanghaiDay(now)).map(({ asOf, ...row }) => ({
    ...row,
    asOf: asOf || order.asOf,
    read: order.read === true,
  }));
  const bulk =
    order.keepBulk === true && order.bulk !== null
      ? { sha256: await keepBulk(needs, order.bulk, rows) }
      : null;
  const sent = { source, rows, proof, by: act.operator, because: order.because, at: now };
  const looked = await lookAtCaptures(source, { store: needs.store, now }, capturedRows(sent));
  const good = looked.filter(({ prepared }) => prepared.edition !== null);
  const enough = good.length === looked.length || (order.partial && good.length > 0);
  if (!order.dryRun && !enough) refuseRows(order, columns, looked);
  const { answers, pending, report } = await takeCapture(recordNeeds(needs, now), sent, good, !order.dryRun);
  return {
    source: order.source,
    recorded: report !== null,
    by: act.operator,
    at: act.at,
    rows: looked.map(shownRow),
    proof: shownProof(proof),
    answers,
    pending,
    ...(bulk === null ? {} : { bulk }),
    run: report?.id ?? null,
    generation: report?.generation ?? needs.store.reader().generation,
  };
};

/** A second person's decision about a capture that waits; see `decidePending`. */
export const doDecidePending = async (
  needs: JobNeeds,
  { act, id, decision }: PendingOrder & Readonly<{ act: Act }>,
): Promise<PendingAnswer> => {
  const at = new Date(act.at);
  const look = { id, by: act.operator, at, decision };
  const { waiting, report } = await decidePending(recordNeeds(needs, at), (one) => pick(needs, one), look);
  return {
    id,
    decision: decision.is,
    source: waiting.source,
    by: act.operator,
    at: act.at,
    run: report?.id ?? null,
    generation: report?.generation ?? needs.store.reader().generation,
  };
};
