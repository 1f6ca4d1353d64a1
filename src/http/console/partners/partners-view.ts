import type { PartnerKey } from '../../../store/service/partner-keys.ts';
import type { KeyUsage } from '../../../store/service/partner-usage.ts';
import type { Site } from '../../../store/service/sites.ts';
import type { PartnerDeliveries } from '../../../store/service/watch-hooks.ts';
import { LONGEST_NAME } from '../../operator/holder-name.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { isLive, scopeBoxes, usedText } from './keys-view.ts';

/** What is on file of all partners together. */
type Partners = Readonly<{
  keys: readonly PartnerKey[];
  sites: readonly Site[];
  usage: readonly KeyUsage[];
  deliveries: readonly PartnerDeliveries[];
}>;

const deliveriesText = ({ say }: Page, of: PartnerDeliveries | undefined): Html => {
  if (of === undefined) return html``;
  const { waiting, givenUp, stopped } = of;
  const words = say('console-partners.deliveries-stand', { waiting, givenUp, stopped });
  return givenUp + stopped === 0 ? html`${words}` : html`<strong>${words}</strong>`;
};

const row = (page: Page, partner: string, { keys, sites, usage, deliveries }: Partners): Html => {
  const { say, today } = page;
  const own = keys.filter((key) => key.partner === partner);
  const live = own.filter((key) => isLive(page, key));
  const scopes = [...new Set(live.flatMap((key) => key.scopes))];
  const ids = own.map(({ id }) => id);
  const used = usage.filter(({ key, day }) => day === today && ids.includes(key));
  const domains = sites.filter((site) => site.partner === partner);
  const proven = domains.filter(({ provenOn }) => provenOn !== null).length;
  return html`<tr><th scope="row"><a href="${page.to(`/console/partners/${encodeURIComponent(partner)}`)}">${partner}</a></th><td>${live.length === 0 ? say('console-partners.no-live-key') : say('console-partners.live-keys', { keys: live.length, scopes: scopes.join(', ') })}</td>
<td data-label="${say('frame.domains')} ">${say('console-partners.domains-stand', { proven, waiting: domains.length - proven })}</td><td data-label="${say('console-partners.today')} ">${usedText(page, used)}</td><td data-label="${say('console-partners.deliveries')} ">${deliveriesText(
    page,
    deliveries.find((one) => one.partner === partner),
  )}</td></tr>`;
};

/** Partners, one a row, and the way to add one. */
export const partnersView = (page: Page, all: Partners): Html => {
  const { say } = page;
  const names = [...new Set([...all.keys, ...all.sites].map(({ partner }) => partner))];
  const table = html`<table class="stack"><thead><tr><th scope="col">${say('console.name')}</th><th scope="col">${say('console-partners.keys')}</th><th scope="col">${say('frame.domains')}</th><th scope="col">${say('console-partners.today')}</th><th scope="col">${say('console-partners.deliveries')}</th></tr></thead><tbody>${names.map((name) => row(page, name, all))}</tbody></table>`;
  return html`${names.length === 0 ? html`<p>${say('console.no-partner')}</p>` : table}
<h2>${say('console.add-partner')}</h2><form method="post" action="${page.to('/console/partners')}"><label for="name">${say('console.name')}</label><input id="name" name="name" required minlength="2" maxlength="${LONGEST_NAME}" autocomplete="off">
<fieldset><legend>${say('console.scopes')}</legend>${scopeBoxes(['read', 'badge'])}</fieldset><p class="fine">${say('console.key-year')}</p><button>${say('console.add')}</button></form>`;
};
