import type {
  PlaceAsk,
  Stated,
  StatusBounds,
  StatusEntry,
  StatusPlaces,
} from '../../service/status-places.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

type Row = Readonly<Omit<StatusEntry, 'campus' | 'ask'> & { campus: string; ask: string }>;
type Found = Readonly<{ place: number; day: string }>;
type Key = [institution: string, site: string, campus: string, ask: string, state: string, kid: string];

const FIND = `SELECT place, day FROM status_entry
  WHERE institution_id = ? AND site = ? AND campus = ? AND ask = ? AND state = ? AND kid = ?`;

const keyOf = ({ institution, site, campus, ask, state, kid }: Stated): Key => [
  institution,
  site,
  campus ?? '',
  ask ?? '',
  state,
  kid,
];

/** The first free place from `wanted` on, and from the list's beginning after its end; at most as many steps as places are taken. */
const freeFrom = async (db: Connection, wanted: number, places: number): Promise<number | null> => {
  const taken = db.prepare('SELECT 1 FROM status_entry WHERE place = ?');
  const afterTaken = db
    .prepare<[number], number>(
      `SELECT place + 1 FROM status_entry s WHERE place >= ?
       AND NOT EXISTS (SELECT 1 FROM status_entry n WHERE n.place = s.place + 1) ORDER BY place LIMIT 1`,
    )
    .pluck();
  for (const from of [wanted, 0]) {
    const free = (await taken.get(from)) === undefined ? from : await afterTaken.get(from);
    if (free !== undefined && free < places) return free;
  }
  return null;
};

/** True when there is room for one more, once what may be forgotten is. */
const hasRoom = async (db: Connection, { most, forgetBefore }: StatusBounds): Promise<boolean> => {
  const count = db.prepare<[], number>('SELECT count(*) FROM status_entry').pluck();
  if (((await count.get()) ?? 0) < most) return true;
  await db.prepare('DELETE FROM status_entry WHERE day < ?').run(forgetBefore);
  return ((await count.get()) ?? 0) < most;
};

const place = async (db: Connection, ask: PlaceAsk, bounds: StatusBounds): Promise<number | null> => {
  const key = keyOf(ask);
  const known = await db.prepare<Key, Found>(FIND).get(...key);
  if (known !== undefined) {
    await db.prepare('UPDATE status_entry SET day = ? WHERE place = ?').run(ask.today, known.place);
    return known.place;
  }
  const free = (await hasRoom(db, bounds)) ? await freeFrom(db, ask.wanted, bounds.places) : null;
  if (free !== null)
    await db
      .prepare(
        'INSERT INTO status_entry (place, institution_id, site, campus, ask, state, kid, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(free, ...key, ask.today);
  return free;
};

export const statusPlacesIn = ({ reading, write }: Durable): StatusPlaces => {
  const find = reading.prepare<Key, Found>(FIND);
  const since = reading.prepare<[string], Row>(
    `SELECT place, institution_id AS institution, site, campus, ask, state, day, kid FROM status_entry
     WHERE day >= ? ORDER BY place`,
  );
  return {
    place: async (ask, bounds) => {
      const known = await find.get(...keyOf(ask));
      return known?.day === ask.today ? known.place : write((db) => place(db, ask, bounds));
    },
    issuedSince: async (day) =>
      (await since.all(day)).map((row) => ({
        ...row,
        campus: row.campus === '' ? null : row.campus,
        ask: row.ask === '' ? null : row.ask,
      })),
  };
};
