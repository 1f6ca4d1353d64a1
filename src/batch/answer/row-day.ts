import type { Bilingual, Day } from '../../../schema/base.ts';
import { dateIn } from '../../readers/lists/printed-date.ts';
import { isDay } from '../../text/dates.ts';
import { problems } from './row-problems.ts';

/** The day of a cell; `day` null where it is none to ask about, and `words` says why and what was done. */
type RowDay = Readonly<{ day: Day; words: null } | { day: null; words: Bilingual; toCome: boolean }>;

const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/u;
/** Wherever points are written, the day comes first. */
const POINTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d{2})$/u;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](20\d{2})$/u;

const written = (year = '', month = '', day = ''): Day =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** All days that a cell can mean: one, none, or two where it may be read from either end. */
const daysIn = (cell: string): readonly Day[] => {
  const [, year, month, day] = COMPACT.exec(cell) ?? [];
  const [, first, second, third] = POINTED.exec(cell) ?? [];
  const [, one, other, last] = SLASHED.exec(cell) ?? [];
  const all = [
    ...(year === undefined ? [] : [written(year, month, day)]),
    ...(first === undefined ? [] : [written(third, second, first)]),
    ...(one === undefined ? [] : [written(last, other, one), written(last, one, other)]),
    dateIn(cell) ?? '',
  ];
  return [...new Set(all.filter(isDay))];
};

const unread: Bilingual = {
  en: 'is no day that can be read; write it as 2026-11-28',
  zh: '不是可识别的日期；请写作2026-11-28',
};
const either = ([one = '', other = '']: readonly Day[]): Bilingual => ({
  en: `may be ${one} or ${other}; write it as one of these`,
  zh: `可能是${one}，也可能是${other}；请按其中一种写法填写`,
});
/**
 * Reads the day of a row as lists of many countries write it (2026-11-28, 20261128, 28.11.2026, 28/11/2026, 28 November 2026, 2026年11月28日). What may be read
 * from either end (03/04/2026) is never guessed.
 */
export const rowDay = (cell: string, today: Day): RowDay => {
  const days = daysIn(cell);
  const [day] = days;
  if (day === undefined) return { day: null, words: unread, toCome: false };
  if (days.length > 1) return { day: null, words: either(days), toCome: false };
  return day > today ? { day: null, words: problems.dayAhead, toCome: true } : { day, words: null };
};
