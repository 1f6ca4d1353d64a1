import type { Language } from '../../../../schema/base.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const readable = (lang: Language, year: string, month: string, day: string | undefined): string => {
  if (lang === 'zh') return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
  const name = MONTHS[Number(month) - 1] ?? month;
  return `${day === undefined ? '' : `${Number(day)} `}${name} ${year}`;
};

/** A day or a month as our answers write it, standing by itself: no part of a filing number or of a longer date. */
const DATE = /(?<![\w-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])/g;

/** The page of a treatment, or of all, as our answers write it. */
const PAGE = /(?<![\w/])\/treatments(?:\/[\w-]+(?:\.[\w-]+)*)?/g;

/** Text whose dates are written out as people write them, and in which the page of a treatment is a link; a machine still reads each date in `datetime`. */
export const datedText = (page: Page, text: string): Html => {
  const parts: (Html | string)[] = [];
  let done = 0;
  for (const found of [...text.matchAll(DATE), ...text.matchAll(PAGE)].sort((a, b) => a.index - b.index)) {
    const [said, year, month = '', day] = found;
    parts.push(text.slice(done, found.index));
    parts.push(
      year === undefined
        ? html`<a href="${page.to(said)}">${said}</a>`
        : html`<time datetime="${said}">${readable(page.lang, year, month, day)}</time>`,
    );
    done = found.index + said.length;
  }
  return html`${parts}${text.slice(done)}`;
};

/** How old a list is, in days: said wherever an answer rests on one. */
export const ageText = (page: Page, ageDays: number): string => {
  if (ageDays === 0) return page.say('dated-text.today');
  return page.say('dated-text.days-old', { days: ageDays });
};
