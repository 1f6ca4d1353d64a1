import type { SourceRecord } from '../../../../schema/record.ts';
import type { Snapshot } from '../../../../schema/snapshot.ts';
import type { PastEdition, PastGeneration } from '../../history.ts';
import type { Connection } from '../connect.ts';
import { readSnapshot, SNAPSHOT, type SnapshotRow } from '../ingest/snapshots.ts';
import { descriptorsAt } from '../ingest/sources.ts';
import { withdrawalsOf } from '../ingest/withdraw.ts';
import { judgementsOf } from '../registry/judgements.ts';
import { readRecord } from '../registry/rows.ts';

type EditionRow = Omit<PastEdition, 'snapshots'>;

const editionsOf = (db: Connection, generation: number): readonly PastEdition[] => {
  const pages = db.prepare<[number], SnapshotRow>(
    `SELECT ${SNAPSHOT} FROM edition_snapshot e JOIN snapshot s ON s.id = e.snapshot
     WHERE e.edition = ? ORDER BY e.position`,
  );
  return db
    .prepare<[number], EditionRow>(
      `SELECT id, generation, source, as_of AS asOf, accepted_at AS acceptedAt, reading FROM edition
       WHERE generation = ? ORDER BY id`,
    )
    .all(generation)
    .map((edition) => ({ ...edition, snapshots: pages.all(edition.id).map(readSnapshot) }));
};

/** Every published generation up to `last`, oldest first, with what a replay needs of it. */
export const pastGenerations = (db: Connection, last: number): readonly PastGeneration[] =>
  db
    .prepare<[number], Pick<PastGeneration, 'number' | 'at' | 'code' | 'registryHash'>>(
      'SELECT number, at, code, registry_hash AS registryHash FROM generation WHERE number <= ? ORDER BY number',
    )
    .all(last)
    .map((one) => ({
      ...one,
      editions: editionsOf(db, one.number),
      descriptors: descriptorsAt(db, one.number),
      judgements: judgementsOf(db, one.number),
      withdrawals: withdrawalsOf(db, one.number),
    }));

/** A row as it stands on its list now, by its key. */
export const currentRecord = (db: Connection, source: string, key: string): SourceRecord | undefined => {
  const row = db
    .prepare<[string, string], { row: number; body: string }>(
      'SELECT row, body FROM record WHERE source = ? AND key = ? AND last_generation IS NULL',
    )
    .get(source, key);
  return row === undefined ? undefined : readRecord(row);
};

/** Every page ever kept, oldest first. */
export const allSnapshots = (db: Connection): readonly Snapshot[] =>
  db.prepare<[], SnapshotRow>(`SELECT ${SNAPSHOT} FROM snapshot s ORDER BY s.id`).all().map(readSnapshot);
