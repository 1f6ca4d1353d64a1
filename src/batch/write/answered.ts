import type { Language } from '../../../schema/base.ts';
import type { RowResult } from '../answer/result.ts';
import type { List, ListRow } from '../list.ts';

/** A row with what was added to it; null as long as it was not answered. */
export type AnsweredRow = Readonly<{ row: ListRow; result: RowResult | null }>;

/** A list with its answers, some rows at a time, and what all of them rest on. */
export type AnsweredList = Readonly<{
  list: Pick<List, 'file' | 'tables' | 'notes' | 'text'>;
  lang: Language;
  /** Null as long as no row was answered. */
  generation: number | null;
  /** The day in Asia/Shanghai on which it was answered. */
  asOf: string | null;
  policyVersion: string;
  parts: AsyncIterable<readonly AnsweredRow[]>;
}>;

export const resultFormats = ['xlsx', 'csv', 'json', 'ndjson'] as const;
export type ResultFormat = (typeof resultFormats)[number];
