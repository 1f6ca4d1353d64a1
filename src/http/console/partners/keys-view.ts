import { type PartnerScope, partnerScopes } from '../../../../schema/partner.ts';
import type { PartnerKey } from '../../../store/service/partner-keys.ts';
import type { KeyUsage } from '../../../store/service/partner-usage.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { actButton } from '../../pages/account/frame.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { datedText } from '../../pages/views/dated-text.ts';
import { KEY_DAYS, MOST_A_MINUTE, MOST_DAYS, MOST_OVERLAP, OVERLAP_DAYS } from './terms.ts';

const dayOf = (instant: string): string => shanghaiDay(new Date(instant));

/** Whether a key is neither revoked nor ended. */
export const isLive = ({ now }: Page, { revokedAt, expiresAt }: PartnerKey): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now.toISOString());

const stateOf = (page: Page, key: PartnerKey): Html => {
  const { say } = page;
  const { revokedAt, expiresAt } = key;
  if (revokedAt !== null) return datedText(page, say('console.revoked-on', { day: dayOf(revokedAt) }));
  if (expiresAt === null) return html`${say('console.live-without-end')}`;
  const day = dayOf(expiresAt);
  const words = isLive(page, key) ? say('console.live-until', { day }) : say('console.ended-on', { day });
  return datedText(page, words);
};

/** Requests of some keys, added up. */
const usedOf = (usage: readonly KeyUsage[]): Readonly<{ requests: number; refused: number }> => ({
  requests: usage.reduce((sum, { requests }) => sum + requests, 0),
  refused: usage.reduce((sum, { refused }) => sum + refused, 0),
});

/** How many requests, and how many of them the quota refused. */
export const usedText = ({ say }: Page, usage: readonly KeyUsage[]): string => {
  const { requests, refused } = usedOf(usage);
  return refused === 0 ? `${requests}` : say('console-partners.used-refused', { requests, refused });
};

const row = (page: Page, key: PartnerKey, usage: readonly KeyUsage[]): Html => {
  const { say, deps, today } = page;
  const quota = key.perMinute ?? deps.config.partnerRateLimit;
  const own = usage.filter((one) => one.key === key.id);
  const named = html`<input type="hidden" name="name" value="${key.partner}"><input type="hidden" name="key" value="${key.id}">`;
  const revoke = isLive(page, key)
    ? actButton(page, '/console/partners/revoke', say('console-partners.revoke-key', { id: key.id }), named)
    : null;
  const usedToday = usedText(
    page,
    own.filter(({ day }) => day === today),
  );
  const used = [
    quota === 0 ? say('console-partners.no-quota') : say('console-partners.a-minute', { quota }),
    say('console-partners.used-today', { used: usedToday }),
    say('console-partners.used-week', { used: usedText(page, own) }),
  ];
  return html`<tr><th scope="row">${say('console.key-of', { id: key.id })} ${datedText(page, key.since)}</th><td>${key.scopes.join(', ')}</td><td>${stateOf(page, key)}</td><td>${used.map((one, at) => html`${at === 0 ? null : html`<br>`}${one}`)}</td><td>${revoke}</td></tr>`;
};

/** The keys of a partner: scopes, end, requests a minute, what was used today and in the last seven days. */
export const keyTable = (page: Page, keys: readonly PartnerKey[], usage: readonly KeyUsage[]): Html => {
  const { say } = page;
  if (keys.length === 0) return html`<p>${say('console-partners.no-key')}</p>`;
  return html`<table class="stack"><thead><tr><th scope="col">${say('console-partners.key')}</th><th scope="col">${say('console.scopes')}</th><th scope="col">${say('console-partners.until')}</th><th scope="col">${say('console-partners.requests')}</th><th scope="col">${say('console.changes')}</th></tr></thead>
<tbody>${keys.map((key) => row(page, key, usage))}</tbody></table>`;
};

/** What a key may be used for, to be ticked. */
export const scopeBoxes = (chosen: readonly PartnerScope[]): readonly Html[] =>
  partnerScopes.map(
    (scope) =>
      html`<label><input type="checkbox" class="box" name="${`scope-${scope}`}" value="1"${chosen.includes(scope) ? html` checked` : null}> ${scope}</label>`,
  );

/** The form for another key, filled in with what the newest allows. */
export const rotateForm = (page: Page, newest: PartnerKey): Html => {
  const { say } = page;
  const { partner, scopes, perMinute } = newest;
  const number = (name: string, label: string, value: number | '', least: number, most: number): Html =>
    html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="number" min="${least}" max="${most}" value="${value}"></div>`;
  return html`<details><summary>${say('console.rotate')}</summary><form method="post" action="${page.to('/console/partners/rotate')}"><input type="hidden" name="name" value="${partner}"><input type="hidden" name="shown" value="1">
<fieldset><legend>${say('console.scopes')}</legend>${scopeBoxes(scopes)}</fieldset>
<div class="pair">${number('days', say('console-partners.good-for'), KEY_DAYS, 1, MOST_DAYS)}${number('overlap', say('console-partners.overlap'), OVERLAP_DAYS, 0, MOST_OVERLAP)}</div>
${number('quota', say('console-partners.quota-default', { quota: page.deps.config.partnerRateLimit }), perMinute ?? '', 1, MOST_A_MINUTE)}<p class="fine">${say('console.rotate-means')}</p><button>${say('console.rotate')}</button></form></details>`;
};
