import type { Dossier } from '../../../schema/institution.ts';
import { type Html, html, webAddress } from './html.ts';
import type { Page } from './page.ts';
import { nameWords } from './vocabulary.ts';

const SHOWN = 12;

/** Facts of rows that have left their list stay on record, and say so. */
const still = (dossier: Dossier, evidence: readonly number[]): boolean =>
  evidence.length === 0 || evidence.some((index) => dossier.evidence[index]?.current === true);

/** Names and aliases, the registered one first. */
export const nameList = (page: Page, dossier: Dossier): Html => {
  const rows = dossier.names.map((name) => {
    const left = still(dossier, name.evidence) ? null : page.say(' (no longer listed)', '（已不在名单中）');
    return html`<dt>${nameWords[name.kind][page.lang]}</dt><dd lang="${name.language === 'zh' ? 'zh-Hans' : name.language === 'en' ? 'en' : ''}">${name.value}${left}</dd>`;
  });
  return html`<h2>${page.say('Names', '名称')}</h2><dl>${rows.slice(0, SHOWN)}</dl>${
    rows.length > SHOWN
      ? html`<details><summary>${page.say(`All ${rows.length} names`, `全部 ${rows.length} 个名称`)}</summary><dl>${rows.slice(SHOWN)}</dl></details>`
      : null
  }`;
};

/** Addresses on the lists: the campuses as far as the lists tell; and the website on record. */
export const addressList = (page: Page, dossier: Dossier): Html | null => {
  const { website } = dossier.traits;
  const link = website === undefined ? null : webAddress(website);
  const addresses = [...new Set(dossier.addresses.map(({ address }) => address))];
  if (addresses.length === 0 && link === null) return null;
  return html`<h2>${page.say('Campuses and addresses on the lists', '名单所载院区与地址')}</h2>
<ul>${addresses.map((address) => html`<li>${address}</li>`)}</ul>
${addresses.length > 1 ? html`<p class="fine">${page.say('An approval counts for the campus it was given to. Ask at which one you would be treated.', '批准仅对所载院区有效，请确认您将在哪个院区就诊。')}</p>` : null}
${link === null ? null : html`<p>${page.say('Website on record:', '登记网站：')} <a href="${link}" rel="noopener noreferrer nofollow">${new URL(link).hostname}</a></p>`}`;
};
