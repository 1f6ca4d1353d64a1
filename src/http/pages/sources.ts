import type { PageText } from '../../../schema/lexicon/page-texts.ts';
import type { SourceState } from '../../../schema/reference.ts';
import { ageingLists } from '../../ask/ageing-lists.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type ListState, listState } from './lists/list-state.ts';
import { sourceEntry, unreadEntry } from './lists/source-entry.ts';
import type { Page } from './page.ts';
import { bracketed } from './views/bracketed.ts';

export const sourcesMeta = (page: Page): PageMeta => ({
  title: page.say('common.sources'),
  description: page.say('sources.every-list-licet-reads'),
});

/** The lists on hand, by what they are worth today: the title of each group, and what it means. */
const groups: readonly (readonly [state: ListState, title: PageText, means: PageText])[] = [
  ['fresh', 'sources.may-decide-today', 'sources.may-decide-today-means'],
  ['old', 'sources.too-old', 'sources.too-old-means'],
  ['law', 'sources.texts-of-law', 'sources.texts-of-law-means'],
  ['never', 'sources.never-decide', 'sources.never-decide-means'],
];

/** Lists that no answer rests on: their names are a page long, so they stay folded until somebody, or a link to one of them, opens them. */
const folded = (page: Page, lists: readonly Html[]): Html =>
  html`<details class="list"><summary>${page.say('sources.show-them')}</summary>${lists}</details>`;

const notOnHand = (page: Page, lists: readonly SourceState[]): Html | null => {
  const { say } = page;
  return lists.length === 0
    ? null
    : html`<h2>${say('sources.known-but-not-hand')}${bracketed(page, lists.length)}</h2><p class="soft">${say('sources.not-hand-means', { lists: lists.length })}</p>
${folded(
  page,
  lists.map((one) => unreadEntry(page, one)),
)}`;
};

/** Every list that is read, and how it stands today: two lines each, the rest unfolds. */
export const sourcesPage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const shown = {
    nights: await page.deps.runs.lastNights(),
    ageing: await ageingLists(page.reader, page.now),
  };
  const lists = Map.groupBy(page.reader.reference.sources.values(), (one) => listState(page, one));
  const group = ([state, title, means]: (typeof groups)[number]): Html | null => {
    const all = lists.get(state) ?? [];
    const entries = all.map((one) => sourceEntry(page, one, shown));
    return all.length === 0
      ? null
      : html`<h2>${say(title)}${bracketed(page, all.length)}</h2><p class="soft">${say(means)}</p>${state === 'never' ? folded(page, entries) : entries}`;
  };
  return html`<h1>${say('common.sources')}</h1>
<p>${say('sources.answer-reaches-no-further')}</p>${groups.map(group)}${notOnHand(page, lists.get('none') ?? [])}`;
};
