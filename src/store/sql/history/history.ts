import type { SourceRecord } from '../../../../schema/record.ts';
import type { Snapshot } from '../../../../schema/snapshot.ts';
import type { PastEdition, PastGeneration } from '../../history.ts';
import type { Connection } from '../connection.ts';
import { readSnapshot, SNAPSHOT, type SnapshotRow } from '../ingest/snapshots.ts';
import { descriptorsAt } from '../ingest/sources.ts';
import { withdrawalsOf } from '../ingest/withdraw.ts';
import { judgementsOf } from '../registry/judgements.ts';
import { readRecord } from '../registry/rows.ts';

type EditionRow = Omit<PastEdition, 'snapshots'>;

const editionsOf = async (db: Connection, generation: number): Promise<readonly PastEdition[]> => {
  const pages = db.prepare<[number], SnapshotRow>(
    `SELECT ${SNAPSHOT} FROM edition_snapshot e JOIN snapshot s ON s.id = e.snapshot
     WHERE e.edition = ? ORDER BY e.position`,
  );
  const editions = await db
    .prepare<[number], EditionRow>(
      `SELECT id, generation, source, as_of AS asOf, accepted_at AS acceptedAt, reading FROM edition
       WHERE generation = ? ORDER BY id`,
    )
    .all(generation);
  const found: PastEdition[] = [];
  for (const edition of editions)
    found.push({ ...edition, snapshots: (await pages.all(edition.id)).map(readSnapshot) });
  return found;
};

/** Every published generation up to `last`, oldest first, with what a replay needs of it. */
export const pastGenerations = async (db: Connection, last: number): Promise<readonly PastGeneration[]> => {
  const generations = await db
    .prepare<[number], Pick<PastGeneration, 'number' | 'at' | 'code' | 'registryHash'>>(
      'SELECT number, at, code, registry_hash AS registryHash FROM generation WHERE number <= ? ORDER BY number',
    )
    .all(last);
  const found: PastGeneration[] = [];
  for (const one of generations)
    found.push({
      ...one,
      editions: await editionsOf(db, one.number),
      descriptors: await descriptorsAt(db, one.number),
      judgements: await judgementsOf(db, one.number),
      withdrawals: await withdrawalsOf(db, one.number),
    });
  return found;
};

/** A row as it stands on its list now, by its key. */
export const currentRecord = async (
  db: Connection,
  source: string,
  key: string,
): Promise<SourceRecord | undefined> => {
  const row = await db
    .prepare<[string, string], { row: number; body: string }>(
      'SELECT row, body FROM record WHERE source = ? AND key = ? AND last_generation IS NULL',
    )
    .get(source, key);
  return row === undefined ? undefined : readRecord(row);
};

/** Every page ever kept, oldest first. */
export const allSnapshots = async (db: Connection): Promise<readonly Snapshot[]> =>
  (await db.prepare<[], SnapshotRow>(`SELECT ${SNAPSHOT} FROM snapshot s ORDER BY s.id`).all()).map(
    readSnapshot,
  );
