/** Waits between attempts, in seconds, as Standard Webhooks advises: ten attempts within 75 hours. */
const WAITS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** The instant of the next attempt after so many that failed; null where there is none. */
export const nextAttempt = (failed: number, now: Date): string | null => {
  const wait = WAITS[failed - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 1000).toISOString();
};
