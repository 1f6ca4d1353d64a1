import { officialSchemes, type SourceRecord } from '../../../../schema/record.ts';
import { type Descriptor, evidenceKinds } from '../../../../schema/source.ts';
import type { EditionDiff } from '../../diff-rows.ts';
import { EditionRefused, type LastGood, type NewEdition } from '../../ingest-types.ts';
import type { Connection } from '../connect.ts';
import { compareKept } from './compare-kept.ts';
import { type CurrentRow, compareRows, type Delta, type FreshRow, isRereading } from './compare-rows.ts';
import { asOfOf, lastGood, openEdition, rowsOf } from './editions.ts';
import { dropRowList, saveRowList } from './row-lists.ts';
import { writeRun } from './runs.ts';
import { diffRows, meantOtherwise, renumbered } from './same-meaning.ts';
import { newestGeneration, registerSource } from './sources.ts';

/** Rows without a legal name cannot found an institution: they are read after all that can. */
const NAMELESS = 100;

const rankOf = (record: SourceRecord, descriptor: Descriptor): number => {
  const worth = evidenceKinds.indexOf(record.evidenceKind ?? descriptor.evidenceKind) * 2;
  if (record.kind !== 'institution') return worth;
  const official = record.identifiers.some(({ scheme }) => officialSchemes.includes(scheme));
  const legal = record.names.some(({ kind }) => kind === 'legal');
  return worth + (official ? 0 : 1) + (legal ? 0 : NAMELESS);
};

type Opened = ReturnType<typeof openEdition>;

/** Ends the time on the list of a row; a version no generation ever showed simply goes. */
const closer = (db: Connection, last: LastGood | undefined, next: number, misread: boolean) => {
  const close = db.prepare(
    'UPDATE record SET last_generation = ?, seen_last = coalesce(seen_last, ?), misread = ? WHERE id = ?',
  );
  const forget = db.prepare('DELETE FROM record WHERE id = ?');
  return (row: CurrentRow): void => {
    if (row.first_generation >= next) forget.run(row.id);
    else close.run(next - 1, last?.edition ?? null, misread ? 1 : 0, row.id);
  };
};

const inserter = (db: Connection, edition: NewEdition, opened: Opened, next: number) => {
  const insert = db.prepare(
    `INSERT INTO record (source, key, digest, kind, rank, row, snapshot, first_generation, seen_first, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return ({ record, page, digest, body }: FreshRow): number => {
    const made = insert.run(
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
    return Number(made.lastInsertRowid);
  };
};

/** Writes what differs under the next generation's number, where it waits until reconcile publishes it. */
const writeDelta = (
  db: Connection,
  edition: NewEdition,
  delta: Delta,
  opened: Opened,
  last: LastGood | undefined,
  next: number,
): void => {
  const close = closer(db, last, next, isRereading(edition, last));
  for (const row of [...delta.replaced, ...delta.removed]) close(row);
  const insert = inserter(db, edition, opened, next);
  for (const row of delta.fresh) delta.ids[row.at] = insert(row);
  const mark = db.prepare('UPDATE record SET seen_last = ?, marked = ? WHERE id = ?');
  for (const { id } of delta.missing) mark.run(last?.edition ?? null, next, id);
  for (const { id } of delta.returned) mark.run(null, next, id);
};

const countsOf = ({ fresh, replaced, removed, missing, returned, unchanged }: Delta) => ({
  added: fresh.length - replaced.length,
  changed: replaced.length,
  removed: removed.length,
  missing: missing.length,
  unchanged: unchanged + returned.length,
});

/** Rows are compared in meaning only when many differ: on most nights hardly any do. */
const FEW = 0.2;

const judged = (db: Connection, edition: NewEdition, delta: Delta, last: LastGood | undefined): void => {
  if (edition.judge === undefined || last === undefined) return;
  const { fresh, replaced, missing, returned, unchanged } = delta;
  // Rows that go because a second run missed them were judged when the first one did.
  const removed = delta.removed.filter(({ seen_last }) => seen_last === null);
  const known = replaced.length + removed.length + missing.length + returned.length + unchanged;
  const many = replaced.length + removed.length + missing.length > known * FEW;
  const changed = many ? meantOtherwise(db, delta) : replaced.length;
  const events = edition.descriptor.accumulates === true;
  const again = events ? renumbered(db, edition.descriptor.id, last.edition, delta) : 0;
  const released = edition.descriptor.how === 'bundled';
  const same = released || isRereading(edition, last);
  const rereading = last.reading !== edition.reading && (same || ('other-page' as const));
  const counts = {
    ...countsOf({ ...delta, removed }),
    changed,
    known,
    rereading,
    fresh: fresh.length,
    renumbered: again,
    rows: diffRows(db, { ...delta, removed }, edition.kept),
  };
  const refusals = edition.judge(counts);
  if (refusals.length > 0) throw new EditionRefused(refusals);
};

/** Keeps what the rows were read from, beside the edition that holds them. */
const keepRowList = (db: Connection, edition: NewEdition, { ids }: Delta, id: number | undefined): void => {
  const { descriptor, rowList, kept } = edition;
  if (rowList === undefined || id === undefined) dropRowList(db, descriptor.id);
  else saveRowList(db, descriptor.id, id, rowList, ids, kept);
};

const takeIn = (db: Connection, edition: NewEdition): EditionDiff => {
  const { descriptor } = edition;
  const next = newestGeneration(db) + 1;
  const last = lastGood(db, descriptor.id);
  const registered = registerSource(db, descriptor);
  const delta = edition.kept ? compareKept(db, edition, edition.kept, last) : compareRows(db, edition, last);
  judged(db, edition, delta, last);
  const { fresh, removed, missing, returned } = delta;
  const still = fresh.length + removed.length + missing.length + returned.length === 0;
  const same = still && last !== undefined && last.asOf === asOfOf(edition) && !registered;
  const opened = same ? undefined : openEdition(db, edition, next);
  if (opened) writeDelta(db, edition, delta, opened, last, next);
  else db.prepare('UPDATE edition SET reading = ? WHERE id = ?').run(edition.reading, last?.edition);
  keepRowList(db, edition, delta, opened?.id ?? last?.edition);
  const diff = { edition: opened?.id ?? null, ...countsOf(delta) };
  writeRun(db, {
    ...edition,
    source: descriptor.id,
    at: edition.acceptedAt,
    state: same ? 'unchanged' : 'accepted',
    rows: rowsOf(edition),
    refusals: [],
    diff,
  });
  return diff;
};

/** Takes in an edition that passed its gate, in one transaction. */
export const acceptEdition = (db: Connection, edition: NewEdition): EditionDiff =>
  db.transaction(() => takeIn(db, edition)).immediate();
