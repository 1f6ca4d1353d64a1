import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';

const schema = join(import.meta.dirname, '../../schema');

type Journal = { entries: Readonly<{ tag: string }>[] };

/** A database of the service (`service`) or a registry as the version of Licet left it whose last migration had this number. */
export const writtenBy = (
  root: string,
  last: string,
  which: 'registry' | 'service' = 'registry',
): Database.Database => {
  const migrations = join(schema, which === 'service' ? 'service-migrations' : 'migrations');
  const old = join(root, 'migrations');
  cpSync(migrations, old, { recursive: true });
  const journal = join(old, 'meta/_journal.json');
  const all = JSON.parse(readFileSync(journal, 'utf8')) as Journal;
  const entries = all.entries.filter(({ tag }) => tag <= `${last}~`);
  writeFileSync(journal, JSON.stringify({ ...all, entries }));
  const data = join(root, 'data');
  mkdirSync(data);
  const db = new Database(which === 'service' ? serviceFile(data) : registryFile(data));
  migrate(drizzle(db), { migrationsFolder: old });
  return db;
};
