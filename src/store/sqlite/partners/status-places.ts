import type {
  PlaceAsk,
  Stated,
  StatusBounds,
  StatusEntry,
  StatusPlaces,
} from '../../service/status-places.ts';
import type { Connection } from '../connect.ts';
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
const freeFrom = (db: Connection, wanted: number, places: number): number | null => {
  const taken = db
    .prepare<[number], number>('SELECT place FROM status_entry WHERE place >= ? ORDER BY place')
    .pluck();
  for (const from of [wanted, 0]) {
    let free = from;
    for (const place of taken.iterate(from)) {
      if (place !== free) break;
      free += 1;
    }
    if (free < places) return free;
  }
  return null;
};

/** True when there is room for one more, once what may be forgotten is. */
const hasRoom = (db: Connection, { most, forgetBefore }: StatusBounds): boolean => {
  const count = db.prepare<[], number>('SELECT count(*) FROM status_entry').pluck();
  if ((count.get() ?? 0) < most) return true;
  db.prepare('DELETE FROM status_entry WHERE day < ?').run(forgetBefore);
  return (count.get() ?? 0) < most;
};

const place = (db: Connection, ask: PlaceAsk, bounds: StatusBounds): number | null => {
  const key = keyOf(ask);
  const known = db.prepare<Key, Found>(FIND).get(...key);
  if (known !== undefined) {
    db.prepare('UPDATE status_entry SET day = ? WHERE place = ?').run(ask.today, known.place);
    return known.place;
  }
  const free = hasRoom(db, bounds) ? freeFrom(db, ask.wanted, bounds.places) : null;
  if (free !== null)
    db.prepare(
      'INSERT INTO status_entry (place, institution_id, site, campus, ask, state, kid, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(free, ...key, ask.today);
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
      const known = find.get(...keyOf(ask));
      return known?.day === ask.today ? known.place : write((db) => place(db, ask, bounds));
    },
    issuedSince: async (day) =>
      since.all(day).map((row) => ({
        ...row,
        campus: row.campus === '' ? null : row.campus,
        ask: row.ask === '' ? null : row.ask,
      })),
  };
};
