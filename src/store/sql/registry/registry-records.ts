import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { KnownRecord, PendingRecord } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';
import { evidenceOf, RECORD_COLUMNS, RECORD_JOINS, type RecordRow, readRecord } from './rows.ts';
import { isOfficial } from './statements.ts';

const descriptorOf = (descriptors: ReadonlyMap<string, Descriptor>, source: string): Descriptor => {
  const descriptor = descriptors.get(source);
  if (descriptor === undefined) throw new Error(`source ${source} has records but no descriptor`);
  return descriptor;
};

/** The rows reconcile has to place, best evidence first. */
export const pendingReader = (db: Connection, next: number, descriptors: ReadonlyMap<string, Descriptor>) => {
  const ids = db
    .prepare<[number], number>(
      `SELECT id FROM record WHERE kind = 'institution' AND last_generation IS NULL AND
       (first_generation = ? OR institution_id IS NULL) ORDER BY rank, source, key`,
    )
    .pluck();
  const one = db.prepare<[number], { id: number; source: string; key: string; row: number; body: string }>(
    'SELECT id, source, key, row, body FROM record WHERE id = ?',
  );
  // Written so that no index on institution_id fits: PostgreSQL would plan while it is empty, and read it whole for each row of the night.
  const earlier = db.prepare<[string, string, number], { institution_id: string; misread: number }>(
    `SELECT institution_id, misread FROM record
     WHERE source = ? AND key = ? AND id <> ? AND coalesce(institution_id, '') <> '' AND misread <> 2 ORDER BY id DESC LIMIT 1`,
  );
  const read = async (id: number): Promise<PendingRecord> => {
    const row = await one.get(id);
    if (row === undefined) throw new Error(`record ${id} is not there`);
    const record = readRecord(row) as InstitutionRecord;
    const kind = record.evidenceKind ?? descriptorOf(descriptors, row.source).evidenceKind;
    const before = await earlier.get(row.source, row.key, id);
    const previous = before?.institution_id ?? null;
    const misread = before?.misread === 1;
    return { id, source: row.source, record, official: isOfficial(kind), previous, misread };
  };
  return { pending: async () => ids.all(next), pendingRecord: async (id: number) => read(id) };
};

/** All readings of an institution's rows, those of institutions merged into it included. */
export const recordReader = (db: Connection, descriptors: ReadonlyMap<string, Descriptor>) => {
  const rows = db.prepare<[string, string], RecordRow>(
    `SELECT ${RECORD_COLUMNS} FROM ${RECORD_JOINS}
     WHERE r.misread = 0 AND r.institution_id IN
       (SELECT id FROM institution WHERE id = ? AND merged_into IS NULL UNION ALL SELECT id FROM institution WHERE merged_into = ?)
 `,
  );
  return async (institution: string): Promise<readonly KnownRecord[]> =>
    (await rows.all(institution, institution)).map((row) => {
      const record = readRecord(row) as InstitutionRecord;
      const descriptor = descriptorOf(descriptors, row.source);
      const evidence = evidenceOf(row, record, descriptor, row.last_generation === null);
      return { id: row.id, record, evidence };
    });
};
