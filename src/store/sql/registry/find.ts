import type { IdentifierHit, NameHit } from '../../registry-reader.ts';
import type { Connection } from '../connection.ts';
import { inForce } from './in-force.ts';

const HITS = 50;
/** The same name stands in several lists: rows read for each hit wanted. */
const ROWS_PER_HIT = 8;

type Redirects = ReadonlyMap<string, string>;
type Placed = { province: string | null; city: string | null };

/** The first of each kind of thing, in the order given. */
const once = <T>(items: readonly T[], key: (item: T) => string): T[] => {
  if (items.length < 2) return [...items];
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
};

/** In the newest generation nothing later exists in the held transaction, so the cheaper condition says the same. */
const conditions = (newest: boolean) => (table: string) =>
  newest ? `${table}.last_generation IS NULL` : inForce(table);

const identifierFinder = (db: Connection, g: number, newest: boolean, redirects: Redirects) => {
  const rows = db.prepare<[{ g: number; value: string }], IdentifierHit>(
    `SELECT institution_id AS institution, scheme, value FROM identifier i
     WHERE i.value = :value AND ${conditions(newest)('i')}`,
  );
  return async (value: string): Promise<readonly IdentifierHit[]> => {
    const hits = await rows.all({ value, g });
    for (const hit of hits)
      Object.assign(hit, { institution: redirects.get(hit.institution) ?? hit.institution });
    return once(hits, (hit) => `${hit.institution} ${hit.scheme}`).sort((a, b) =>
      a.institution < b.institution ? -1 : a.institution > b.institution ? 1 : 0,
    );
  };
};

type KeyRow = Readonly<{ institution: string; form: 'full' | 'short'; name: number }>;

const byForm = (a: KeyRow, b: KeyRow): number =>
  a.form === b.form ? a.name - b.name : a.form < b.form ? -1 : 1;

/**
 * Rows of a key by form and name. SQLite plans a statement with ORDER BY or a bound LIMIT anew at every call, which costs
 * twice the search itself, so that one is kept for the few keys borne by very many.
 */
const keyRows = (db: Connection) => {
  const rows = 'SELECT institution_id AS institution, form, name FROM name_key WHERE key = ?';
  const most = HITS * ROWS_PER_HIT;
  const few = db.prepare<[string], KeyRow>(`${rows} LIMIT ${most}`);
  const many = db.prepare<[string, number], KeyRow>(`${rows} ORDER BY form, name LIMIT ?`);
  return async (key: string, limit: number): Promise<readonly KeyRow[]> => {
    const found = await few.all(key);
    if (found.length < 2) return found;
    return found.length < most ? found.sort(byForm).slice(0, limit) : many.all(key, limit);
  };
};

/**
 * Three point reads instead of one join: most keys bear one or two names, and a statement over three tables costs more to
 * begin (13 µs) than these cost altogether.
 */
const nameFinder = (db: Connection, g: number, newest: boolean, redirects: Redirects) => {
  const inPlay = conditions(newest);
  const keys = keyRows(db);
  const names = db.prepare<[{ g: number; id: number }], { kind: string; value: string }>(
    `SELECT kind, value FROM name n WHERE n.id = :id AND ${inPlay('n')}`,
  );
  const places = db.prepare<[{ g: number; id: string }], Placed>(
    `SELECT province, city FROM dossier d WHERE d.institution_id = :id AND ${inPlay('d')}`,
  );
  const named = async ({ institution, form, name }: KeyRow) => {
    const found = await names.get({ id: name, g });
    if (found === undefined) return [];
    const living = redirects.get(institution) ?? institution;
    return [{ institution: living, form, nameKind: found.kind, name: found.value }];
  };
  return async (key: string, limit: number = HITS): Promise<readonly NameHit[]> => {
    const rows: Awaited<ReturnType<typeof named>>[] = [];
    for (const row of await keys(key, limit * ROWS_PER_HIT)) rows.push(await named(row));
    const hits = once(rows.flat(), (one) => `${one.institution} ${one.form} ${one.nameKind} ${one.name}`);
    const known = new Map<string, Placed | undefined>();
    const found: NameHit[] = [];
    for (const hit of hits.slice(0, limit)) {
      const { institution: id } = hit;
      if (!known.has(id)) known.set(id, await places.get({ id, g }));
      const place = known.get(id);
      if (place !== undefined) found.push({ ...hit, ...place });
    }
    return found;
  };
};

/** Finds institutions by official number and by exact name key. */
export const finders = (db: Connection, g: number, newest: boolean, redirects: Redirects) => ({
  findIdentifier: identifierFinder(db, g, newest, redirects),
  findNameKey: nameFinder(db, g, newest, redirects),
});

/** Tells whether any row states now that an institution bears a number. */
export const bearsNumber = (db: Connection) => {
  const borne = db.prepare<[value: string, scheme: string, institution: string], unknown>(
    'SELECT 1 FROM identifier WHERE value = ? AND scheme = ? AND institution_id = ? AND last_generation IS NULL LIMIT 1',
  );
  return async (institution: string, scheme: string, value: string): Promise<boolean> =>
    (await borne.get(value, scheme, institution)) !== undefined;
};
