import type { SourceIssue } from '../../../schema/record.ts';

/** One row to be emptied: cells are taken out by name, and what nobody took is reported. */
export type RowReader = {
  /** 1-based, header not counted. */
  readonly row: number;
  /** The row's own words, untouched. */
  readonly raw: Readonly<Record<string, string>>;
  /** Takes a cell, spaces at its ends removed; '' when empty or absent. */
  take(column: string): string;
  /** Takes a cell that has no meaning for us, on purpose: it stays in `raw`. */
  drop(...columns: readonly string[]): void;
  /** An issue for every column left over. Call it last. */
  audit(): readonly SourceIssue[];
};

/** Trouble reading one row, worded for an operator. */
export const issue = (
  code: SourceIssue['code'],
  row: number | null,
  column: string | null,
  detail: string,
): SourceIssue => ({ kind: 'issue', code, row, column, detail });

/** Headings under which a list may take back what its row says: a licence that was cancelled is still a row. */
const TAKES_BACK =
  /注销|撤销|吊销|暂停|停业|歇业|取消|失效|作废|废止|状态|cancel|revo[kc]|suspend|withdr|expir|status|invalid/iu;

/** True for a heading that nobody may pass over unread: what stands below it could turn a yes into a no. */
export const couldTakeBack = (heading: string): boolean => TAKES_BACK.test(heading);

/** A column that is read by nobody, named without its cells, which are not kept. */
export const unreadColumn = (column: string): SourceIssue =>
  issue('leftover-column', null, column.slice(0, 60), 'a further column, read by nobody and not kept');

/** Opens a row for taking. `raw` is what will be kept: personal columns must not be in it any more. */
export const rowReader = (row: number, raw: Readonly<Record<string, string>>): RowReader => {
  const left = new Set(Object.keys(raw));
  return {
    row,
    raw,
    take(column) {
      left.delete(column);
      return (raw[column] ?? '').trim();
    },
    drop(...columns) {
      for (const column of columns) left.delete(column);
    },
    audit: () =>
      [...left].map((column) =>
        issue('leftover-column', row, column, `column ${column} is read by nobody: "${raw[column] ?? ''}"`),
      ),
  };
};

/** The optional members that are really there: `given({ cite: '' })` is `{}`. */
export const given = <T extends Readonly<Record<string, string | undefined>>>(
  members: T,
): { readonly [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== '')) as {
    readonly [K in keyof T]?: string;
  };
