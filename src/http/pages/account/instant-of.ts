/** Swedes write dates as ISO 8601 does. */
const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as a person reads it: the day and the minute, in the one zone that the data speaks of. */
export const instantOf = (instant: string): string => minute.format(new Date(instant));
