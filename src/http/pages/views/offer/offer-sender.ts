import type { SenderAnswer } from '../../../../ask/check-sender.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';

/** What can be said of whoever sent an offer. */
export const senderCard = (page: Page, { given, domain, notes }: SenderAnswer): Html =>
  html`<h2>${page.say('offer-sender.who-sent')}</h2><section class="card"><h3>${given}</h3>${
    domain === null || domain === given
      ? null
      : html`<p class="soft">${page.say('offer-sender.domain')}${page.say('common.colon')}${domain}</p>`
  }${notes.map(({ text }) => html`<p>${text}</p>`)}</section>`;
