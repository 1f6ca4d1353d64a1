import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { openWriter } from '../../src/store/sqlite/connect.ts';
import { stopwatch, type Taken } from './stopwatch.ts';

/**
 * What anybody would write to load the same rows: the bare CSV library, prepared statements, one transaction, into the same tables
 * with their indexes. No record is kept, nothing is judged, matched or compiled.
 */
export const rawLoad = (file: string, page: string): Taken => {
  const db = openWriter(file);
  const stop = stopwatch();
  const rows = parse(readFileSync(page), { columns: true }) as Record<string, string>[];
  const institution = db.prepare(
    'INSERT INTO institution (id, first_generation, title_zh, title_en, province, city) VALUES (?, 1, ?, ?, ?, ?)',
  );
  const name = db.prepare(
    'INSERT INTO name (institution_id, record, first_generation, value, kind, language, official) VALUES (?, 0, 1, ?, ?, ?, 1)',
  );
  const identifier = db.prepare(
    `INSERT INTO identifier (institution_id, record, first_generation, scheme, value) VALUES (?, 0, 1, 'uscc', ?)`,
  );
  const credential = db.prepare(
    `INSERT INTO credential (institution_id, record, first_generation, gate, code, status, valid_from, valid_until, body)
     VALUES (?, 0, 1, ?, ?, ?, ?, ?, '{}')`,
  );
  db.exec('BEGIN');
  for (const [at, row] of rows.entries()) {
    const id = `raw-${at}`;
    institution.run(id, row.name, row.english, row.province, row.city);
    name.run(id, row.name, 'legal', 'zh');
    name.run(id, row.english, 'english', 'en');
    identifier.run(id, row.uscc);
    credential.run(id, 'practice-licence', 'licence', 'active', row.from, row.until);
    credential.run(id, 'grade', row.grade, 'approved', null, null);
    credential.run(id, 'accreditation', 'jci', 'accredited', null, '2023-05-31');
  }
  db.exec('COMMIT');
  const taken = stop();
  db.close();
  return taken;
};
