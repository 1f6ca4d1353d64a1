import type { NameRow } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';

/** Institutions whose names are read at a time; a longer open cursor would block the connection. */
const PAGE = 2000;

type Row = Omit<NameRow, 'official'> & Readonly<{ official: number }>;

/** Every name in force in a generation, once per institution and kind, in order of institution ids. */
export async function* listNames(
  db: Connection,
  g: number,
  redirects: ReadonlyMap<string, string>,
): AsyncIterable<NameRow> {
  const ids = db
    .prepare<[string, number], string>('SELECT id FROM institution WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  const rows = db.prepare<[{ g: number; from: string; to: string }], Row>(
    `SELECT n.institution_id AS institution, n.value, n.kind, n.language, d.province, d.city, d.district,
       max(n.official) AS official
     FROM name n LEFT JOIN merger m ON m.institution_id = n.institution_id
       AND m.first_generation <= :g AND (m.last_generation IS NULL OR m.last_generation >= :g)
     JOIN dossier d ON d.institution_id = coalesce(m.into_id, n.institution_id)
       AND d.first_generation <= :g AND (d.last_generation IS NULL OR d.last_generation >= :g)
     WHERE n.institution_id >= :from AND n.institution_id <= :to
       AND n.first_generation <= :g AND (n.last_generation IS NULL OR n.last_generation >= :g)
     GROUP BY n.institution_id, n.value, n.kind, n.language, d.province, d.city, d.district ORDER BY n.institution_id, n.value, n.kind`,
  );
  for (let page = await ids.all('', PAGE); page.length > 0; page = await ids.all(page.at(-1) ?? '', PAGE)) {
    for (const { official, ...row } of await rows.all({ g, from: page[0] ?? '', to: page.at(-1) ?? '' }))
      yield {
        ...row,
        institution: redirects.get(row.institution) ?? row.institution,
        official: official === 1,
      };
  }
}
