import type { InstitutionSummary } from '../../../../schema/verdict.ts';
import { placeTitle } from '../../../places/english-title.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

type Name = InstitutionSummary['name'];

const ours = (page: Page): string => page.say('institution-line.our-translation');

/** A name in its language, so that it is read aloud rightly. */
const spoken = (lang: 'en' | 'zh-Hans', text: string): Html => html`<span lang="${lang}">${text}</span>`;

/** The English name: the one on record, else a translation of ours, which says so; null where there is neither. */
const english = (page: Page, { en, translation }: Name): Html | null => {
  if (en !== null) return spoken('en', en);
  return translation === undefined
    ? null
    : html`${spoken('en', translation)} <span class="fine">${ours(page)}</span>`;
};

/** The names of an institution, the one in the language of the page first; the second is null where there is one only. */
export const bothNames = (page: Page, name: Name, id: string): readonly [Html | string, Html | null] => {
  const zh = name.zh === null ? null : spoken('zh-Hans', name.zh);
  const en = english(page, name);
  const [first, second] = page.lang === 'zh' ? [zh, en] : [en, zh];
  return first === null ? [second ?? id, null] : [first, second];
};

type Where = Readonly<{
  province?: string | null | undefined;
  city?: string | null | undefined;
  district?: string | null | undefined;
}>;

/** City, province and district, each once, in the language and the order of the page; '' where none is stated. */
export const placeLine = (page: Page, { province, city, district }: Where): string => {
  const parts = [province, city, district].filter((part) => part !== null && part !== undefined);
  const shown = [...new Set(parts.map((part) => (page.lang === 'zh' ? part : placeTitle(part))))];
  return page.lang === 'zh' ? shown.join(' ') : shown.toReversed().join(', ');
};

/** Whom a page is about: the name in its language, the other one and the place below. */
export const nameHeading = (page: Page, one: InstitutionSummary & Where, link?: string): Html => {
  const [first, second] = bothNames(page, one.name, one.id);
  const place = placeLine(page, one);
  return html`<h1>${link === undefined ? first : html`<a href="${link}">${first}</a>`}</h1>
<p class="where">${second}${second !== null && place !== '' ? ' · ' : null}${place}</p>`;
};
