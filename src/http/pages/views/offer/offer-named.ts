import type { OfferAnswer } from '../../../../ask/check-offer.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { datedText } from '../dated-text.ts';
import { bothNames } from '../institution-line.ts';

type Named = OfferAnswer['named'][number];

/** One hospital as the text names it: its record where it is settled who is meant, else why not; never a record for what is only like it. */
const line = (page: Page, { text, identity: { institution, why } }: Named): Html => {
  const { say } = page;
  const ask = page.to('/check', { name: text });
  if (institution === null)
    return html`<li><strong>“${text}”</strong>${say('common.colon')}${say('offer-named.not-settled')} ${
      why[0] === undefined ? null : html`<span class="soft">${datedText(page, why[0].text)}</span> `
    }<a href="${ask}">${say('offer-named.look-up')}</a></li>`;
  const record = page.to(`/hospitals/${encodeURIComponent(institution.id)}`);
  return html`<li><strong>“${text}”</strong>${say('common.colon')}<a href="${record}">${
    bothNames(page, institution.name, institution.id)[0]
  }</a></li>`;
};

/** The hospitals that the text names, each with the way to what the lists say of it. A hospital that is named has said nothing of the offer. */
export const namedNotes = (page: Page, { named }: OfferAnswer): Html | null =>
  named.length === 0
    ? null
    : html`<h2>${page.say('offer-named.title')}</h2><ul>${named.map((one) => line(page, one))}</ul>
<p class="fine">${page.say('offer-named.says-nothing')}</p>`;
