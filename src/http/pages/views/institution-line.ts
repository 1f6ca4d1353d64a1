import type { InstitutionSummary } from '../../../../schema/verdict.ts';
import { placeTitle } from '../../../places/english-title.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** The English name below a Chinese one: the one on record, else a translation of ours, which says so. */
export const englishName = (page: Page, { zh, en, translation }: InstitutionSummary['name']): Html | null => {
  if (zh === null) return null;
  if (en !== null) return html`<p class="en" lang="en">${en}</p>`;
  return translation === undefined
    ? null
    : html`<p class="en"><span lang="en">${translation}</span> <span class="soft">${page.say('(our translation, no registered name)', '（本站译名，非登记名称）')}</span></p>`;
};

type Where = Readonly<{
  province?: string | null | undefined;
  city?: string | null | undefined;
  district?: string | null | undefined;
}>;

/** Province, city and district, each once, in the language of the page; '' where none is stated. */
export const placeLine = (page: Page, { province, city, district }: Where): string => {
  const parts = [province, city, district].filter((part) => part !== null && part !== undefined);
  const shown = parts.map((part) => (page.lang === 'zh' ? part : placeTitle(part)));
  return [...new Set(shown)].join(' · ');
};
