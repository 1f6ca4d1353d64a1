import type { SourceRecord } from '../../../schema/record.ts';
import type { DiffRows, RowPair } from '../../store/diff-rows.ts';
import { shanghaiDay } from '../../text/dates.ts';
import type { EditionFacts } from '../read/edition-facts.ts';
import type { ReadEdition } from '../read/read-edition.ts';
import { type ColumnChange, columnCounter } from './changed-columns.ts';
import { exchangedRows, isHollowed, isShifted, likelyPairs } from './column-shift.ts';
import { shiftedNewRows } from './shifted-new-rows.ts';
import { bearsYear, mostAlike, type YearsMoved, yearsMoved } from './years-moved.ts';

/** The rows that differ from the last good edition, and what they are judged by. */
type RowChanges = DiffRows & DiffContext;

/** What the difference of two editions is judged with, besides the rows that differ. */
export type DiffContext = Readonly<{
  /** The rows of the new edition that were read. */
  read: Iterable<Readonly<{ record: SourceRecord }>>;
  /** Counts over all its rows. */
  facts: EditionFacts;
  /** YYYY-MM-DD. */
  today: string;
  /** True for a row that stood in the same words on an earlier page, which was quarantined on another day. */
  confirmed: (record: SourceRecord) => boolean;
  /** True when there is such an earlier page. */
  again: boolean;
  /** True where every lost row and every new name waits for a second page (`losses` of the descriptor). */
  everyLoss?: boolean;
}>;

/** The context of an edition read at `now`; `confirmed` is null when no earlier page was quarantined. */
export const diffContext = (
  { records, facts }: Pick<ReadEdition, 'records' | 'facts'>,
  now: Date,
  confirmed: DiffContext['confirmed'] | null,
): DiffContext => ({
  read: records,
  facts,
  today: shanghaiDay(now),
  confirmed: confirmed ?? (() => false),
  again: confirmed !== null,
});

/** `quarantined`: waits for a second page that says the same; `refused`: a person must look; `renewals`: how many rows were renewed. */
type RowFindings = Readonly<{
  quarantined: readonly string[];
  refused: readonly string[];
  renewals: number;
}>;

/** Changes of fewer rows than this do not count as a sign of a broken page. */
export const FEW = 2;
/** In a list shorter than this a fifth is soon reached, so half is asked for. */
const SHORT = 10;

/** True for more than a fifth of `known` rows (more than half in a short list), and for at least `least`. */
export const tooMany = (changed: number, known: number, least = FEW): boolean =>
  changed >= least && (known < SHORT ? changed * 2 > known : changed * 5 > known);

const nameOf = (row: SourceRecord): string => row.key.slice(0, 60);

/** When more rows than this are gone, their number alone decides and they are not compared. */
const MOST_GONE = 20_000;

const sayShifted = (rows: ReadonlySet<string>): string[] =>
  rows.size === 0
    ? []
    : [
        `${rows.size} rows stand under other headings than they should, e.g. ${[...rows].slice(0, 3).join(', ')}`,
      ];

const sayHollowed = (rows: ReadonlySet<string>): string[] =>
  rows.size === 0
    ? []
    : [`${rows.size} rows lost cells by which they were known, e.g. ${[...rows].slice(0, 3).join(', ')}`];

const sayYears = async (
  moves: readonly YearsMoved[],
  records: AsyncIterable<SourceRecord>,
): Promise<string[]> => {
  const odd = moves.filter(({ renewal }) => !renewal);
  if (odd.length > 0)
    return [
      `in ${odd.length} rows nothing changed but years, e.g. by ${odd[0]?.by} in ${odd[0]?.columns.join(', ')}, and that is no renewal`,
    ];
  const alike = mostAlike(moves);
  if (alike < FEW) return [];
  const columns = new Set(moves.flatMap((move) => move.columns));
  let dated = 0;
  for await (const record of records) {
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

const legalName = (row: SourceRecord): string | undefined =>
  row.kind === 'institution' ? row.names[0]?.value : undefined;

/** True when a row bears another name than under the same key before: a licence number does not pass from one hospital to another. */
const isRenamed = ({ before, now }: RowPair): boolean => legalName(before) !== legalName(now);

/** Where every loss waits: rows gone that the quarantined page still held, or that no page was asked about yet, and new names. */
const sayLosses = (
  { everyLoss, again, confirmed }: RowChanges,
  gone: readonly SourceRecord[],
  renamed: ReadonlySet<string>,
): string[] => {
  if (everyLoss !== true) return [];
  const lost = gone.filter((row) => !again || confirmed(row)).map(nameOf);
  return [
    ...(lost.length === 0
      ? []
      : [`${lost.length} rows are not on the list any more, e.g. ${lost.slice(0, 3).join(', ')}`]),
    ...(renamed.size === 0
      ? []
      : [`${renamed.size} rows bear another name, e.g. ${[...renamed].slice(0, 3).join(', ')}`]),
  ];
};

const rowsGone = async ({ gone }: RowChanges): Promise<readonly SourceRecord[]> => {
  const left: SourceRecord[] = [];
  for await (const row of gone()) if (left.push(row) > MOST_GONE) return [];
  return left;
};

/** All rows of the new edition: those that were read, then those that stand as they were. */
async function* allRows({ read, kept }: RowChanges): AsyncIterable<SourceRecord> {
  for (const { record } of read) yield record;
  yield* kept();
}

function* unconfirmed({ gained, confirmed }: RowChanges): Iterable<SourceRecord> {
  for (const row of gained()) if (!confirmed(row)) yield row;
}

const sayExchanged = (rows: number): string[] =>
  rows === 0 ? [] : [`${rows} rows came in the place of as many others and hold the very same words`];

/**
 * Looks at the rows that differ, one by one and column by column: only years changed, texts under other headings, columns emptied
 * or cut short. Any of it can be a true correction, so the page is quarantined; it is refused when texts shifted in two rows or more.
 */
export const checkRows = async (changes: RowChanges): Promise<RowFindings> => {
  const { today, confirmed } = changes;
  const columns = columnCounter();
  const moves: YearsMoved[] = [];
  let renewals = 0;
  const shifted = new Set<string>();
  const renamed = new Set<string>();
  const look = ({ before, now }: RowPair): YearsMoved | null => {
    if (isShifted(before, now)) shifted.add(nameOf(now));
    return yearsMoved(before, now, today);
  };
  for await (const pair of changes.pairs()) {
    const seen = confirmed(pair.now);
    const moved = seen ? yearsMoved(pair.before, pair.now, today) : look(pair);
    if (moved?.renewal) renewals += 1;
    if (seen) continue;
    columns.add(pair);
    if (isRenamed(pair)) renamed.add(nameOf(pair.now));
    if (moved !== null) moves.push(moved);
  }
  const hollowed = new Set<string>();
  // A gone and a new row may be the same row under another key: such pairs are compared like changed rows.
  const gone = await rowsGone(changes);
  for (const pair of likelyPairs(gone, changes.gained())) {
    if (!confirmed(pair.now) && isHollowed(pair.before, pair.now)) hollowed.add(nameOf(pair.now));
    const moved = confirmed(pair.now) ? null : look(pair);
    if (moved?.renewal === false) moves.push(moved);
  }
  for (const row of await shiftedNewRows(changes.gained(), allRows(changes)))
    if (!confirmed(row)) shifted.add(nameOf(row));
  const many = shifted.size >= FEW;
  return {
    refused: many ? sayShifted(shifted) : [],
    quarantined: [
      ...(many ? [] : sayShifted(shifted)),
      ...sayHollowed(hollowed),
      ...sayLosses(changes, gone, renamed),
      ...sayExchanged(exchangedRows(gone, unconfirmed(changes))),
      ...(await sayYears(moves, allRows(changes))),
      ...sayColumns(columns.changes(changes.facts)),
    ],
    renewals,
  };
};
