import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** What stands in brackets behind other words, in the brackets of the page's language: Chinese ones need no space. */
export const bracketed = (page: Page, inside: Html | string | number): Html =>
  html`${page.say('common.bracket-open')}${inside}${page.say('common.bracket-close')}`;
