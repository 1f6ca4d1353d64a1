import type { SetAside } from '../sql/registry/registry-writer.ts';

/**
 * Indexes that nothing asks before all rows are placed, or all dossiers compiled. Their entries are institutions, codes and places, which come in no order:
 * entered one by one they touch a page each, and more of these than are kept in memory once a registry has some tens of thousands.
 */
const UNASKED = {
  placing: [
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
  ],
  compiling: ['dossier_place', 'dossier_type'],
} as const;

/** Drops indexes inside the transaction and makes them again as they were; where it is given up, nothing happened. */
export const setAsideIndexes: SetAside = async (db) => {
  const made = db
    .prepare<[string], string>("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?")
    .pluck();
  const taken = async (names: readonly string[]): Promise<readonly string[]> => {
    const again: string[] = [];
    for (const name of names) {
      const sql = await made.get(name);
      if (sql === undefined) continue;
      again.push(sql);
      await db.exec(`DROP INDEX ${name}`);
    }
    return again;
  };
  const again = { placing: await taken(UNASKED.placing), compiling: await taken(UNASKED.compiling) };
  return async (after) => {
    for (const sql of again[after]) await db.exec(sql);
  };
};
