import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** The field for the code that an app shows. */
export const codeInput = (page: Page, invalid: Html | null): Html =>
  html`<label for="code">${page.say('console.code')}</label>
<input id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="9"${invalid}>`;
