import { refuseParameter } from './parameters.ts';

/** Instants between which something became what it is: from the first one on, before the second one. */
type Changed = Readonly<{ changedFrom?: string | undefined; changedBefore?: string | undefined }>;

const VALUE =
  /^(eq|ge|gt|le|lt)?(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2}))?$/;

const refuse = (): never =>
  refuseParameter([
    {
      field: '?_lastUpdated',
      problem: 'is no date or instant',
      expected: 'eq, ge, gt, le or lt and a date or an instant with its zone, such as ge2026-11-21',
    },
  ]);

/** The first instant after a year, month or day that begins at this one (UTC). */
const dateEnd = (date: string, begin: Date): Date => {
  const [year, month, day] = [begin.getUTCFullYear(), begin.getUTCMonth(), begin.getUTCDate()];
  if (date.length === 4) return new Date(Date.UTC(year + 1, 0, 1));
  return date.length === 7
    ? new Date(Date.UTC(year, month + 1, 1))
    : new Date(Date.UTC(year, month, day + 1));
};

/** What a value covers, from its first instant to the first one after it: a date a whole day in UTC, an instant as far as it is written. */
const spanOf = (date: string, time: string | undefined, zone: string | undefined) => {
  const begin = new Date(time === undefined ? date : `${date}T${time}${zone}`);
  if (Number.isNaN(begin.getTime()) || (time !== undefined && date.length < 10)) return refuse();
  if (time === undefined) return { begin, end: dateEnd(date, begin) };
  const written = time.includes('.') ? 1 : time.length > 5 ? 1000 : 60_000;
  return { begin, end: new Date(begin.getTime() + written) };
};

const later = (one: string | undefined, other: string): string =>
  one === undefined || other > one ? other : one;
const sooner = (one: string | undefined, other: string): string =>
  one === undefined || other < one ? other : one;

/** Reads `_lastUpdated`, which may stand several times: all of them hold. */
export const readChanged = (values: readonly string[]): Changed => {
  let [changedFrom, changedBefore]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const value of values) {
    const [, prefix = 'eq', date = '', time, zone] = VALUE.exec(value.trim().replace(' ', '+')) ?? [];
    const { begin, end } = date === '' ? refuse() : spanOf(date, time, zone);
    const [from, until] = [begin.toISOString(), end.toISOString()];
    if (prefix === 'ge' || prefix === 'eq') changedFrom = later(changedFrom, from);
    if (prefix === 'gt') changedFrom = later(changedFrom, until);
    if (prefix === 'lt') changedBefore = sooner(changedBefore, from);
    if (prefix === 'le' || prefix === 'eq') changedBefore = sooner(changedBefore, until);
  }
  return { changedFrom, changedBefore };
};

/** Whether an instant lies between them. */
export const isWithin = (at: string, { changedFrom, changedBefore }: Changed): boolean =>
  (changedFrom === undefined || at >= changedFrom) && (changedBefore === undefined || at < changedBefore);
