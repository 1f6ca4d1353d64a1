import type { CapturedRow, NewWithdrawal, Withdrawal } from '../../schema/withdrawal.ts';

/** Rows that persons recorded one by one, and taking back what was never right. */
export interface Withdrawals {
  /** The row on its list now under this key; those that wait for publication included. */
  capturedRow(source: string, key: string): Promise<CapturedRow | undefined>;
  /**
   * Rows of a source on its list now, newest first: those of which the key or a field contains `containing` in whatever letters (all for ''), after as many as
   * `offset`, at most `limit`.
   */
  capturedRows(
    source: string,
    page: Readonly<{ containing: string; offset: number; limit: number }>,
  ): Promise<readonly CapturedRow[]>;
  /** What was withdrawn of a source, newest first, at most `limit`: by whom and why. */
  withdrawals(source: string, limit: number): Promise<readonly Withdrawal[]>;
  /**
   * Keeps a withdrawal and takes the row off its list, with every earlier version of it: from the next publication on nothing rests on
   * them. To be called under the lease. False, and nothing kept, where no such row is on its list.
   */
  withdraw(given: NewWithdrawal): Promise<boolean>;
}
