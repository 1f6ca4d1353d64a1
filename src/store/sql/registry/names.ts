import type { NameRow } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

/** Institutions whose names are read at a time; a longer open cursor would block the connection. */
const PAGE = 2000;

type Range = Readonly<{ g: number; from: string; to: string }>;
type Named = Pick<NameRow, 'institution' | 'value' | 'kind' | 'language'> & Readonly<{ official: number }>;
type Placed = Pick<NameRow, 'institution' | 'province' | 'city' | 'district'>;

/**
 * Every name in force in a generation, once per institution and kind, in order of institution ids. Names and places are asked for apart: a database
 * that joins them goes through all dossiers for each page.
 */
export async function* listNames(
  db: Connection,
  g: number,
  redirects: ReadonlyMap<string, string>,
): AsyncIterable<NameRow> {
  const ids = db
    .prepare<[string, number], string>('SELECT id FROM institution WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  const named = db.prepare<[Range], Named>(
    `SELECT n.institution_id AS institution, n.value, n.kind, n.language, max(n.official) AS official FROM name n
     WHERE n.institution_id >= :from AND n.institution_id <= :to AND ${inForce('n')}
     GROUP BY n.institution_id, n.value, n.kind, n.language
     ORDER BY n.institution_id, n.value, n.kind, n.language`,
  );
  const placed = db.prepare<[Range], Placed>(
    `SELECT d.institution_id AS institution, d.province, d.city, d.district FROM dossier d
     WHERE d.institution_id >= :from AND d.institution_id <= :to AND ${inForce('d')}`,
  );
  for (let page = await ids.all('', PAGE); page.length > 0; page = await ids.all(page.at(-1) ?? '', PAGE)) {
    const range = { g, from: page[0] ?? '', to: page.at(-1) ?? '' };
    const places = new Map((await placed.all(range)).map((one) => [one.institution, one]));
    for (const { institution, value, kind, language, official } of await named.all(range)) {
      const id = redirects.get(institution) ?? institution;
      // What an institution was merged into may stand on another page.
      if (id !== institution && !places.has(id))
        for (const one of await placed.all({ g, from: id, to: id })) places.set(id, one);
      const place = places.get(id);
      if (place === undefined) continue;
      const { province, city, district } = place;
      yield { institution: id, value, kind, language, province, city, district, official: official === 1 };
    }
  }
}
