let minute: Intl.DateTimeFormat | undefined;

/** Swedes write dates as ISO 8601 does. To make this takes longer than all it is used for, so no start waits for it. */
const inMinutes = (): Intl.DateTimeFormat => {
  minute ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return minute;
};

/** An instant as a person reads it: the day and the minute, in the one zone that the data speaks of. */
export const instantOf = (instant: string): string => inMinutes().format(new Date(instant));
