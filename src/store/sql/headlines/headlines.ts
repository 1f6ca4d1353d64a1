import type { HeadlineBasis, HeadlineChange } from '../../../../schema/headline.ts';
import type { HeadlineSlice, HeadlineStore, HeadlineWork, StoredHeadline } from '../../service/headlines.ts';
import type { Connection } from '../connection.ts';
import type { Durable } from '../durable.ts';

type WorkRow = Readonly<{
  generation: number;
  policyVersion: string;
  day: string;
  before: string | null;
  after: string | null;
}>;

const workIn = async (db: Connection): Promise<HeadlineWork | null> => {
  const row = await db
    .prepare<[], WorkRow>(
      'SELECT generation, policy AS policyVersion, day, before, after FROM headline_basis WHERE id = 1',
    )
    .get();
  if (row === undefined) return null;
  const { before, after, ...basis } = row;
  return { basis, before: before === null ? null : (JSON.parse(before) as HeadlineBasis), after };
};

const begin = async (db: Connection, { generation, policyVersion, day }: HeadlineBasis): Promise<void> => {
  const last = await workIn(db);
  if (last !== null && last.after !== null && last.basis.generation <= generation) return;
  await db
    .prepare(
      `INSERT INTO headline_basis (id, generation, policy, day, before, after) VALUES (1, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, policy = excluded.policy, day = excluded.day,
         before = excluded.before, after = excluded.after`,
    )
    .run(generation, policyVersion, day, last === null ? null : JSON.stringify(last.basis), '');
};

const tell = async (
  db: Connection,
  from: string,
  { basis, headlines, gone, changes, after }: HeadlineSlice,
): Promise<void> => {
  const now = await workIn(db);
  if (now?.after !== from || JSON.stringify(now.basis) !== JSON.stringify(basis)) return;
  const keep = db.prepare(
    `INSERT INTO headline (institution_id, outcome, result, status, reasons) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (institution_id) DO UPDATE SET outcome = excluded.outcome, result = excluded.result, status = excluded.status,
       reasons = excluded.reasons`,
  );
  for (const { institution, outcome, result, status, reasons } of headlines)
    await keep.run(institution, outcome, result, status, JSON.stringify(reasons));
  const drop = db.prepare('DELETE FROM headline WHERE institution_id = ?');
  for (const id of gone) await drop.run(id);
  const add = db.prepare('INSERT INTO headline_change (body) VALUES (?)');
  for (const change of changes) await add.run(JSON.stringify(change));
  await db.prepare('UPDATE headline_basis SET after = ? WHERE id = 1').run(after);
};

type HeadlineRow = Omit<StoredHeadline, 'reasons'> & Readonly<{ reasons: string }>;

export const headlinesIn = ({ reading, write }: Durable): HeadlineStore => {
  const stretch = reading.prepare<[Readonly<{ after: string; upTo: string | null }>], HeadlineRow>(
    `SELECT institution_id AS institution, outcome, result, status, reasons FROM headline
     WHERE institution_id > :after AND (CAST(:upTo AS TEXT) IS NULL OR institution_id <= :upTo) ORDER BY institution_id`,
  );
  const changes = reading.prepare<[number, number], { number: number; body: string }>(
    'SELECT number, body FROM headline_change WHERE number > ? ORDER BY number LIMIT ?',
  );
  const newest = reading.prepare<[], number | null>('SELECT max(number) FROM headline_change').pluck();
  return {
    work: async () => workIn(reading),
    begin: (basis) => write((db) => begin(db, basis)),
    headlines: async (after, upTo) =>
      (await stretch.all({ after, upTo })).map(({ reasons, ...row }) => ({
        ...row,
        reasons: JSON.parse(reasons) as string[],
      })),
    tell: (from, slice) => write((db) => tell(db, from, slice)),
    changes: async (after, limit) =>
      (await changes.all(after, limit)).map(({ number, body }) => ({
        number,
        change: JSON.parse(body) as HeadlineChange,
      })),
    newest: async () => (await newest.get()) ?? 0,
  };
};
