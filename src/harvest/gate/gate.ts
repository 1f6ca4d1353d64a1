import type { SourceRecord } from '../../../schema/record.ts';
import type { Expect } from '../../../schema/source.ts';
import type { DiffCounts } from '../../store/diff-rows.ts';
import { type EditionFacts, editionFacts, type Repeated, repeatFinder } from '../read/edition-facts.ts';
import { checkRows, type DiffContext, FEW, tooMany } from './gate-rows.ts';

type Count = (facts: EditionFacts, expect: Expect, lastRows: number | null) => readonly string[];

/** Examples named in one refusal; the rest is counted. */
const EXAMPLES = 3;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

const inRange: Count = (facts, { rows }) =>
  facts.rows < rows.min || facts.rows > rows.max
    ? [`${facts.rows} rows read, expected ${rows.min} to ${rows.max}`]
    : [];

const noDrop: Count = ({ rows }, { maxDrop }, lastRows) =>
  lastRows !== null && rows < lastRows * (1 - maxDrop)
    ? [`${rows} rows after ${lastRows} in the last good runs: a fall of more than ${percent(maxDrop)}`]
    : [];

const filled: Count = ({ rows, headings }, { fill = {} }) =>
  Object.entries(fill).flatMap(([column, share]) => {
    const full = headings[column]?.filled ?? 0;
    return full < rows * share
      ? [`column ${column} is filled in ${full} of ${rows} rows, expected at least ${percent(share)}`]
      : [];
  });

const sayRepeated = (what: string, values: ReadonlySet<string>): readonly string[] =>
  values.size === 0
    ? []
    : [
        `${values.size} values of ${what} occur more than once, e.g. ${[...values].slice(0, EXAMPLES).join(', ')}`,
      ];

const canary: Count = (facts, { canary: bird }) =>
  bird === undefined || facts.canary > 0
    ? []
    : [`the row that must be there is gone: column ${bird.column} never holds ${bird.value}`];

/** Expects nothing: any number of rows. */
const FREE: Expect = { rows: { min: 0, max: Number.MAX_SAFE_INTEGER }, maxDrop: 1 };

const counts: readonly Count[] = [inRange, noDrop, filled, canary];

/**
 * Judges what all rows of an edition come to before it may become one. Gives the reasons to refuse it, empty when it passes;
 * `lastRows` is the median size of the last good runs, null when there is none.
 */
export const judgeFacts: Count = (facts, expect, lastRows) =>
  counts.flatMap((check) => check(facts, expect, lastRows));

/** Judges rows that a parser read, by what was found while they were gone through: whether each has a key of its own and words to cite. */
export const judgeRepeated = ({ keys, columns, lost }: Repeated): readonly string[] => [
  ...columns.flatMap(({ column, twice }) => sayRepeated(`column ${column}`, twice)),
  ...sayRepeated('the row key', keys),
  ...(lost > 0 ? [`${lost} records have no key or no row number`] : []),
];

const judgeRecords = (records: Iterable<SourceRecord>, expect: Expect): readonly string[] => {
  const { add, found } = repeatFinder(expect);
  for (const record of records) add(record);
  return judgeRepeated(found());
};

/** Judges the rows of an edition that were all read, as `judgeFacts` and `judgeRepeated` do. */
export const judgeEdition = (
  records: readonly SourceRecord[],
  expect: Expect,
  lastRows: number | null,
): readonly string[] => [
  ...judgeFacts(editionFacts(records, expect), expect, lastRows),
  ...judgeRecords(records, expect),
];

/** What no operator can accept: rows that could not be told apart in the next edition, or not be cited. */
export const unacceptable = (records: Iterable<SourceRecord>): readonly string[] =>
  judgeRecords(records, FREE);

/** Begins every reason for which a page is quarantined: when a second page says the same, it is believed. Stored with runs, so it stays. */
const QUARANTINED = 'held for a second look: ';

/** True when every reason against a page is one of quarantine, so that a second page can settle it. */
export const isQuarantined = (refusals: readonly string[]): boolean =>
  refusals.length > 0 && refusals.every((one) => one.startsWith(QUARANTINED));

/** When more rows than this changed, they are counted and not compared one by one. */
const MOST_CHANGED = 50_000;

const sayWhole = (
  { changed, removed, missing, unchanged, known, fresh, renumbered }: DiffCounts,
  { maxDrop }: Expect,
  renewals: number,
): string[] => {
  const gone = changed - renewals + (maxDrop < 1 ? removed + missing : 0);
  const refusals: string[] = [];
  if (tooMany(gone, known))
    refusals.push(
      `${gone} of ${known} rows are gone or say something else than in the last good edition, ${unchanged} are as they were`,
    );
  if (renumbered >= FEW && renumbered * 2 > fresh)
    refusals.push(`${renumbered} of ${fresh} new rows are rows of the last page under other numbers`);
  return refusals;
};

const quarantine = (doubts: readonly string[]): string[] => doubts.map((why) => `${QUARANTINED}${why}`);

/**
 * Judges how an edition differs from the one before. Lists change row by row: when more than a fifth of the rows (half, in a short
 * list) changed overnight, columns changed places, cells shifted, or it is another list, and the page is refused. Otherwise the
 * changed rows are looked at one by one. New code may read the same page in another way, so that is let through; a new page read by
 * new code is quarantined instead of refused. Lists that may fall to nothing (`maxDrop` 1) may lose all their rows.
 */
export const judgeDifference = async (
  expect: Expect,
  context: DiffContext,
  diff: DiffCounts,
): Promise<readonly string[]> => {
  if (diff.rereading === true) return [];
  const byOthers = diff.rereading === 'other-page';
  if (diff.changed > MOST_CHANGED && sayWhole(diff, expect, 0).length > 0)
    return byOthers ? quarantine(context.again ? [] : sayWhole(diff, expect, 0)) : sayWhole(diff, expect, 0);
  const rows = await checkRows({ ...diff.rows, ...context, everyLoss: expect.losses !== undefined });
  const refusals = [...sayWhole(diff, expect, rows.renewals), ...rows.refused];
  if (byOthers)
    return context.again ? quarantine(rows.quarantined) : quarantine([...refusals, ...rows.quarantined]);
  return refusals.length > 0 ? refusals : quarantine(rows.quarantined);
};
