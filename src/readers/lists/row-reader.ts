import type { SourceIssue } from '../../../schema/record.ts';

/** Reads one row cell by cell; what no call took or dropped is reported by `audit`. */
export type RowReader = {
  /** 1-based, header not counted. */
  readonly row: number;
  /** The cells as printed, by heading. */
  readonly raw: Readonly<Record<string, string>>;
  /** Takes a cell, spaces at its ends removed; '' when empty or absent. */
  take(column: string): string;
  /** Leaves cells unread on purpose, since they mean nothing here: they stay in `raw`. */
  drop(...columns: readonly string[]): void;
  /** An issue for every column neither taken nor dropped. Call it last. */
  audit(): readonly SourceIssue[];
};

/** An issue: what could not be read, where, in words for an operator. */
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

/** Opens a row reader. `raw` is what will be kept: personal columns must be removed before. */
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
