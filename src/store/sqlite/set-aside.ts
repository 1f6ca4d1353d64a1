import type { SetAside } from '../sql/registry/registry-writer.ts';

/**
 * Indexes that nothing asks between the first and the last row that is placed. Their entries are institutions and codes, which come in no order:
 * entered one by one they touch a page each, and more of these than are kept in memory once a registry has some tens of thousands.
 */
const UNASKED = [
  'block_institution',
  'campus_record',
  'credential_code',
  'credential_record',
  'identifier_record',
  'institution_node',
  'name_institution',
  'name_record',
  'record_institution',
  'record_unassigned',
] as const;

/** Drops indexes inside the transaction and makes them again as they were; where it is given up, nothing happened. */
export const setAsideIndexes: SetAside = async (db) => {
  const made = db
    .prepare<[string], string>("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?")
    .pluck();
  const again: string[] = [];
  for (const name of UNASKED) {
    const sql = await made.get(name);
    if (sql === undefined) continue;
    again.push(sql);
    await db.exec(`DROP INDEX ${name}`);
  }
  return async () => {
    for (const sql of again) await db.exec(sql);
  };
};
