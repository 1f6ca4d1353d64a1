import type { SourceRecord } from '../../../schema/record.ts';
import type { DiffRows, RowPair } from '../../store/diff-rows.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { type ColumnChange, columnCounter } from './changed-columns.ts';
import { exchangedRows, isHollowed, isSlipped, likelyPairs } from './column-shift.ts';
import { slippedNewRows } from './shifted-new-rows.ts';
import { bearsYear, mostAlike, type YearsMoved, yearsMoved } from './years-moved.ts';

/** The rows that differ from the last good edition, and what they are judged by. */
export type RowChanges = DiffRows & Sight;

/** What a night knows besides the rows that differ. */
export type Sight = Readonly<{
  /** All rows of the new edition. */
  records: Iterable<SourceRecord>;
  /** YYYY-MM-DD. */
  today: string;
  /** True for a row that an earlier good page already said so, on another day. */
  confirmed: (record: SourceRecord) => boolean;
  /** True when there was such an earlier page. */
  again: boolean;
}>;

/** What is seen of records numbered by their page, on the night of `now`. */
export const sightOf = (
  numbered: readonly Readonly<{ record: SourceRecord }>[],
  now: Date,
  confirmed: Sight['confirmed'] | null,
): Sight => ({
  records: {
    *[Symbol.iterator]() {
      for (const { record } of numbered) yield record;
    },
  },
  today: shanghaiDay(now),
  confirmed: confirmed ?? (() => false),
  again: confirmed !== null,
});

/** `held`: wait for a second good page that says the same; `refused`: somebody must look. */
export type RowFindings = Readonly<{ held: readonly string[]; refused: readonly string[]; renewals: number }>;

/** One row alone says nothing of its page, and in a short list a fifth is soon reached. */
export const FEW = 2;
const SHORT = 10;

/** More than a fifth, in a short list more than half. One row alone says nothing of its page. */
export const tooMany = (changed: number, known: number, least = FEW): boolean =>
  changed >= least && (known < SHORT ? changed * 2 > known : changed * 5 > known);

const nameOf = (row: SourceRecord): string => row.key.slice(0, 60);

/** Beyond so many rows gone, the number alone decides. */
const MOST_GONE = 20_000;

const saySlips = (rows: ReadonlySet<string>): string[] =>
  rows.size === 0
    ? []
    : [
        `${rows.size} rows stand under other headings than they should, e.g. ${[...rows].slice(0, 3).join(', ')}`,
      ];

const sayHollowed = (rows: ReadonlySet<string>): string[] =>
  rows.size === 0
    ? []
    : [`${rows.size} rows lost cells by which they were known, e.g. ${[...rows].slice(0, 3).join(', ')}`];

const sayYears = (moves: readonly YearsMoved[], records: Iterable<SourceRecord>): string[] => {
  const odd = moves.filter(({ renewal }) => !renewal);
  if (odd.length > 0)
    return [
      `in ${odd.length} rows nothing changed but years, e.g. by ${odd[0]?.by} in ${odd[0]?.columns.join(', ')}, and that is no renewal`,
    ];
  const alike = mostAlike(moves);
  if (alike < FEW) return [];
  const columns = new Set(moves.flatMap((move) => move.columns));
  let dated = 0;
  for (const record of records) {
    if (bearsYear(record, columns)) dated += 1;
    if (dated >= SHORT && !tooMany(alike, dated)) return [];
  }
  return tooMany(alike, dated)
    ? [`${alike} of ${dated} dated rows moved by the same number of years and changed in nothing else`]
    : [];
};

const sayColumns = (columns: readonly ColumnChange[]): string[] =>
  columns.flatMap(({ column, changed, emptied, cut, exchanged, filled }) => {
    const of = `of ${filled} cells of column ${column}`;
    if (emptied === filled && emptied > 0) return [`column ${column} was filled and is empty now`];
    if (exchanged) return [`${changed} cells of column ${column} changed places among the rows`];
    if (tooMany(cut, filled, 1)) return [`${cut} ${of} are cut short`];
    return tooMany(changed, filled) ? [`${changed} ${of} say something else`] : [];
  });

const rowsGone = ({ gone }: RowChanges): readonly SourceRecord[] => {
  const left: SourceRecord[] = [];
  for (const row of gone()) if (left.push(row) > MOST_GONE) return [];
  return left;
};

function* unconfirmed({ gained, confirmed }: RowChanges): Iterable<SourceRecord> {
  for (const row of gained()) if (!confirmed(row)) yield row;
}

const sayExchanged = (rows: number): string[] =>
  rows === 0 ? [] : [`${rows} rows came in the place of as many others and hold the very same words`];

/**
 * Looks at the rows that differ, one by one and column by column: years that moved alone, words under other headings, columns
 * emptied or cut. Any of it can be a true correction, so it waits for a second page; two rows whose words moved are none.
 */
export const judgeRows = (changes: RowChanges): RowFindings => {
  const { records, today, confirmed } = changes;
  const columns = columnCounter();
  const moves: YearsMoved[] = [];
  let renewals = 0;
  const slipped = new Set<string>();
  const look = ({ before, now }: RowPair): YearsMoved | null => {
    if (isSlipped(before, now)) slipped.add(nameOf(now));
    return yearsMoved(before, now, today);
  };
  for (const pair of changes.pairs()) {
    const seen = confirmed(pair.now);
    const moved = seen ? yearsMoved(pair.before, pair.now, today) : look(pair);
    if (moved?.renewal) renewals += 1;
    if (seen) continue;
    columns.add(pair);
    if (moved !== null) moves.push(moved);
  }
  const hollowed = new Set<string>();
  // Rows that left and rows that came, side by side where they could be the same row under another key.
  const gone = rowsGone(changes);
  for (const pair of likelyPairs(gone, changes.gained())) {
    if (!confirmed(pair.now) && isHollowed(pair.before, pair.now)) hollowed.add(nameOf(pair.now));
    const moved = confirmed(pair.now) ? null : look(pair);
    if (moved?.renewal === false) moves.push(moved);
  }
  for (const row of slippedNewRows(changes.gained(), records)) if (!confirmed(row)) slipped.add(nameOf(row));
  const many = slipped.size >= FEW;
  return {
    refused: many ? saySlips(slipped) : [],
    held: [
      ...(many ? [] : saySlips(slipped)),
      ...sayHollowed(hollowed),
      ...sayExchanged(exchangedRows(gone, unconfirmed(changes))),
      ...sayYears(moves, records),
      ...sayColumns(columns.changes(records)),
    ],
    renewals,
  };
};
