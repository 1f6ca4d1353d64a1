import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type PractitionerRow, practitionerRow } from '../../../../schema/practitioner.ts';
import { makeFolder } from '../../folder/folder.ts';
import type { HashedRow, PersonalAct, PractitionerStore } from '../../practitioners.ts';
import { keyFor } from './key-file.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS practitioner (
    id INTEGER PRIMARY KEY, name_hash TEXT NOT NULL, certificate_hash TEXT UNIQUE, keep_until TEXT NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS site (
    practitioner INTEGER NOT NULL REFERENCES practitioner (id) ON DELETE CASCADE,
    institution TEXT NOT NULL, name_hash TEXT NOT NULL, main INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS site_name ON site (name_hash, institution);
  CREATE TABLE IF NOT EXISTS act (
    at TEXT NOT NULL, act TEXT NOT NULL, purpose TEXT NOT NULL, client TEXT NOT NULL, subject TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS act_at ON act (at);
  CREATE TABLE IF NOT EXISTS key_mark (id INTEGER PRIMARY KEY, mark TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS expiry (id INTEGER PRIMARY KEY, day TEXT NOT NULL);`;

/** `secure_delete` writes zeros over what is deleted; a truncated journal leaves no copy of it beside the file. */
const open = (file: string): Database.Database => {
  makeFolder(dirname(file));
  const db = new Database(file, { timeout: 10_000 });
  chmodSync(file, 0o600);
  db.pragma('secure_delete = ON');
  db.pragma('journal_mode = TRUNCATE');
  db.pragma('foreign_keys = ON');
  db.exec(TABLES);
  return db;
};

const NOTE = 'INSERT INTO act (at, act, purpose, client, subject) VALUES (?, ?, ?, ?, ?)';

const rowsOf = (bodies: readonly string[]): readonly PractitionerRow[] =>
  bodies.map((body) => practitionerRow.parse(JSON.parse(body)));

const writing = (db: Database.Database): Pick<PractitionerStore, 'put' | 'erase' | 'expire'> => {
  const byCertificate = db.prepare('DELETE FROM practitioner WHERE certificate_hash = ?');
  const byName = db.prepare(
    'DELETE FROM practitioner WHERE id IN (SELECT practitioner FROM site WHERE name_hash = ? AND institution = ?)',
  );
  const unnumbered = db.prepare(
    `DELETE FROM practitioner WHERE certificate_hash IS NULL
     AND id IN (SELECT practitioner FROM site WHERE name_hash = ? AND institution = ? AND main = 1)`,
  );
  const insert = db.prepare(
    'INSERT INTO practitioner (name_hash, certificate_hash, keep_until, body) VALUES (?, ?, ?, ?)',
  );
  const addSite = db.prepare(
    'INSERT INTO site (practitioner, institution, name_hash, main) VALUES (?, ?, ?, ?)',
  );
  const put = db.transaction(({ nameHash, certificateHash, keepUntil, row }: HashedRow) => {
    if (certificateHash !== null) byCertificate.run(certificateHash);
    for (const { institution, main } of row.sites)
      if (main && institution !== null) unnumbered.run(nameHash, institution);
    const { lastInsertRowid } = insert.run(nameHash, certificateHash, keepUntil, JSON.stringify(row));
    for (const { institution, main } of row.sites)
      if (institution !== null) addSite.run(lastInsertRowid, institution, nameHash, main ? 1 : 0);
  });
  const overdue = db.prepare('DELETE FROM practitioner WHERE keep_until < ?');
  const oldActs = db.prepare('DELETE FROM act WHERE at < ?');
  const expiredOn = db.prepare('INSERT OR REPLACE INTO expiry (id, day) VALUES (1, ?)');
  const expire = db.transaction((day: string, actsBefore: string): number => {
    oldActs.run(actsBefore);
    expiredOn.run(day);
    return overdue.run(day).changes;
  });
  return {
    put: async (row) => put(row),
    erase: async (of) =>
      'certificateHash' in of
        ? byCertificate.run(of.certificateHash).changes
        : byName.run(of.nameHash, of.institution).changes,
    expire: async (day, actsBefore) => expire(day, actsBefore),
  };
};

const keyOrClose = (db: Database.Database, keyFile: string): Buffer => {
  try {
    return keyFor(db, keyFile);
  } catch (cause) {
    db.close();
    throw cause;
  }
};

/** Deletes all rows, for whoever has lost the key: without it none can be found, so none can be erased alone. Gives how many. */
export const eraseAllPractitioners = (file: string, act: PersonalAct): number => {
  const db = open(file);
  try {
    return db.transaction(() => {
      db.prepare(NOTE).run(act.at, act.act, act.purpose, act.client, act.subject);
      return db.prepare('DELETE FROM practitioner').run().changes;
    })();
  } finally {
    db.close();
  }
};

/**
 * Opens the private store, creating it and its key when they are not there; both files are readable by their owner alone.
 * Throws `PractitionerKeyError` when the key is not the rows'.
 */
export const openPractitionerStore = (file: string, keyFile: string): PractitionerStore => {
  const db = open(file);
  const key = keyOrClose(db, keyFile);
  const certificate = db
    .prepare<[{ hash: string; nameHash: string | null }], string>(
      `SELECT body FROM practitioner WHERE certificate_hash = :hash
       AND (:nameHash IS NULL OR name_hash = :nameHash)`,
    )
    .pluck();
  const name = db
    .prepare<[string, string], string>(
      `SELECT body FROM practitioner WHERE id IN (SELECT practitioner FROM site WHERE name_hash = ? AND institution = ?)
       ORDER BY id`,
    )
    .pluck();
  const note = db.prepare(NOTE);
  const acts = db.prepare<[number], PersonalAct>(
    'SELECT at, act, purpose, client, subject FROM act ORDER BY at DESC, rowid DESC LIMIT ?',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM practitioner').pluck();
  const lastExpiry = db.prepare<[], string>('SELECT day FROM expiry').pluck();
  return {
    key,
    byCertificate: async (hash, nameHash) => rowsOf(certificate.all({ hash, nameHash })),
    byName: async (hash, institution) => rowsOf(name.all(hash, institution)),
    ...writing(db),
    note: async ({ at, act, purpose, client, subject }) => void note.run(at, act, purpose, client, subject),
    acts: async (limit) => acts.all(limit),
    count: async () => count.get() ?? 0,
    lastExpiry: async () => lastExpiry.get() ?? null,
    close: async () => void db.close(),
  };
};
