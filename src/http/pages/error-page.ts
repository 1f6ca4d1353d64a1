import type { PageText } from '../../../schema/lexicon/page-texts.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

/** What happened and what to do, by the status of the answer. */
const textsOf = (status: number): readonly [title: PageText, more: PageText] => {
  if (status === 404) return ['error-page.not-found', 'error-page.not-found-more'];
  if (status === 413) return ['error-page.too-large', 'error-page.too-large-more'];
  if (status === 429) return ['error-page.too-many', 'error-page.too-many-more'];
  if (status >= 500) return ['error-page.broken', 'error-page.broken-more'];
  return ['error-page.unreadable', 'error-page.unreadable-more'];
};

export const errorMeta = (page: Page, status: number): PageMeta => {
  const [title, more] = textsOf(status);
  return { title: page.say(title), description: page.say(more), index: false };
};

/** What a reader sees instead of a problem document. */
export const errorPage = (page: Page, status: number): Html => {
  const [title, more] = textsOf(status);
  const { say } = page;
  return html`<h1>${say(title)}</h1><p>${say(more)}</p>
<form action="/" method="get" role="search"><label for="q">${labelOf(page, 'name')}</label><div class="search"><input id="q" name="q" type="search" ${limitOf('name')} required><button>${say('common.look-up')}</button></div></form>`;
};
