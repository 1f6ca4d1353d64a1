import type Database from 'better-sqlite3';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { dossierDigest } from '../../src/store/integrity/dossier-digest.ts';
import type { NameRow } from '../../src/store/registry-reader.ts';
import { openWriter } from '../../src/store/sqlite/connect.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';

/** What a dossier holds of an institution of which a name and a place are all that is known. */
const bodyOf = ({ institution: id, value, language, province, city, district }: NameRow): string =>
  JSON.stringify({
    id,
    test: false,
    names: [],
    title: { zh: language === 'zh' ? value : null, en: language === 'zh' ? null : value },
    place: { province, city, district },
    addresses: [],
    identifiers: [],
    credentials: [],
    traits: {},
    evidence: [],
  });

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
  return (named: NameRow): void => {
    const { institution: id, value, kind, language, province, city, district } = named;
    if (id !== last) {
      const body = bodyOf(named);
      institution.run(id, province, city);
      dossier.run(id, dossierDigest(body), province, city, district, body);
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
  // A registry without a hash has no index in common with other readers of its generation: each question would build its own.
  db.exec(
    `INSERT INTO generation (number, at, registry_hash, last_run, code) VALUES (1, '2026-11-22T00:00:00.000Z', 'made up', 0, 'bench')`,
  );
  db.exec('COMMIT');
  db.pragma('journal_mode = WAL');
  db.close();
};
