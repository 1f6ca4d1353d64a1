import { partnerScopes } from '../../../../schema/partner.ts';
import type { PartnerKey } from '../../../store/service/partner-keys.ts';
import type { Site } from '../../../store/service/sites.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { LONGEST_NAME } from '../../operator/holder-name.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

const isLive = ({ now }: Page, { revokedAt, expiresAt }: PartnerKey): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now.toISOString());

const stateOf = (page: Page, key: PartnerKey): Html => {
  const { say } = page;
  const { revokedAt, expiresAt } = key;
  if (revokedAt !== null) return datedText(page, say('console.revoked-on', { day: dayOf(revokedAt) }));
  if (expiresAt === null) return html`${say('console.live-without-end')}`;
  const day = dayOf(expiresAt);
  return datedText(
    page,
    isLive(page, key) ? say('console.live-until', { day }) : say('console.ended-on', { day }),
  );
};

const keyLine = (page: Page, key: PartnerKey): Html =>
  html`<li>${page.say('console.key-of', { id: key.id })} ${datedText(page, key.since)}${page.say('common.colon')}${key.scopes.join(', ')} <span class="fine">${stateOf(page, key)}</span></li>`;

const siteLine = (page: Page, { domain, provenOn }: Site): Html =>
  html`<li>${domain} <span class="fine">${provenOn === null ? page.say('domains-view.not-proven') : page.say('domains-view.proven')}</span></li>`;

const card = (page: Page, partner: string, keys: readonly PartnerKey[], sites: readonly Site[]): Html => {
  const { say } = page;
  const named = html`<input type="hidden" name="name" value="${partner}">`;
  const revoke = keys.some((key) => isLive(page, key))
    ? actButton(page, '/console/partners/revoke', say('console.revoke-keys'), named)
    : null;
  return html`<section class="card" aria-label="${partner}"><h2>${partner}</h2><ul>${keys.map((key) => keyLine(page, key))}</ul>
${sites.length === 0 ? null : html`<h3>${say('frame.domains')}</h3><ul>${sites.map((site) => siteLine(page, site))}</ul>`}
<div class="acts">${actButton(page, '/console/partners/rotate', say('console.rotate'), named)}${revoke}</div></section>`;
};

const scopeBoxes = (): readonly Html[] =>
  partnerScopes.map(
    (scope) =>
      html`<label><input type="checkbox" class="box" name="${`scope-${scope}`}" value="1"${scope === 'read' || scope === 'badge' ? html` checked` : null}> ${scope}</label>`,
  );

/** Partners with their keys and domains, and the way to add one. */
export const partnersView = (page: Page, keys: readonly PartnerKey[], sites: readonly Site[]): Html => {
  const { say } = page;
  const names = [...new Set([...keys, ...sites].map(({ partner }) => partner))];
  const cards = names.map((name) =>
    card(
      page,
      name,
      keys.filter(({ partner }) => partner === name),
      sites.filter(({ partner }) => partner === name),
    ),
  );
  return html`${names.length === 0 ? html`<p>${say('console.no-partner')}</p>` : cards}<p class="fine">${say('console.rotate-means')}</p>
<h2>${say('console.add-partner')}</h2><form method="post" action="${page.to('/console/partners')}"><label for="name">${say('console.name')}</label><input id="name" name="name" required minlength="2" maxlength="${LONGEST_NAME}" autocomplete="off">
<fieldset><legend>${say('console.scopes')}</legend>${scopeBoxes()}</fieldset><p class="fine">${say('console.key-year')}</p><button>${say('console.add')}</button></form>`;
};
