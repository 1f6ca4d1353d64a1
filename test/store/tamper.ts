import Database from 'better-sqlite3';
import { registryFile } from '../../src/store/sqlite/files.ts';

/** Writes into a registry behind the product's back, as somebody with access to the folder could. */
export const tamper = <T>(data: string, work: (db: Database.Database) => T): T => {
  const db = new Database(registryFile(data));
  try {
    return work(db);
  } finally {
    db.close();
  }
};

/** Gives the current dossier of one institution the facts of another one's, under its own id. */
export const graft = (data: string, onto: string, from: string): void =>
  tamper(data, (db) => {
    const body = db
      .prepare('SELECT body FROM dossier WHERE institution_id = ? AND last_generation IS NULL')
      .pluck();
    const grafted = { ...JSON.parse(String(body.get(from))), id: onto };
    db.prepare('UPDATE dossier SET body = ? WHERE institution_id = ? AND last_generation IS NULL').run(
      JSON.stringify(grafted),
      onto,
    );
  });
