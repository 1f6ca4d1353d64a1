import Database from 'better-sqlite3';

/** What the service records, and who may act: nothing of the registry's facts rests on it. */
const TABLES = [
  'partner_key',
  'partner_site',
  'signing_key',
  'status_entry',
  'hotlink',
  'error_report',
  'file_taken_over',
  'operator',
  'operator_act',
] as const;

/**
 * Takes out of a copy of the database what must not leave the machine with it: private keys, hashes of keys and tokens, who is a
 * partner, what people reported. What is deleted is overwritten.
 */
export const withoutServiceState = (file: string): void => {
  const db = new Database(file);
  try {
    db.pragma('secure_delete = ON');
    db.transaction(() => {
      for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
    })();
  } finally {
    db.close();
  }
};
