import type { SourceIssue } from '../../../../schema/record.ts';
import type { RunState } from '../../../../schema/reference.ts';
import type { Snapshot } from '../../../../schema/snapshot.ts';
import type { EditionDiff } from '../../diff-rows.ts';
import type { Run, RunInput, RunNotes } from '../../ingest-types.ts';
import type { RunDecision } from '../../run-book.ts';
import type { Connection } from '../connect.ts';
import { registerSource } from './sources.ts';

/** Issues kept of one run; a page gone wrong could otherwise fill the disk with the same complaint. */
const MAX_ISSUES = 1000;

type RunRow = Omit<Run, 'refusals' | 'pages'> & Readonly<{ refusals: string; pages: string | null }>;

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
  }> &
    RunNotes,
): void => {
  const { diff } = run;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO run (source, at, state, rows, added, changed, removed, refusals, edition, night, pages, shape, decided_by,
       reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      run.night ?? null,
      run.pages === undefined ? null : JSON.stringify(run.pages),
      run.shape ?? null,
      run.decidedBy ?? null,
      run.reason ?? null,
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
      `SELECT id, source, at, state, rows, added, changed, removed, refusals, night, pages, decided_by AS decidedBy, reason
       FROM run
       WHERE (? IS NULL OR source = ?) ORDER BY id DESC LIMIT ?`,
    )
    .all(source, source, limit)
    .map((row) => ({
      ...row,
      refusals: JSON.parse(row.refusals) as string[],
      pages: JSON.parse(row.pages ?? '[]') as Snapshot[],
    }));

/** Keeps with a run who decided about it, and why. */
export const decideRun = (db: Connection, id: number, { decidedBy, reason }: RunDecision): void => {
  db.prepare('UPDATE run SET decided_by = ?, reason = ? WHERE id = ?').run(decidedBy, reason, id);
};
