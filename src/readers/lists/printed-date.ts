import type { PartialDate } from '../../../schema/base.ts';
import { isDay } from '../../text/dates.ts';

const CHINESE = /(20\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?/u;
const FIGURES = /(?<!\d)(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH = /\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), (20\d{2})\b/u;
const DAY_FIRST = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (20\d{2})\b/u;

const two = (figures: string): string => figures.padStart(2, '0');

const dated = (year: string, month: string, day: string | undefined): PartialDate | null => {
  const text = day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
  return isDay(day === undefined ? `${text}-01` : text) ? text : null;
};

const inEnglish = (year: string, word: string, day: string): PartialDate | null => {
  const month = MONTHS.indexOf(word.toLowerCase());
  return month === -1 ? null : dated(year, String(month + 1), day);
};

/** The first date printed in a text (2026年7月13日, 2026年6月, 2026-07-13, 2026/7/13, August 13, 2026, 13 August 2026); null when there is none. */
export const dateIn = (text: string): PartialDate | null => {
  const chinese = CHINESE.exec(text);
  if (chinese !== null) return dated(chinese[1] ?? '', chinese[2] ?? '', chinese[3]);
  const figures = FIGURES.exec(text);
  if (figures !== null) return dated(figures[1] ?? '', figures[2] ?? '', figures[3]);
  const english = ENGLISH.exec(text);
  if (english !== null) return inEnglish(english[3] ?? '', english[1] ?? '', english[2] ?? '');
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst === null ? null : inEnglish(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '');
};

/** Words that stand before the date a list speaks of, the surest first: the cut-off, then the day it was put out. */
const BEFORE = [
  /(?:截至|截止到?|数据截至|as of)\s*[:：]?/iu,
  /(?:发布日期|发布时间|发文日期|公布日期|成文日期|日期|published)\s*[:：]?/iu,
  /(?:更新日期|更新时间|last updated|updated)\s*[:：]?/iu,
];
/** A date further than this many characters behind the word belongs to something else. */
const NEAR = 30;

/**
 * The date a list states of itself: its cut-off (截至2026年7月13日), else the day it was published, else updated. Null when none of
 * these words stands before a date: then the list has no date, and none is made up.
 */
export const listDate = (texts: readonly string[]): PartialDate | null => {
  for (const words of BEFORE) {
    for (const text of texts) {
      const found = words.exec(text);
      if (found === null) continue;
      const date = dateIn(text.slice(found.index + found[0].length, found.index + found[0].length + NEAR));
      if (date !== null) return date;
    }
  }
  return null;
};

/** Two dates joined by 至, — or ~: 2021-03-12至2026-03-11. Null when it is no such pair. */
export const termIn = (text: string): Readonly<{ from: PartialDate; until: PartialDate }> | null => {
  const [first = '', second = '', ...more] = text.split(/至|到|~|～|—+|–|\sto\s/u);
  const [from, until] = [dateIn(first), dateIn(second)];
  return from === null || until === null || more.length > 0 || until < from ? null : { from, until };
};
