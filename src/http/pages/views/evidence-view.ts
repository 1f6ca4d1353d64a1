import type { Day, PartialDate } from '../../../../schema/base.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { ObtainedHow } from '../../../../schema/source.ts';
import type { Evidence } from '../../../../schema/verdict.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from './dated-text.ts';

const age = (page: Page, item: Evidence): string => {
  if (item.fresh) return '';
  return page.say('evidence-view.too-old-decide');
};

/** The date of a list in words. */
export const listDate = (page: Page, asOf: PartialDate | null): Html =>
  asOf === null
    ? html`${page.say('evidence-view.undated-list')}`
    : datedText(page, page.say('evidence-view.list', { asOf }));

/** How a list came: nobody looked anywhere on the day a list that Licet ships was unpacked. */
export const howObtained = (page: Page, how: ObtainedHow, day: Day): Html => {
  const { lang, say } = page;
  const words = pageWords.obtained[how][lang];
  return how === 'bundled' ? html`${words}` : datedText(page, say('evidence-view.on', { words, day }));
};

/** The page of a kept row for people; what machines read lies under the same number. */
const shownAt = (page: Page, { sha256, row }: Evidence): string =>
  page.to(`/evidence/${sha256}`, { row: row > 0 ? String(row) : undefined });

const kept = (page: Page, item: Evidence): Html =>
  html`<a href="${shownAt(page, item)}">${item.row > 0 ? page.say('evidence-view.kept-page-row', { row: item.row }) : page.say('evidence-view.kept-page')}</a>`;

/** Where it was published; an address that is none is shown as text. */
const published = (page: Page, cite: string | null): Html | null => {
  const safe = cite === null ? null : safeWebAddress(cite);
  return safe === null
    ? null
    : html`<a href="${safe}" rel="noopener noreferrer">${page.say('evidence-view.published-at')} ${new URL(safe).hostname}</a>`;
};

/** One piece of evidence in a line: whose, what, of which date, how it came, where it is kept. */
export const evidenceLine = (page: Page, item: Evidence): Html =>
  html`${item.authority}${page.say('common.colon')}${pageWords.evidenceKinds[item.kind][page.lang]}${page.say('common.stop')}${listDate(page, item.asOf)}${age(page, item)}${page.say('common.pause')}${howObtained(page, item.how, shanghaiDay(new Date(item.retrievedAt)))}${page.say('common.stop')}${kept(page, item)}${item.cite === null ? null : ' · '}${published(page, item.cite)}`;

type Item = Evidence & { title: string };

const table = (page: Page, items: readonly Item[]): Html => {
  const { say } = page;
  const labels = {
    date: say('common.list'),
    got: say('evidence-view.obtained'),
    page: say('evidence-view.kept'),
  };
  return html`<table class="stack"><thead><tr><th scope="col">${say('evidence-view.source')}</th><th scope="col">${labels.date}</th><th scope="col">${labels.got}</th><th scope="col">${labels.page}</th></tr></thead>
<tbody>${items.map(
    (
      item,
    ) => html`<tr><td><strong>${item.title}</strong><br><span class="soft">${item.authority} · ${pageWords.evidenceKinds[item.kind][page.lang]}</span></td>
<td data-label="${labels.date}${say('common.colon')}">${item.asOf === null ? say('evidence-view.none-printed') : datedText(page, item.asOf)}${age(page, item)}</td>
<td data-label="${labels.got}${say('common.colon')}">${howObtained(page, item.how, shanghaiDay(new Date(item.retrievedAt)))}</td>
<td data-label="${labels.page}${say('common.colon')}">${kept(page, item)}<br>${published(page, item.cite)}</td></tr>`,
  )}</tbody></table>`;
};

/** Rows shown at once; a famous hospital stands on some dozens of lists. */
const SHOWN = 5;

/** Fresh lists of authorities first: what a reader would look at first. */
const weight = ({ fresh, kind }: Item): number => (fresh ? 0 : 2) + (kind === 'directory' ? 1 : 0);

/** All evidence of an institution as a table that becomes a list on a phone; what is more than a few can be opened. */
export const evidenceTable = (page: Page, items: readonly Item[]): Html => {
  const sorted = items.toSorted((a, b) => weight(a) - weight(b));
  const more = sorted.slice(SHOWN);
  return html`${table(page, sorted.slice(0, SHOWN))}${
    more.length === 0
      ? null
      : html`<details><summary>${page.say('evidence-view.more', { count: more.length })}</summary>${table(page, more)}</details>`
  }`;
};
