import type { batchFields } from '../../../../../schema/lexicon/batch-headings.ts';
import { outcomes } from '../../../../../schema/verdict.ts';
import type { RowResult } from '../../../../batch/answer/result.ts';
import type { Page } from '../../page.ts';
import { outcomeWord } from '../../views/answer-words.ts';

/** What can become of a row: an outcome, a row that could not be read, or one that was not answered yet. */
export const rowKinds = [...outcomes, 'bad', 'waiting'] as const;
export type RowKind = (typeof rowKinds)[number];

export const kindOf = (result: RowResult | null): RowKind =>
  result === null ? 'waiting' : (result.outcome ?? 'bad');

/** What became of a row, in the words of the badge where it has one. */
export const kindWord = (page: Page, kind: RowKind): string =>
  kind === 'ambiguous' || kind === 'bad' || kind === 'waiting'
    ? page.say(`list-words.kind-${kind}`)
    : outcomeWord(page, kind);

/** How far a list is, in words. */
export const stateWord = (page: Page, state: string): string =>
  page.say(`list-words.state-${state as 'held' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'}`);

/** What a column was read as. */
export const fieldWord = (page: Page, field: (typeof batchFields)[number]): string =>
  page.say(`list-words.field-${field}`);
