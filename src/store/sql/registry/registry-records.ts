import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { KnownRecord, PendingRecord } from '../../registry-writer.ts';
import type { Connection } from '../connection.ts';
import { evidenceOf, RECORD_COLUMNS, RECORD_JOINS, type ReadsRecord, type RecordRow } from './rows.ts';
import { standingOf } from './standing.ts';

const descriptorOf = (descriptors: ReadonlyMap<string, Descriptor>, source: string): Descriptor => {
  const descriptor = descriptors.get(source);
  if (descriptor === undefined) throw new Error(`source ${source} has records but no descriptor`);
  return descriptor;
};

type Row = Readonly<{ id: number; source: string; key: string; row: number; body: string }>;
type Earlier = Readonly<{ institution_id: string; misread: number }>;

/** Finds the last version of a row that was placed. A source that was never read before this generation has none, and is not asked for each of its rows. */
const earlierVersion = (db: Connection, next: number) => {
  // Written so that no index on institution_id fits: PostgreSQL would plan while it is empty, and read it whole for each row of the night.
  const version = db.prepare<[string, string, number], Earlier>(
    `SELECT institution_id, misread FROM record
     WHERE source = ? AND key = ? AND id <> ? AND coalesce(institution_id, '') <> '' AND misread <> 2 ORDER BY id DESC LIMIT 1`,
  );
  const edition = db.prepare<[string, number]>(
    'SELECT 1 FROM edition WHERE source = ? AND generation < ? LIMIT 1',
  );
  const before = new Map<string, boolean>();
  return async ({ source, key, id }: Row): Promise<Earlier | undefined> => {
    if (!before.has(source)) before.set(source, (await edition.get(source, next)) !== undefined);
    return before.get(source) === true ? version.get(source, key, id) : undefined;
  };
};

/** The rows reconcile has to place, best evidence first. */
export const pendingReader = (
  db: Connection,
  next: number,
  descriptors: ReadonlyMap<string, Descriptor>,
  recordIn: ReadsRecord,
) => {
  const ids = db
    .prepare<[number], number>(
      `SELECT id FROM record WHERE kind = 'institution' AND last_generation IS NULL AND
       (first_generation = ? OR institution_id IS NULL) ORDER BY rank, source, key`,
    )
    .pluck();
  const some = db.prepare<[string], Row>(
    `SELECT id, source, key, row, body FROM record
     WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each(?))`,
  );
  const earlier = earlierVersion(db, next);
  const read = async (row: Row): Promise<PendingRecord> => {
    const record = recordIn(row) as InstitutionRecord;
    const { id, source } = row;
    const standing = standingOf(record, descriptorOf(descriptors, source));
    const before = await earlier(row);
    return {
      id,
      source,
      record,
      ...standing,
      previous: before?.institution_id ?? null,
      misread: before?.misread === 1,
    };
  };
  return {
    pending: async () => ids.all(next),
    pendingRecords: async (asked: readonly number[]) => {
      const rows = new Map((await some.all(JSON.stringify(asked))).map((row) => [row.id, row]));
      const found: PendingRecord[] = [];
      for (const id of asked) {
        const row = rows.get(id);
        if (row === undefined) throw new Error(`record ${id} is not there`);
        found.push(await read(row));
      }
      return found;
    },
  };
};

/**
 * All readings of the rows of some institutions, those of institutions merged into them included. The ids lead: told that the institution is part of no
 * other, SQLite would go by the index over that through the whole registry.
 */
export const recordReader = (
  db: Connection,
  descriptors: ReadonlyMap<string, Descriptor>,
  recordIn: ReadsRecord,
) => {
  const rows = db.prepare<[{ ids: string }], RecordRow & Readonly<{ head: string }>>(
    `SELECT coalesce(i.merged_into, i.id) AS head, ${RECORD_COLUMNS} FROM (
       SELECT head.id, head.merged_into FROM json_each(:ids) asked CROSS JOIN institution head
         WHERE head.id = asked.value AND head.merged_into IS NULL
       UNION ALL SELECT id, merged_into FROM institution WHERE merged_into IN (SELECT value FROM json_each(:ids))
     ) i CROSS JOIN ${RECORD_JOINS} WHERE r.institution_id = i.id AND r.misread = 0`,
  );
  return async (institutions: readonly string[]): Promise<ReadonlyMap<string, readonly KnownRecord[]>> => {
    const found = new Map<string, KnownRecord[]>();
    for (const row of await rows.all({ ids: JSON.stringify(institutions) })) {
      const record = recordIn(row) as InstitutionRecord;
      const descriptor = descriptorOf(descriptors, row.source);
      const evidence = evidenceOf(row, record, descriptor, row.last_generation === null);
      const known = found.get(row.head) ?? [];
      known.push({ id: row.id, record, evidence });
      found.set(row.head, known);
    }
    return found;
  };
};
