import type { NameRow } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

/** Institutions whose names are read at a time; a longer open cursor would block the connection. */
const PAGE = 2000;

type Range = Readonly<{ g: number; from: string; to: string }>;
type Named = Pick<NameRow, 'institution' | 'value' | 'kind' | 'language'> & Readonly<{ official: number }>;
type Placed = Pick<NameRow, 'institution' | 'province' | 'city' | 'district'>;

/** The institutions that became each one, by its id. */
const mergedInto = (redirects: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [from, into] of redirects) found.set(into, [...(found.get(into) ?? []), from]);
  return found;
};

/**
 * Every name in force in a generation, once per institution and kind, in order of institution ids; those of an institution stand together, with all
 * that became it. Names and places are asked for apart: a database that joins them goes through all dossiers for each page.
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
  const merged = mergedInto(redirects);
  for (let page = await ids.all('', PAGE); page.length > 0; page = await ids.all(page.at(-1) ?? '', PAGE)) {
    const range = { g, from: page[0] ?? '', to: page.at(-1) ?? '' };
    const places = new Map((await placed.all(range)).map((one) => [one.institution, one]));
    const own = Map.groupBy(await named.all(range), ({ institution }) => institution);
    for (const institution of page) {
      const place = redirects.has(institution) ? undefined : places.get(institution);
      if (place === undefined) continue;
      const { province, city, district } = place;
      const all = [...(own.get(institution) ?? [])];
      for (const from of merged.get(institution) ?? []) all.push(...(await named.all({ g, from, to: from })));
      for (const { value, kind, language, official } of all)
        yield { institution, value, kind, language, province, city, district, official: official === 1 };
    }
  }
}
