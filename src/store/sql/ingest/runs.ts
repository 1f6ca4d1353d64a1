import type { SourceIssue } from '../../../../schema/record.ts';
import type { RunState } from '../../../../schema/reference.ts';
import type { Snapshot } from '../../../../schema/snapshot.ts';
import type { EditionDiff } from '../../diff-rows.ts';
import type { Run, RunInput, RunNotes } from '../../ingest-types.ts';
import type { RunDecision } from '../../run-book.ts';
import { type Connection, writing } from '../connection.ts';
import { registerSource } from './sources.ts';

/** Issues kept of one run; a page gone wrong could otherwise fill the disk with the same complaint. */
const MAX_ISSUES = 1000;

type RunRow = Omit<Run, 'refusals' | 'pages'> & Readonly<{ refusals: string; pages: string | null }>;

export const writeRun = async (
  db: Connection,
  run: Readonly<{
    source: string;
    at: string;
    state: RunState;
    rows: number;
    refusals: readonly string[];
    issues: readonly SourceIssue[];
    diff?: EditionDiff;
  }> &
    RunNotes,
): Promise<void> => {
  const { diff } = run;
  const added = db
    .prepare<unknown[], number>(
      `INSERT INTO run (source, at, state, rows, added, changed, removed, refusals, edition, night, pages, shape, decided_by,
       reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .pluck();
  const id = await added.get(
    run.source,
    run.at,
    run.state,
    run.rows,
    diff?.added ?? 0,
    diff?.changed ?? 0,
    diff?.removed ?? 0,
    JSON.stringify(run.refusals),
    diff?.edition ?? null,
    run.night ?? null,
    run.pages === undefined ? null : JSON.stringify(run.pages),
    run.shape ?? null,
    run.decidedBy ?? null,
    run.reason ?? null,
  );
  const insert = db.prepare('INSERT INTO issue (run, code, row, "column", detail) VALUES (?, ?, ?, ?, ?)');
  for (const issue of run.issues.slice(0, MAX_ISSUES))
    await insert.run(id, issue.code, issue.row, issue.column, issue.detail);
};

/** Keeps what came of a run that accepted nothing. A source never accepted so far becomes known by it. */
export const recordRun = (db: Connection, run: RunInput): Promise<void> =>
  writing(db, async () => {
    const good = await db.prepare('SELECT 1 FROM edition WHERE source = ? LIMIT 1').get(run.descriptor.id);
    if (good === undefined) await registerSource(db, run.descriptor);
    await writeRun(db, { ...run, source: run.descriptor.id });
  });

/** The newest runs, of one source or of all. */
export const listRuns = async (
  db: Connection,
  limit: number,
  source: string | null,
): Promise<readonly Run[]> =>
  (
    await db
      .prepare<[Readonly<{ source: string | null; limit: number }>], RunRow>(
        `SELECT id, source, at, state, rows, added, changed, removed, refusals, night, pages, decided_by AS decidedBy, reason
       FROM run
       WHERE (CAST(:source AS TEXT) IS NULL OR source = :source) ORDER BY id DESC LIMIT :limit`,
      )
      .all({ source, limit })
  ).map((row) => ({
    ...row,
    refusals: JSON.parse(row.refusals) as string[],
    pages: JSON.parse(row.pages ?? '[]') as Snapshot[],
  }));

/** Keeps with a run who decided about it, and why. */
export const decideRun = async (
  db: Connection,
  id: number,
  { decidedBy, reason }: RunDecision,
): Promise<void> => {
  await db.prepare('UPDATE run SET decided_by = ?, reason = ? WHERE id = ?').run(decidedBy, reason, id);
};
