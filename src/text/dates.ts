import type { Day, PartialDate } from '../../schema/base.ts';

/**
 * Dates of the field, all in Asia/Shanghai (UTC+8, no summer time since 1991), as YYYY-MM-DD strings that compare as text.
 * A partial date is always read against the claim: `earliest` to judge age, `latest` to judge whether something had begun.
 */
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days formatted so far: every answer needs the same few hundred, and formatting one is slow. */
const written = new Map<number, Day>();

/** The day that begins `time` milliseconds after 1970-01-01T00:00Z; `time` may lie anywhere in the day. */
const dayAt = (time: number): Day => {
  const number = Math.floor(time / DAY_MS);
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(time).toISOString().slice(0, 10);
  if (written.size < 100_000) written.set(number, day);
  return day;
};

/** Days that were read, and last days of months: the same few hundred again and again. */
const MOST_READ = 20_000;
const numbers = new Map<Day, number>();
const ends = new Map<PartialDate, Day>();

/** Days since 1970-01-01. */
const numberOf = (day: Day): number => {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (numbers.size < MOST_READ) numbers.set(day, number);
  return number;
};

const endOfMonth = (month: PartialDate): Day => {
  const known = ends.get(month);
  if (known !== undefined) return known;
  const [year, number] = month.split('-').map(Number);
  const day = new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
  if (ends.size < MOST_READ) ends.set(month, day);
  return day;
};

/** The calendar day in Asia/Shanghai at this instant. */
export const shanghaiDay = (now: Date): Day => dayAt(now.getTime() + SHANGHAI_MS);

/** First day a partial date can mean: 2025-06 → 2025-06-01. */
export const earliest = (date: PartialDate): Day =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

/** Last day a partial date can mean: 2025-06 → 2025-06-30. */
export const latest = (date: PartialDate): Day => {
  if (date.length === 10) return date;
  return date.length === 4 ? `${date}-12-31` : endOfMonth(date);
};

/** `days` later (or earlier, if negative). */
export const addDays = (day: Day, days: number): Day => dayAt((numberOf(day) + days) * DAY_MS);

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
};

/** `years` later; 29 February becomes the 28th in other years: 2024-02-29 + 1 year is 2025-02-28. */
export const addYears = (day: Day, years: number): Day => {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
};

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round(numberOf(to) - numberOf(from));

/** True for a day that exists in the calendar: 2025-02-30 does not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
};
