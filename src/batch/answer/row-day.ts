import type { Bilingual, Day } from '../../../schema/base.ts';
import { dateIn } from '../../readers/lists/printed-date.ts';
import { isDay } from '../../text/dates.ts';
import { problems } from './row-problems.ts';

/** The day of a cell; `day` null where it is none to ask about, and `words` says why and what was done. */
type RowDay = Readonly<{ day: Day; words: null } | { day: null; words: Bilingual; toCome: boolean }>;

const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/u;
/** Wherever points are written, the day comes first; in China and Japan a year in short does (25.09.01). */
const POINTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?((?:20)?\d{2})$/u;
/** A day with its month in letters and its year in short: 1-Sep-25. */
const LETTERED = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ](\d{2})$/u;
/** A month and no day: Sept 2025, 2025年9月, 2025-09, 09/2025. */
const MONTH = /^(?:20\d{2}[-/.年]\s?\d{1,2}月?|\d{1,2}[-/.]20\d{2}|[A-Za-zÀ-ž]{3,10}\.? 20\d{2})$/u;
/** A day, and what stands between it and another one. */
const RANGE = /^(.{6,20}?)(?:\s[-–—~～]\s?|[–—~～至到]|(?<=\.20\d{2})-|\s(?:to|bis|until)\s)(.{2,20})$/u;
/** A spreadsheet keeps a day as the number of days since the end of 1899; these are the years 2000 to 2099. */
const SERIAL = /^\d{5}$/u;
const [FIRST, LAST] = [36_526, 73_050];
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](20\d{2})$/u;

/** The day that a spreadsheet's number means; '' for a number that is none. */
const ofSerial = (cell: string): Day | '' => {
  const count = SERIAL.test(cell) ? Number(cell) : 0;
  return count < FIRST || count > LAST
    ? ''
    : new Date(Date.UTC(1899, 11, 30 + count)).toISOString().slice(0, 10);
};

const century = (year: string): string => (year.length === 2 ? `20${year}` : year);

const written = (year = '', month = '', day = ''): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** All days that a cell can mean: one, none, or two where it may be read from either end. */
const daysIn = (cell: string): readonly Day[] => {
  const [, year, month, day] = COMPACT.exec(cell) ?? [];
  const [, first, second, third] = POINTED.exec(cell) ?? [];
  const [, dayOf, month3, short] = LETTERED.exec(cell) ?? [];
  const [, one, other, last] = SLASHED.exec(cell) ?? [];
  const all = [
    ...(year === undefined ? [] : [written(year, month, day)]),
    ...(first === undefined ? [] : [written(century(third ?? ''), second, first)]),
    ...(first?.length === 2 && third?.length === 2 ? [written(century(first), second, third)] : []),
    ...(one === undefined ? [] : [written(last, other, one), written(last, one, other)]),
    ofSerial(cell),
    dateIn(short === undefined ? cell : `${dayOf} ${month3} 20${short}`) ?? '',
  ];
  return [...new Set(all.filter(isDay))];
};

const unread: Bilingual = {
  en: 'is no day that can be read; write it as 2026-11-28',
  zh: '不是可识别的日期；请写作2026-11-28',
};
const monthOnly: Bilingual = {
  en: 'names a month and no day; write a day of it as 2026-11-28',
  zh: '只有年月，没有日期；请写明某一天，如2026-11-28',
};
const span: Bilingual = {
  en: 'holds a span of days; a row asks about one: write the first day as 2026-11-28',
  zh: '为一段日期；每行只能询问一天，请写明第一天，如2026-11-28',
};

/** Whether a cell is a span: two days, or a day and the end of one. */
const isSpan = (cell: string): boolean => {
  const [, from, until] = RANGE.exec(cell) ?? [];
  return from !== undefined && until !== undefined && daysIn(from.trim()).length > 0 && /\d/u.test(until);
};

const either = ([one = '', other = '']: readonly Day[]): Bilingual => ({
  en: `may be ${one} or ${other}; write it as one of these`,
  zh: `可能是${one}，也可能是${other}；请按其中一种写法填写`,
});
/** So many years from today a day is that a list asks about, where its year is written in short. */
const NEAR = 10;

/** Of several days that a cell may mean those near today; all where none is. */
const nearToday = (days: readonly Day[], today: Day): readonly Day[] => {
  const near = days.filter((day) => Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= NEAR);
  return near.length > 0 ? near : days;
};

/**
 * Reads the day of a row as lists of many countries write it (2026-11-28, 20261128, 28.11.2026, 28/11/2026, 28 November 2026, 2026年11月28日, and a spreadsheet's number of days). What may be read
 * from either end (03/04/2026) is never guessed.
 */
export const rowDay = (cell: string, today: Day): RowDay => {
  if (isSpan(cell)) return { day: null, words: span, toCome: false };
  if (MONTH.test(cell)) return { day: null, words: monthOnly, toCome: false };
  const days = nearToday(daysIn(cell), today);
  const [day] = days;
  if (day === undefined) return { day: null, words: unread, toCome: false };
  if (days.length > 1) return { day: null, words: either(days), toCome: false };
  return day > today ? { day: null, words: problems.dayAhead, toCome: true } : { day, words: null };
};
