import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** Keeps a language chosen by hand over a form. */
export const hiddenLanguageField = (page: Page): Html | null =>
  page.query.lang === undefined ? null : html`<input type="hidden" name="lang" value="${page.lang}">`;
