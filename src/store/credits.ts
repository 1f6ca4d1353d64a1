/** Credits to set aside of a source's month, and the most that month may spend. */
export type Spending = Readonly<{ source: string; month: string; credits: number; budget: number }>;

/** The book of credits that interfaces with a key took, a calendar month in Asia/Shanghai at a time. */
export interface Credits {
  /** Sets credits aside; false, and nothing changed, where that would exceed the budget. */
  spend(spending: Spending): Promise<boolean>;
  /** Corrects what was set aside to what it cost; `by` may be negative. */
  correct(source: string, month: string, by: number): Promise<void>;
  /** Credits each source spent in a month. */
  spent(month: string): Promise<ReadonlyMap<string, number>>;
}
