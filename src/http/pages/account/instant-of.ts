/** An instant as a person reads it: the day and the minute, in the one zone that the data speaks of. */
export const instantOf = (instant: string): string => {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`;
};
