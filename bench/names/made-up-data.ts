import type Database from 'better-sqlite3';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { dossierDigest } from '../../src/store/integrity/dossier-digest.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { openWriter } from '../../src/store/sqlite/connect.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';

const EMPTY = '{"evidence":[],"names":[]}';
const EMPTY_DIGEST = dossierDigest(EMPTY);

const inserter = (db: Database.Database) => {
  const institution = db.prepare(
    'INSERT INTO institution (id, first_generation, province, city) VALUES (?, 1, ?, ?)',
  );
  const dossier = db.prepare(
    `INSERT INTO dossier (institution_id, first_generation, hash, province, city, district, body)
     VALUES (?, 1, ?, ?, ?, ?, ?)`,
  );
  const name = db.prepare(
    `INSERT INTO name (institution_id, record, first_generation, value, kind, language, official)
     VALUES (?, 0, 1, ?, ?, ?, 1)`,
  );
  const key = db.prepare(
    'INSERT OR IGNORE INTO name_key (key, form, name, institution_id) VALUES (?, ?, ?, ?)',
  );
  let last = '';
  return ({ institution: id, value, kind, language, province, city, district }: NameRow): void => {
    if (id !== last) {
      institution.run(id, province, city);
      dossier.run(id, EMPTY_DIGEST, province, city, district, EMPTY);
    }
    last = id;
    const row = name.run(id, value, kind, language).lastInsertRowid;
    const { full, short } = nameKeys(value);
    key.run(full, 'full', row, id);
    if (short !== null) key.run(short, 'short', row, id);
  };
};

/**
 * A data folder whose registry holds these names and nothing else: its one generation is what the service would answer from,
 * exact keys included. Raw statements in one transaction; the night is not what is measured here.
 */
export const fillData = async (folder: string, names: Iterable<NameRow>): Promise<void> => {
  const db = openWriter(registryFile(folder));
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'cache_size = -262144'])
    db.pragma(pragma);
  db.exec('BEGIN');
  const insert = inserter(db);
  for (const row of names) insert(row);
  db.exec(
    `INSERT INTO generation (number, at, registry_hash, last_run, code) VALUES (1, '2026-11-22T00:00:00.000Z', '', 0, 'bench')`,
  );
  db.exec('COMMIT');
  db.pragma('journal_mode = WAL');
  db.close();
};
