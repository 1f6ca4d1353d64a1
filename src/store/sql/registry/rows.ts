import type { EvidenceRef } from '../../../../schema/institution.ts';
import type { SourceRecord } from '../../../../schema/record.ts';
import type { Transport } from '../../../../schema/snapshot.ts';
import type { Descriptor, ObtainedHow } from '../../../../schema/source.ts';

/** A record version joined with its page and editions, as SQL gives it. */
export type RecordRow = Readonly<{
  id: number;
  source: string;
  row: number;
  body: string;
  institution_id: string | null;
  last_generation: number | null;
  seen_last: number | null;
  sha256: string;
  retrieved_at: string;
  how: ObtainedHow;
  transport: Transport;
  first_as_of: string | null;
  last_as_of: string | null;
}>;

export const RECORD_COLUMNS = `r.id, r.source, r.row, r.body, r.institution_id, r.last_generation, r.seen_last,
  s.sha256, s.retrieved_at, s.how, s.transport, ef.as_of AS first_as_of, el.as_of AS last_as_of`;

export const RECORD_JOINS = `record r JOIN snapshot s ON s.id = r.snapshot
  JOIN edition ef ON ef.id = r.seen_first LEFT JOIN edition el ON el.id = r.seen_last`;

/** The record as its parser gave it. The row number lies beside the body, so that a moved row is no change. */
export const readRecord = (row: Pick<RecordRow, 'row' | 'body'>): SourceRecord => ({
  ...(JSON.parse(row.body) as SourceRecord),
  row: row.row,
});

/** Reads the record of a row. */
export type ReadsRecord = (row: Pick<RecordRow, 'id' | 'row' | 'body'>) => SourceRecord;

/** Records kept as read within one night: those touched are read when they are placed, linked and compiled. */
const KEPT = 2_000;

/** Reads records as `readRecord` does, each of the last ones once. For as long as no body of a row that was read is written. */
export const keptRecords = (): ReadsRecord => {
  const known = new Map<number, SourceRecord>();
  return (row) => {
    const before = known.get(row.id);
    if (before !== undefined) return before;
    const record = readRecord(row);
    if (known.size >= KEPT) known.clear();
    known.set(row.id, record);
    return record;
  };
};

/** The body as stored: everything but the row number. */
export const writeRecord = ({ row: _row, ...rest }: SourceRecord): string => JSON.stringify(rest);

/**
 * Evidence of one record version. While the row is on its list, its date moves with the newest edition:
 * `seenLast` (and `asOf`, unless the row states its own) stay null here and are filled when read. A row that the newest edition
 * missed for the first time keeps the date of the edition that last held it.
 */
export const evidenceOf = (
  row: RecordRow,
  record: SourceRecord,
  descriptor: Descriptor,
  current: boolean,
): EvidenceRef => {
  const follows = current && !(row.last_generation === null && row.seen_last !== null);
  return {
    source: row.source,
    kind: record.evidenceKind ?? descriptor.evidenceKind,
    how: row.how,
    asOf: record.asOf ?? (follows ? null : row.last_as_of),
    retrievedAt: row.retrieved_at,
    sha256: row.sha256,
    row: row.row,
    cite: record.cite ?? null,
    transport: row.transport,
    seenFirst: row.first_as_of,
    seenLast: follows ? null : row.last_as_of,
    current,
    ...(record.kind === 'institution' &&
      record.presupposesLicence !== undefined && { presupposesLicence: record.presupposesLicence }),
  };
};

/** Fills in the date of the newest edition where the evidence follows it. */
export const dated = (evidence: EvidenceRef, newest: string | null): EvidenceRef =>
  evidence.current
    ? { ...evidence, asOf: evidence.asOf ?? newest, seenLast: evidence.seenLast ?? newest }
    : evidence;
