import type { SourceIssue } from '../../schema/record.ts';
import type { Connection } from './connect.ts';
import { registerSource } from './sources.ts';
import type { EditionDiff, Run, RunInput, RunState } from './writing.ts';

/** Issues kept of one run; a page gone wrong could otherwise fill the disk with the same complaint. */
const MAX_ISSUES = 1000;

type RunRow = Omit<Run, 'refusals'> & Readonly<{ refusals: string }>;

export const writeRun = (
  db: Connection,
  run: Readonly<{
    source: string;
    at: string;
    state: RunState;
    rows: number;
    refusals: readonly string[];
    issues: readonly SourceIssue[];
    diff?: EditionDiff;
  }>,
): void => {
  const { diff } = run;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO run (source, at, state, rows, added, changed, removed, refusals, edition)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      run.source,
      run.at,
      run.state,
      run.rows,
      diff?.added ?? 0,
      diff?.changed ?? 0,
      diff?.removed ?? 0,
      JSON.stringify(run.refusals),
      diff?.edition ?? null,
    );
  const insert = db.prepare('INSERT INTO issue (run, code, row, "column", detail) VALUES (?, ?, ?, ?, ?)');
  for (const issue of run.issues.slice(0, MAX_ISSUES))
    insert.run(lastInsertRowid, issue.code, issue.row, issue.column, issue.detail);
};

/** Keeps what came of a run that accepted nothing. A source never accepted so far becomes known by it. */
export const recordRun = (db: Connection, run: RunInput): void => {
  db.transaction(() => {
    const good = db.prepare('SELECT 1 FROM edition WHERE source = ? LIMIT 1').get(run.descriptor.id);
    if (good === undefined) registerSource(db, run.descriptor);
    writeRun(db, { ...run, source: run.descriptor.id });
  }).immediate();
};

/** The newest runs, of one source or of all. */
export const listRuns = (db: Connection, limit: number, source: string | null): readonly Run[] =>
  db
    .prepare<[string | null, string | null, number], RunRow>(
      `SELECT id, source, at, state, rows, added, changed, removed, refusals FROM run
       WHERE (? IS NULL OR source = ?) ORDER BY id DESC LIMIT ?`,
    )
    .all(source, source, limit)
    .map((row) => ({ ...row, refusals: JSON.parse(row.refusals) as string[] }));
