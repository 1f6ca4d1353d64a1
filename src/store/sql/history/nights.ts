import type { Night, NightEnd, NightStart } from '../../night-book.ts';
import type { SourceNight } from '../../run-book.ts';
import { type Connection, writing } from '../connection.ts';

type NightRow = Omit<Night, 'report'> & Readonly<{ report: string | null }>;

const COLUMNS = `id, started_at AS startedAt, ended_at AS endedAt, kind, state, generation,
  registry_hash AS registryHash, report`;

const read = ({ report, ...night }: NightRow): Night => ({
  ...night,
  report: report === null ? null : (JSON.parse(report) as unknown),
});

/** Begins a night. Nights that never ended were cut off: what they accepted is published by the next one. */
export const beginNight = (db: Connection, { at, kind }: NightStart): Promise<number> =>
  writing(db, async () => {
    await db.prepare("UPDATE night SET state = 'interrupted' WHERE state = 'running'").run();
    const begun = db
      .prepare<[string, string], number>(
        "INSERT INTO night (started_at, kind, state) VALUES (?, ?, 'running') RETURNING id",
      )
      .pluck();
    return (await begun.get(at, kind)) ?? 0;
  });

export const endNight = async (db: Connection, id: number, end: NightEnd): Promise<void> => {
  await db
    .prepare(
      'UPDATE night SET ended_at = ?, state = ?, generation = ?, registry_hash = ?, report = ? WHERE id = ?',
    )
    .run(end.at, end.state, end.generation, end.registryHash, JSON.stringify(end.report), id);
};

/** The newest nights, without their reports. */
export const listNights = async (db: Connection, limit: number): Promise<readonly Night[]> =>
  (
    await db
      .prepare<[number], NightRow>(`SELECT ${COLUMNS.replace('report', 'NULL AS report')} FROM night
       ORDER BY id DESC LIMIT ?`)
      .all(limit)
  ).map(read);

export const findNight = async (db: Connection, id: number): Promise<Night | undefined> => {
  const row = await db.prepare<[number], NightRow>(`SELECT ${COLUMNS} FROM night WHERE id = ?`).get(id);
  return row === undefined ? undefined : read(row);
};

/** The day the registry was begun: sources never read so far are due from then on. */
export const firstNightAt = async (db: Connection): Promise<string | null> =>
  (await db.prepare<[], string | null>('SELECT min(started_at) FROM night').pluck().get()) ?? null;

/** The newest runs of each source, oldest first, at most `limit` a source. */
export const lastNights = async (
  db: Connection,
  limit: number,
): Promise<ReadonlyMap<string, readonly SourceNight[]>> => {
  const rows = (
    await db
      .prepare<[number], Omit<SourceNight, 'upheld'> & { source: string; decidedBy: string | null }>(
        `SELECT source, at, state, rows, added, changed, removed, decided_by AS decidedBy FROM (
         SELECT *, row_number() OVER (PARTITION BY source ORDER BY id DESC) AS place FROM run)
       WHERE place <= ? ORDER BY source, id`,
      )
      .all(limit)
  ).map(({ source, decidedBy, ...night }) => ({
    source,
    night: { ...night, upheld: night.state === 'refused' && decidedBy !== null },
  }));
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return new Map([...bySource].map(([source, runs]) => [source, runs.map(({ night }) => night)]));
};
