import type { SenderAnswer } from '../../../ask/check-sender.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** What can be said of whoever sent an offer. */
export const senderCard = (page: Page, { given, domain, notes }: SenderAnswer): Html =>
  html`<h2>${page.say('Who sent it', '由谁发来')}</h2><section class="card"><h3>${given}</h3>${
    domain === null || domain === given
      ? null
      : html`<p class="soft">${page.say('Domain', '域名')}: ${domain}</p>`
  }${notes.map(({ text }) => html`<p>${text}</p>`)}</section>`;
