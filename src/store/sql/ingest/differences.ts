import type { SourceRecord } from '../../../../schema/record.ts';
import type { DiffCounts, DiffRows, EditionDiff } from '../../diff-rows.ts';
import type { LastGood, NewEdition } from '../../ingest-types.ts';
import type { KeptRows } from '../../row-list.ts';
import type { Connection } from '../connection.ts';
import { type Delta, isRereading } from './compare-rows.ts';
import { idsOf } from './row-lists.ts';
import { meantOtherwise, renumbered } from './same-meaning.ts';

/** How many rows differ, and in which way. */
export const countsOf = ({
  fresh,
  replaced,
  removed,
  missing,
  returned,
  unchanged,
}: Delta): Omit<EditionDiff, 'edition'> => ({
  added: fresh.length - replaced.length,
  changed: replaced.length,
  removed: removed.length,
  missing: missing.length,
  unchanged: unchanged + returned.length,
});

/** Rows read at a time: none but these lie in memory. */
const CHUNK = 500;

/** Gives records as they are kept, by their ids; those that are not there any more are left out. */
export type RecordsOf = (ids: readonly number[]) => Promise<readonly SourceRecord[]>;

async function* inChunks(ids: Iterable<number>, recordsOf: RecordsOf): AsyncGenerator<SourceRecord> {
  let chunk: number[] = [];
  for (const id of ids) {
    if (chunk.push(id) < CHUNK) continue;
    yield* await recordsOf(chunk);
    chunk = [];
  }
  yield* await recordsOf(chunk);
}

/** The rows behind a difference, for the gate to look at before anything is written. */
const diffRows = (
  recordsOf: RecordsOf,
  { fresh, replaced, removed, missing }: Delta,
  kept: KeptRows | undefined,
): DiffRows => ({
  pairs: async function* () {
    const now = new Map([...fresh].map(({ record }) => [record.key, record]));
    const before = replaced.map(({ id }) => id);
    for await (const row of inChunks(before, recordsOf)) {
      const today = now.get(row.key);
      if (today !== undefined) yield { before: row, now: today };
    }
  },
  gone: () =>
    inChunks(
      [...missing, ...removed].map(({ id }) => id),
      recordsOf,
    ),
  gained: function* () {
    const known = new Set(replaced.map(({ key }) => key));
    for (const { record } of fresh) if (!known.has(record.key)) yield record;
  },
  kept: () => inChunks(kept === undefined ? [] : idsOf(kept), recordsOf),
});

/** Rows are compared in meaning only when many differ: on most nights hardly any do. */
const FEW = 0.2;

/** What the gate may know of how an edition differs from the last one. */
export const differencesOf = async (
  db: Connection,
  edition: NewEdition,
  delta: Delta,
  last: LastGood,
  recordsOf: RecordsOf,
): Promise<DiffCounts> => {
  const { fresh, replaced, missing, returned, unchanged } = delta;
  // Rows removed because a second run missed them too were judged by the gate when the first run missed them.
  const removed = delta.removed.filter(({ seen_last }) => seen_last === null);
  const known = replaced.length + removed.length + missing.length + returned.length + unchanged;
  const many = replaced.length + removed.length + missing.length > known * FEW;
  const events = edition.descriptor.accumulates === true;
  const released = edition.descriptor.how === 'bundled';
  const same = released || isRereading(edition, last);
  return {
    ...countsOf({ ...delta, removed }),
    changed: many ? await meantOtherwise(db, delta) : replaced.length,
    known,
    rereading: last.reading !== edition.reading && (same || ('other-page' as const)),
    fresh: fresh.length,
    renumbered: events ? await renumbered(db, edition.descriptor.id, last.edition, delta) : 0,
    rows: diffRows(recordsOf, { ...delta, removed }, edition.kept),
  };
};
