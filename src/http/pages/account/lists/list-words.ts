import type { batchFields } from '../../../../../schema/lexicon/batch-headings.ts';
import { type RowResult, rowStates } from '../../../../batch/answer/result.ts';
import { stateWord as wordOf } from '../../../../batch/write/added-columns.ts';
import type { Counts } from '../../../../batch/write/summary.ts';
import type { Page } from '../../page.ts';

/** What can become of a row: an outcome and what a “no” rests on, a row that could not be read, or one that was not answered yet. */
export const rowKinds = [...rowStates, 'bad', 'waiting'] as const;
export type RowKind = (typeof rowKinds)[number];

export const kindOf = (result: RowResult | null): RowKind =>
  result === null ? 'waiting' : (result.state ?? result.outcome ?? 'bad');

/** What became of a row, in the words of the badge where it has one. */
export const kindWord = (page: Page, kind: RowKind): string =>
  kind === 'bad' || kind === 'waiting' ? page.say(`list-words.kind-${kind}`) : wordOf(kind, page.lang);

/** How many rows became what; a “no” that rests on a ban or on a term that ended is counted as that alone. */
export const countOf = (counts: Counts, kind: RowKind): number =>
  kind === 'refuted' ? counts.refuted - counts.prohibited - counts.expired : counts[kind];

/** How many rows are answered, how many wait for whom they mean to be chosen, and how many could not be read. */
export const progressWords = (page: Page, { rows, bad, ambiguous, waiting }: Counts): string => {
  const { say } = page;
  return [
    say('list-words.answered-of', { answered: rows - bad - ambiguous - waiting, rows }),
    ...(ambiguous === 0 ? [] : [say('list-words.need-choice', { rows: ambiguous })]),
    ...(bad === 0 ? [] : [say('list-words.unread', { rows: bad })]),
  ].join(' · ');
};

/** How far a list is, in words. */
export const stateWord = (page: Page, state: string): string =>
  page.say(`list-words.state-${state as 'held' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'}`);

/** What a column was read as. */
export const fieldWord = (page: Page, field: (typeof batchFields)[number]): string =>
  page.say(`list-words.field-${field}`);
