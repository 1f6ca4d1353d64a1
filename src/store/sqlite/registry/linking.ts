import { createHash } from 'node:crypto';
import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { LikelyPair, LinkBook, LinkedRow } from '../../link-book.ts';
import type { Connection } from '../connect.ts';
import { type RecordRow, readRecord } from './rows.ts';
import { isOfficial } from './statements.ts';

/** A number that stands for a key: 48 bits of its digest, so that millions of keys take little room. */
const digestOf = (key: string): number => createHash('sha256').update(key).digest().readUIntBE(0, 6);

type Row = Pick<RecordRow, 'source' | 'row' | 'body' | 'last_generation'>;

const rowReader = (db: Connection, descriptors: ReadonlyMap<string, Descriptor>) => {
  const rows = db.prepare<[string], Row>(
    'SELECT source, row, body, last_generation FROM record WHERE institution_id = ? AND misread = 0 ORDER BY source, key, id',
  );
  const linkedRow = (row: Row): LinkedRow => {
    const record = readRecord(row) as InstitutionRecord;
    const descriptor = descriptors.get(row.source);
    const official = descriptor !== undefined && isOfficial(record.evidenceKind ?? descriptor.evidenceKind);
    const complete = descriptor?.completeness === 'complete' && descriptor.accumulates !== true;
    return {
      source: row.source,
      record,
      official,
      listed: official && complete && row.last_generation === null,
    };
  };
  return (id: string): readonly LinkedRow[] => rows.all(id).map(linkedRow);
};

/** Names under which an institution stands on lists whose silence is a no. */
const decisiveReader = (db: Connection, descriptors: ReadonlyMap<string, Descriptor>) => {
  const decisive = [...descriptors.values()]
    .filter(({ absence }) => absence === 'not-met')
    .map(({ id }) => id);
  const rows = db.prepare<[string, string], Row>(
    `SELECT r.source, r.row, r.body, r.last_generation FROM record r JOIN institution i ON i.id = r.institution_id
     WHERE (i.id = ? OR i.merged_into = ?) AND r.misread = 0 ORDER BY r.source, r.key, r.id`,
  );
  return (id: string) =>
    decisive.length === 0
      ? []
      : rows
          .all(id, id)
          .filter(({ source }) => decisive.includes(source))
          .flatMap((row) => {
            const [name] = (readRecord(row) as InstitutionRecord).names;
            return name === undefined ? [] : [{ source: row.source, name: name.value }];
          });
};

const blocks = (db: Connection) => {
  const members = db
    .prepare<[number, number], string>(
      'SELECT institution_id FROM block WHERE key = ? ORDER BY institution_id LIMIT ?',
    )
    .pluck();
  const mine = db.prepare<[string], number>('SELECT key FROM block WHERE institution_id = ?').pluck();
  const add = db.prepare('INSERT OR IGNORE INTO block (key, institution_id) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM block WHERE key = ? AND institution_id = ?');
  return { members, mine, add, drop };
};

const COLUMNS = 'institution_id AS one, candidate_id AS other, probability, why';

/** What linking keeps and asks, inside reconcile's transaction. */
export const linkBook = (
  db: Connection,
  next: number,
  descriptors: ReadonlyMap<string, Descriptor>,
  changed: (everything: boolean) => readonly string[],
): LinkBook => {
  const rows = rowReader(db, descriptors);
  const decisive = decisiveReader(db, descriptors);
  const { members, mine, add, drop } = blocks(db);
  const pairs = db.prepare<[string, string], LikelyPair>(
    `SELECT ${COLUMNS} FROM review_pair WHERE institution_id = ? UNION ALL SELECT ${COLUMNS} FROM review_pair WHERE candidate_id = ? ORDER BY 1, 2`,
  );
  const dropPairs = db.prepare('DELETE FROM review_pair WHERE institution_id = ? OR candidate_id = ?');
  const addPair = db.prepare(
    'INSERT OR REPLACE INTO review_pair (institution_id, candidate_id, why, probability, first_generation) VALUES (?, ?, ?, ?, ?)',
  );
  const head = db
    .prepare<[string], string>('SELECT coalesce(merged_into, id) FROM institution WHERE id = ?')
    .pluck();
  const group = db
    .prepare<[string], string>(
      `WITH head AS (SELECT coalesce(merged_into, id) AS id FROM institution WHERE id = ?)
       SELECT i.id FROM institution i, head WHERE i.id = head.id OR i.merged_into = head.id ORDER BY i.id`,
    )
    .pluck();
  return {
    changedRecords: async (everything) => changed(everything),
    linkedRows: async (id) => rows(id),
    blockMembers: async (key, most) => members.all(digestOf(key), most),
    setBlocks: async (id, keys, most) => {
      const before = new Set(mine.all(id));
      const after = new Set(keys.map(digestOf));
      const [lost, gained] = [before.difference(after), after.difference(before)];
      for (const key of lost) drop.run(key, id);
      for (const key of gained) add.run(key, id);
      if (most === null) return [];
      const crossing = (key: number, size: number): readonly string[] => {
        const found = members.all(key, size + 1);
        return found.length === size ? found : [];
      };
      return [
        ...[...lost].flatMap((key) => crossing(key, most)),
        ...[...gained].flatMap((key) => crossing(key, most + 1)),
      ];
    },
    pairsOf: async (id) => pairs.all(id, id),
    dropPairs: async (id) => {
      dropPairs.run(id, id);
    },
    addPair: async ({ one, other, why, probability }) => {
      addPair.run(one, other, why, probability, next);
    },
    headOf: async (id) => head.get(id) ?? id,
    groupOf: async (id) => group.all(id),
    decisiveRows: async (institution) => decisive(institution),
  };
};
