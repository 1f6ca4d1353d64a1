import type { HeadlineBasis, HeadlineChange } from '../../../../schema/headline.ts';
import type { HeadlineSlice, HeadlineStore, HeadlineWork, StoredHeadline } from '../../service/headlines.ts';
import type { Connection } from '../connect.ts';
import type { Durable } from '../durable.ts';

type WorkRow = Readonly<{
  generation: number;
  policyVersion: string;
  day: string;
  before: string | null;
  after: string | null;
}>;

const workIn = (db: Connection): HeadlineWork | null => {
  const row = db
    .prepare<[], WorkRow>(
      'SELECT generation, policy AS policyVersion, day, before, after FROM headline_basis WHERE id = 1',
    )
    .get();
  if (row === undefined) return null;
  const { before, after, ...basis } = row;
  return { basis, before: before === null ? null : (JSON.parse(before) as HeadlineBasis), after };
};

const begin = (db: Connection, { generation, policyVersion, day }: HeadlineBasis): void => {
  const last = workIn(db);
  if (last !== null && last.after !== null && last.basis.generation <= generation) return;
  db.prepare(
    'INSERT OR REPLACE INTO headline_basis (id, generation, policy, day, before, after) VALUES (1, ?, ?, ?, ?, ?)',
  ).run(generation, policyVersion, day, last === null ? null : JSON.stringify(last.basis), '');
};

const tell = (
  db: Connection,
  from: string,
  { basis, headlines, gone, changes, after }: HeadlineSlice,
): void => {
  const now = workIn(db);
  if (now?.after !== from || JSON.stringify(now.basis) !== JSON.stringify(basis)) return;
  const keep = db.prepare(
    'INSERT OR REPLACE INTO headline (institution_id, outcome, result, status, reasons) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { institution, outcome, result, status, reasons } of headlines)
    keep.run(institution, outcome, result, status, JSON.stringify(reasons));
  const drop = db.prepare('DELETE FROM headline WHERE institution_id = ?');
  for (const id of gone) drop.run(id);
  const add = db.prepare('INSERT INTO headline_change (body) VALUES (?)');
  for (const change of changes) add.run(JSON.stringify(change));
  db.prepare('UPDATE headline_basis SET after = ? WHERE id = 1').run(after);
};

type HeadlineRow = Omit<StoredHeadline, 'reasons'> & Readonly<{ reasons: string }>;

export const headlinesIn = ({ reading, write }: Durable): HeadlineStore => {
  const stretch = reading.prepare<[string, string | null, string | null], HeadlineRow>(
    `SELECT institution_id AS institution, outcome, result, status, reasons FROM headline
     WHERE institution_id > ? AND (? IS NULL OR institution_id <= ?) ORDER BY institution_id`,
  );
  const changes = reading.prepare<[number, number], { number: number; body: string }>(
    'SELECT number, body FROM headline_change WHERE number > ? ORDER BY number LIMIT ?',
  );
  const newest = reading.prepare<[], number | null>('SELECT max(number) FROM headline_change').pluck();
  return {
    work: async () => workIn(reading),
    begin: (basis) => write((db) => begin(db, basis)),
    headlines: async (after, upTo) =>
      stretch
        .all(after, upTo, upTo)
        .map(({ reasons, ...row }) => ({ ...row, reasons: JSON.parse(reasons) as string[] })),
    tell: (from, slice) => write((db) => tell(db, from, slice)),
    changes: async (after, limit) =>
      changes
        .all(after, limit)
        .map(({ number, body }) => ({ number, change: JSON.parse(body) as HeadlineChange })),
    newest: async () => newest.get() ?? 0,
  };
};
