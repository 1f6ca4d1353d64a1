import { assets } from '../../pages/assets.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** A form that is sent with what an authenticator signs; it shows itself where scripts run and the browser knows passkeys. */
export const passkeyForm = (page: Page, path: string, options: string, words: string): Html =>
  html`<form action="${page.to(path)}" method="post" data-passkey="${options}" hidden><input type="hidden" name="answer">
<p class="note" role="alert" hidden>${page.say('console.no-passkey')}</p><button>${words}</button></form>
<script type="module" src="${assets.passkey}"></script>`;
