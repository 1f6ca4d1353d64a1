import type Database from 'better-sqlite3';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { dossierDigest } from '../../src/store/integrity/dossier-digest.ts';
import { openWriter } from '../../src/store/sqlite/connect.ts';
import { MADE_UP_DAY, MADE_UP_SHA256, type MadeUp, madeUp, madeUpRegister } from './made-up.ts';

const NOON = `${MADE_UP_DAY}T04:00:00.000Z`;

/** Adds the made-up register with one edition, so that its rows weigh as evidence does. */
const addRegister = (db: Database.Database, generation: number, rows: number): number => {
  const page = db
    .prepare(
      `INSERT INTO snapshot (sha256, source, page, url, retrieved_at, how, transport, content_type, bytes)
       VALUES (?, ?, 'register', 'https://example.invalid/bench-register', ?, 'bundled', 'file', 'text/csv', 0)`,
    )
    .run(MADE_UP_SHA256, madeUpRegister.id, NOON).lastInsertRowid;
  const edition = db
    .prepare(
      `INSERT INTO edition (source, generation, as_of, accepted_at, rows, reading) VALUES (?, ?, ?, ?, ?, 'bench')`,
    )
    .run(madeUpRegister.id, generation, MADE_UP_DAY, NOON, rows).lastInsertRowid;
  db.prepare('INSERT INTO edition_snapshot (edition, position, snapshot) VALUES (?, 0, ?)').run(
    edition,
    page,
  );
  db.prepare(`INSERT INTO source (id, first_generation, digest, descriptor) VALUES (?, ?, 'bench', ?)`).run(
    madeUpRegister.id,
    generation,
    JSON.stringify(madeUpRegister),
  );
  return generation;
};

const inserter = (db: Database.Database, g: number) => {
  const institution = db.prepare(
    'INSERT INTO institution (id, first_generation, title_zh, title_en, province, city) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const dossier = db.prepare(
    `INSERT INTO dossier (institution_id, first_generation, hash, province, city, district, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const number = db.prepare(
    `INSERT INTO identifier (institution_id, record, first_generation, scheme, value) VALUES (?, 0, ?, 'uscc', ?)`,
  );
  const name = db.prepare(
    `INSERT INTO name (institution_id, record, first_generation, value, kind, language, official)
     VALUES (?, 0, ?, ?, ?, ?, 1)`,
  );
  const key = db.prepare(
    'INSERT OR IGNORE INTO name_key (key, form, name, institution_id) VALUES (?, ?, ?, ?)',
  );
  return (one: MadeUp): void => {
    const { province = null, city = null, district = null } = one.dossier.place;
    institution.run(one.id, g, one.name, one.english, province, city);
    const body = JSON.stringify(one.dossier);
    dossier.run(one.id, g, dossierDigest(body), province, city, district, body);
    number.run(one.id, g, one.uscc);
    for (const { value, kind, language } of one.dossier.names) {
      const row = name.run(one.id, g, value, kind, language).lastInsertRowid;
      const keys = nameKeys(value);
      key.run(keys.full, 'full', row, one.id);
      if (keys.short !== null) key.run(keys.short, 'short', row, one.id);
    }
  };
};

/** Indexes of the tables that are filled: dropped before and made again after, which is quicker than keeping them in order. */
const indexesOf = (db: Database.Database) =>
  db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
       AND tbl_name IN ('institution', 'dossier', 'identifier', 'name')`,
    )
    .all();

/**
 * Adds `size` made-up institutions to a database that already holds the bundled sources, in its newest generation.
 * Raw prepared statements in one transaction: the pipeline is not what is measured here. `tell` hears the share done.
 * Their evidence leads to a page that nobody kept, and the register says so in its name.
 */
export const addMadeUp = (file: string, size: number, tell: (done: number) => void): void => {
  const db = openWriter(file);
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'cache_size = -262144'])
    db.pragma(pragma);
  const newest = db.prepare<[], number>('SELECT max(number) FROM generation').pluck().get() ?? 1;
  const indexes = indexesOf(db);
  db.exec('BEGIN');
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  const insert = inserter(db, addRegister(db, newest, size));
  for (let index = 0; index < size; index += 1) {
    insert(madeUp(index));
    if (index % 100_000 === 0) tell(index / size);
  }
  for (const { sql } of indexes) db.exec(sql);
  db.exec('COMMIT');
  db.pragma('journal_mode = WAL');
  db.close();
};
