import type { InstitutionRecord } from '../../../../schema/record.ts';
import type { StatedName } from '../../history.ts';
import type { Connection } from '../connection.ts';
import { readRecord } from '../registry/rows.ts';

/** Rows read at a time; a longer open cursor would block the connection. */
const PAGE = 1000;

type Row = Readonly<{ id: number; row: number; body: string }>;

/** Names of all rows on their lists now, as `History` says. */
export async function* statedNames(db: Connection): AsyncIterable<StatedName> {
  const page = db.prepare<[number, number], Row>(
    `SELECT id, row, body FROM record
     WHERE kind = 'institution' AND last_generation IS NULL AND id > ? ORDER BY id LIMIT ?`,
  );
  for (let rows = await page.all(0, PAGE); rows.length > 0; rows = await page.all(rows.at(-1)?.id ?? 0, PAGE))
    for (const row of rows) {
      const { names, place } = readRecord(row) as InstitutionRecord;
      const { province = null, city = null, district = null } = place ?? {};
      for (const { value, kind } of names) yield { value, kind, province, city, district };
    }
}
