import { nameKeys } from '../../../name-keys/keys.ts';
import type { Connection } from '../connect.ts';

/** The kind under which translations of ours lie among the names: found by their whole key, on no record, and listed nowhere. */
export const TRANSLATION = 'translation';
/** No record states a translation. */
const NO_RECORD = 0;

/** Writes the translation of an institution's title as a name to be found by; one that no longer holds is closed. */
export const translationWriter = (db: Connection, next: number) => {
  const close = db.prepare(
    `UPDATE name SET last_generation = ? WHERE institution_id = ? AND kind = '${TRANSLATION}'
     AND last_generation IS NULL AND value IS NOT ?`,
  );
  const known = db.prepare(
    `SELECT 1 FROM name WHERE institution_id = ? AND kind = '${TRANSLATION}' AND last_generation IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO name (institution_id, record, first_generation, value, kind, language, official)
     VALUES (?, ${NO_RECORD}, ?, ?, '${TRANSLATION}', 'en', 0)`,
  );
  const key = db.prepare(
    `INSERT OR IGNORE INTO name_key (key, form, name, institution_id) VALUES (?, 'full', ?, ?)`,
  );
  return (institution: string, translation: string | null): void => {
    close.run(next - 1, institution, translation);
    if (translation === null || known.get(institution) !== undefined) return;
    const made = insert.run(institution, next, translation);
    key.run(nameKeys(translation).full, made.lastInsertRowid, institution);
  };
};
