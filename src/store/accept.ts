import { hash } from 'node:crypto';
import { officialSchemes, type SourceRecord } from '../../schema/record.ts';
import { type Descriptor, evidenceKinds } from '../../schema/source.ts';
import type { Connection } from './connect.ts';
import { lastGood, openEdition } from './editions.ts';
import { writeRecord } from './rows.ts';
import { writeRun } from './runs.ts';
import { newestGeneration, registerSource } from './sources.ts';
import type { EditionDiff, LastGood, NewEdition } from './writing.ts';

type CurrentRow = Readonly<{ id: number; key: string; digest: string; first_generation: number }>;

/** Rows without a legal name cannot found an institution: they are read after all that can. */
const NAMELESS = 100;

const rankOf = (record: SourceRecord, descriptor: Descriptor): number => {
  const worth = evidenceKinds.indexOf(record.evidenceKind ?? descriptor.evidenceKind) * 2;
  if (record.kind !== 'institution') return worth;
  const official = record.identifiers.some(({ scheme }) => officialSchemes.includes(scheme));
  const legal = record.names.some(({ kind }) => kind === 'legal');
  return worth + (official ? 0 : 1) + (legal ? 0 : NAMELESS);
};

const currentRows = (db: Connection, source: string): Map<string, CurrentRow> =>
  new Map(
    db
      .prepare<[string], CurrentRow>(
        'SELECT id, key, digest, first_generation FROM record WHERE source = ? AND last_generation IS NULL',
      )
      .all(source)
      .map((row) => [row.key, row]),
  );

/** Ends the time on the list of a row; a version no generation ever showed simply goes. */
const closer = (db: Connection, last: LastGood | undefined, next: number, misread: boolean) => {
  const close = db.prepare('UPDATE record SET last_generation = ?, seen_last = ?, misread = ? WHERE id = ?');
  const forget = db.prepare('DELETE FROM record WHERE id = ?');
  return (row: CurrentRow): void => {
    if (row.first_generation >= next) forget.run(row.id);
    else close.run(next - 1, last?.edition ?? null, misread ? 1 : 0, row.id);
  };
};

const inserter = (
  db: Connection,
  edition: NewEdition,
  opened: ReturnType<typeof openEdition>,
  next: number,
) => {
  const insert = db.prepare(
    `INSERT INTO record (source, key, digest, kind, rank, row, snapshot, first_generation, seen_first, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (record: SourceRecord, page: number, digest: string, body: string): void => {
    insert.run(
      edition.descriptor.id,
      record.key,
      digest,
      record.kind,
      rankOf(record, edition.descriptor),
      record.row,
      opened.snapshots[page],
      next,
      opened.id,
      body,
    );
  };
};

type Delta = Readonly<{
  fresh: readonly Readonly<{ page: number; record: SourceRecord; digest: string; body: string }>[];
  replaced: readonly CurrentRow[];
  removed: readonly CurrentRow[];
  unchanged: number;
}>;

const compare = (edition: NewEdition, current: Map<string, CurrentRow>): Delta => {
  const fresh: { page: number; record: SourceRecord; digest: string; body: string }[] = [];
  const replaced: CurrentRow[] = [];
  let unchanged = 0;
  for (const { page, record } of edition.records) {
    const body = writeRecord(record);
    const digest = hash('sha256', body, 'hex').slice(0, 32);
    const known = current.get(record.key);
    current.delete(record.key);
    if (known?.digest === digest) {
      unchanged += 1;
      continue;
    }
    if (known) replaced.push(known);
    fresh.push({ page, record, digest, body });
  }
  return { fresh, replaced, removed: [...current.values()], unchanged };
};

const samePages = (edition: NewEdition, last: LastGood | undefined): boolean =>
  last !== undefined &&
  last.sha256.length === edition.snapshots.length &&
  edition.snapshots.every((page, at) => page.sha256 === last.sha256[at]);

/**
 * Takes in an edition that passed its gate, in one transaction: rows are compared by key and digest with the current ones,
 * and what differs waits under the next generation's number until reconcile publishes it.
 */
export const acceptEdition = (db: Connection, edition: NewEdition): EditionDiff =>
  db
    .transaction((): EditionDiff => {
      const next = newestGeneration(db) + 1;
      const last = lastGood(db, edition.descriptor.id);
      const registered = registerSource(db, edition.descriptor);
      const delta = compare(edition, currentRows(db, edition.descriptor.id));
      const { fresh, replaced, removed, unchanged } = delta;
      const counts = {
        added: fresh.length - replaced.length,
        changed: replaced.length,
        removed: removed.length,
      };
      const same =
        fresh.length + removed.length === 0 && last?.asOf === edition.descriptor.asOf && !registered;
      const opened = same ? undefined : openEdition(db, edition, next);
      if (opened) {
        const close = closer(db, last, next, samePages(edition, last));
        for (const row of [...replaced, ...removed]) close(row);
        const insert = inserter(db, edition, opened, next);
        for (const { record, page, digest, body } of fresh) insert(record, page, digest, body);
      } else {
        db.prepare('UPDATE edition SET reading = ? WHERE id = ?').run(edition.reading, last?.edition);
      }
      const diff = { edition: opened?.id ?? null, ...counts, unchanged };
      writeRun(db, {
        source: edition.descriptor.id,
        at: edition.acceptedAt,
        state: same ? 'unchanged' : 'accepted',
        rows: edition.records.length,
        refusals: [],
        issues: edition.issues,
        diff,
      });
      return diff;
    })
    .immediate();
