import { officialSchemes, type SourceRecord } from '../../../../schema/record.ts';
import { type Descriptor, evidenceKinds } from '../../../../schema/source.ts';
import type { EditionDiff } from '../../diff-rows.ts';
import {
  type ComparedEdition,
  EditionOvertaken,
  type LastGood,
  type NewEdition,
} from '../../ingest-types.ts';
import { type Connection, reading, writing } from '../connection.ts';
import { type AfterNumbered, manyRows, numbersAfter } from '../many-rows.ts';
import type { Mutex } from '../mutex.ts';
import { compareRows, type Delta, type FreshRow, isRereading } from './compare-rows.ts';
import type { CurrentRow } from './current-rows.ts';
import { countsOf, differencesOf, type RecordsOf } from './differences.ts';
import { asOfOf, lastGood, openEdition, rowCountOf } from './editions.ts';
import { dropRowList, recordsByIds, saveRowList } from './row-lists.ts';
import { writeRun } from './runs.ts';
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

type Opened = Awaited<ReturnType<typeof openEdition>>;

/** Marks a row as gone from its list with this generation; a row that no published generation holds is deleted. */
const closer = (db: Connection, last: LastGood | undefined, next: number, misread: boolean) => {
  const close = db.prepare(
    'UPDATE record SET last_generation = ?, seen_last = coalesce(seen_last, ?), misread = ? WHERE id = ? AND misread <> 2',
  );
  const forget = db.prepare('DELETE FROM record WHERE id = ?');
  return async (row: CurrentRow): Promise<void> => {
    if (row.first_generation >= next) await forget.run(row.id);
    else await close.run(next - 1, last?.edition ?? null, misread ? 1 : 0, row.id);
  };
};

const COLUMNS = 'id, source, key, digest, kind, rank, row, snapshot, first_generation, seen_first, body';

/** Writes new rows, which may wait for `flush`; gives each its number. */
const inserter = async (db: Connection, edition: NewEdition, opened: Opened, next: number) => {
  const { descriptor } = edition;
  const numberOf = await numbersAfter(db, 'record');
  const rows = manyRows(db, 11, (values) => `INSERT INTO record (${COLUMNS}) ${values}`);
  const insert = async ({ record, page, digest, body }: FreshRow): Promise<number> => {
    const id = numberOf();
    const { key, kind, row } = record;
    const [rank, snapshot] = [rankOf(record, descriptor), opened.snapshots[page]];
    await rows.add(id, descriptor.id, key, digest, kind, rank, row, snapshot, next, opened.id, body);
    return id;
  };
  return { insert, flush: rows.flush };
};

/** Writes what differs under the next generation's number, where it waits until reconcile publishes it. */
const writeDelta = async (
  db: Connection,
  edition: NewEdition,
  delta: Delta,
  opened: Opened,
  last: LastGood | undefined,
  next: number,
): Promise<void> => {
  const close = closer(db, last, next, isRereading(edition, last));
  for (const row of [...delta.replaced, ...delta.removed]) await close(row);
  const { insert, flush } = await inserter(db, edition, opened, next);
  for (const row of delta.fresh) delta.ids[row.at] = await insert(row);
  await flush();
  const mark = db.prepare('UPDATE record SET seen_last = ?, marked = ? WHERE id = ?');
  for (const { id } of delta.missing) await mark.run(last?.edition ?? null, next, id);
  for (const { id } of delta.returned) await mark.run(null, next, id);
};

/** Keeps what the rows were read from, beside the edition that holds them. */
const keepRowList = async (
  db: Connection,
  edition: NewEdition,
  { ids }: Delta,
  id: number | undefined,
): Promise<void> => {
  const { descriptor, rowList, kept } = edition;
  if (rowList === undefined || id === undefined) await dropRowList(db, descriptor.id);
  else await saveRowList(db, descriptor.id, id, rowList, ids, kept);
};

/** An edition, what it differs from, and how. */
type Compared = Readonly<{ edition: NewEdition; last: LastGood | undefined; delta: Delta }>;

const compare = (db: Connection, edition: NewEdition): Promise<Compared> =>
  // One read transaction: rows and edition are of one moment.
  reading(db, async () => {
    const last = await lastGood(db, edition.descriptor.id);
    return { edition, last, delta: await compareRows(db, edition, last) };
  });

/** The rows of a source change with its editions, and by withdrawals, which come under the lease: what is still the last one, read by the same code, was compared with. */
const mustStand = async (db: Connection, { edition, last }: Compared): Promise<void> => {
  const now = await lastGood(db, edition.descriptor.id);
  if (now?.edition !== last?.edition || now?.reading !== last?.reading)
    throw new EditionOvertaken(`another edition of ${edition.descriptor.id} was accepted meanwhile`);
};

const write = async (db: Connection, { edition, last, delta }: Compared): Promise<EditionDiff> => {
  const { descriptor } = edition;
  const next = (await newestGeneration(db)) + 1;
  const registered = await registerSource(db, descriptor);
  const { fresh, removed, missing, returned } = delta;
  const still = fresh.length + removed.length + missing.length + returned.length === 0;
  const same = still && last !== undefined && last.asOf === asOfOf(edition) && !registered;
  const opened = same ? undefined : await openEdition(db, edition, next);
  if (opened) await writeDelta(db, edition, delta, opened, last, next);
  else await db.prepare('UPDATE edition SET reading = ? WHERE id = ?').run(edition.reading, last?.edition);
  await keepRowList(db, edition, delta, opened?.id ?? last?.edition);
  const diff = { edition: opened?.id ?? null, ...countsOf(delta) };
  await writeRun(db, {
    ...edition,
    source: descriptor.id,
    at: edition.acceptedAt,
    state: same ? 'unchanged' : 'accepted',
    rows: rowCountOf(edition),
    refusals: [],
    diff,
  });
  return diff;
};

/** Compares an edition with the last one; gives what differs, and the function that writes it if nothing came between. */
export const compareEdition = async (
  db: Connection,
  mutex: Mutex,
  edition: NewEdition,
  afterNumbered: AfterNumbered,
): Promise<ComparedEdition> => {
  const compared = await compare(db, edition);
  const { last, delta } = compared;
  const recordsOf: RecordsOf = (ids) => mutex(() => recordsByIds(db, ids));
  return {
    differences: async () => last && mutex(() => differencesOf(db, edition, delta, last, recordsOf)),
    accept: () =>
      mutex(() =>
        writing(db, async () => {
          await mustStand(db, compared);
          const diff = await write(db, compared);
          await afterNumbered(db, 'record');
          return diff;
        }),
      ),
  };
};
