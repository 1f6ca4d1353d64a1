import { setImmediate as breathe } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { RowResult } from '../../../../batch/answer/result.ts';
import { unpackResults } from '../../../../batch/kept.ts';
import type { AnsweredRow } from '../../../../batch/write/answered.ts';
import type { BatchStore, KeptBatch } from '../../../../store/service/batches.ts';
import { answeredRows } from '../../../batches/results.ts';
import { kindOf, type RowKind } from './list-words.ts';

/** In which order rows are shown: as they stand in the list, what needs a look first, by hospital, by the day it is due again. */
export const rowOrders = ['list', 'outcome', 'hospital', 'due'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** What a table shows: rows of one kind (null: all), in an order. */
export type TableWish = Readonly<{ kind: RowKind | null; order: RowOrder }>;

type Parts = Pick<BatchStore, 'part' | 'partOfRow'>;
type Key = string | number;

/** What needs a look comes first. */
const urgency: Readonly<Record<RowKind, number>> = {
  refuted: 0,
  prohibited: 0,
  expired: 0,
  bad: 1,
  limited: 2,
  ambiguous: 3,
  unknown: 4,
  confirmed: 5,
  waiting: 6,
};

const keyBy: Readonly<Record<Exclude<RowOrder, 'list'>, (result: RowResult | null) => Key>> = {
  outcome: (result) => urgency[kindOf(result)],
  // A row without a hospital, and one that is never due, come last.
  hospital: (result) => result?.nameZh ?? result?.nameEn ?? '\uffff',
  due: (result) => result?.nextDue ?? '\uffff',
};

/** Positions of rows, kept for the next page of the same table: 100,000 of them are 400 kB. */
const kept = new LRUCache<string, Uint32Array>({ max: 20 });

/** Reads the results of all parts, a part at a time: other requests are answered in between. */
const scan = async (batches: Parts, id: string, { kind, order }: TableWish): Promise<Uint32Array> => {
  const found: { row: number; key: Key }[] = [];
  const keyOf = order === 'list' ? () => 0 : keyBy[order];
  for (let at = 0; ; at += 1) {
    const part = await batches.part(id, at);
    if (part === null) break;
    const results = part.result === null ? [] : unpackResults(part.result);
    for (let place = 0; place < part.rows; place += 1) {
      const result = results[place] ?? null;
      if (kind === null || kindOf(result) === kind)
        found.push({ row: part.firstRow + place, key: keyOf(result) });
    }
    await breathe();
  }
  if (order !== 'list') found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row - b.row));
  return Uint32Array.from(found, ({ row }) => row);
};

const positions = async (
  batches: Parts,
  batch: Pick<KeptBatch, 'id' | 'basis' | 'done'>,
  wish: TableWish,
): Promise<Uint32Array> => {
  const key = [batch.id, batch.basis, batch.done, wish.kind, wish.order].join(' ');
  const found = kept.get(key) ?? (await scan(batches, batch.id, wish));
  kept.set(key, found);
  return found;
};

/** Gives the function that reads one row, its part read once. */
const rowReader = (batches: Parts, id: string) => {
  const parts = new Map<number, Readonly<{ firstRow: number; rows: readonly AnsweredRow[] }>>();
  return async (row: number): Promise<AnsweredRow | undefined> => {
    const at = await batches.partOfRow(id, row);
    if (at === null) return undefined;
    const part = parts.has(at) ? null : await batches.part(id, at);
    if (part !== null) parts.set(at, { firstRow: part.firstRow, rows: answeredRows(part) });
    const known = parts.get(at);
    return known?.rows[row - known.firstRow];
  };
};

/** The rows of one page of a table, and how many there are in all. */
export const orderedRows = async (
  batches: Parts,
  batch: Pick<KeptBatch, 'id' | 'basis' | 'done' | 'rows'>,
  wish: TableWish,
  { from, most }: Readonly<{ from: number; most: number }>,
): Promise<Readonly<{ rows: readonly AnsweredRow[]; total: number }>> => {
  const whole = wish.kind === null && wish.order === 'list';
  const all = whole ? null : await positions(batches, batch, wish);
  const total = all?.length ?? batch.rows;
  const read = rowReader(batches, batch.id);
  const rows: AnsweredRow[] = [];
  for (let place = from; place < Math.min(from + most, total); place += 1) {
    const one = await read(all?.[place] ?? place);
    if (one !== undefined) rows.push(one);
  }
  return { rows, total };
};
