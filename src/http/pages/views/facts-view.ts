import type { Dossier } from '../../../../schema/institution.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { type NameKind, nameKinds } from '../../../../schema/record.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';

/** Names of one kind that are shown. */
const SHOWN = 12;

/** Facts of rows that have left their list stay on record, and say so. */
const still = (dossier: Dossier, evidence: readonly number[]): boolean =>
  evidence.length === 0 || evidence.some((index) => dossier.evidence[index]?.current === true);

/** Names and aliases, the registered one first. What only the maintainers know helps finding and is not shown. */
export const nameList = (page: Page, dossier: Dossier): Html => {
  const { lang, say } = page;
  const known = dossier.names.filter(({ uncited }) => uncited === undefined);
  const one = (name: Dossier['names'][number]): Html => {
    const left = still(dossier, name.evidence) ? null : say('facts-view.no-longer-listed');
    const tongue = name.language === 'zh' ? 'zh-Hans' : 'en';
    return html`<dd${name.language === 'other' ? null : html` lang="${tongue}"`}>${name.value}${left}</dd>`;
  };
  const kinds = nameKinds.filter((kind) => known.some((name) => name.kind === kind));
  const group = (kind: NameKind): Html => {
    const names = known.filter((name) => name.kind === kind);
    const different = names.filter((name, at) => names.findIndex(({ value }) => value === name.value) === at);
    return html`<dt>${pageWords.nameKinds[kind][lang]}</dt>${different.slice(0, SHOWN).map(one)}${
      different.length > SHOWN
        ? html`<dd class="soft">${say('facts-view.and-more', { names: different.length - SHOWN })}</dd>`
        : null
    }`;
  };
  return html`<details><summary>${say('facts-view.names')}</summary><dl>${kinds.map(group)}</dl>${judged(page, dossier)}</details>`;
};

/** What persons judged of the record: the day and the other record, nobody's name. */
const judged = (page: Page, { judgements = [] }: Dossier): readonly Html[] =>
  judgements.map(({ decision, on, other }) => {
    const said =
      decision === 'same'
        ? page.say('facts-view.joined-with-record-judgement', { other, on })
        : page.say('facts-view.held-apart-from-record', { other, on });
    return html`<p class="fine">${said}</p>`;
  });

/** Addresses on the lists: the campuses as far as the lists tell; and the website on record. */
export const addressList = (page: Page, dossier: Dossier): Html | null => {
  const { website } = dossier.traits;
  const link = website === undefined ? null : safeWebAddress(website);
  const addresses = [...new Set(dossier.addresses.map(({ address }) => address))];
  if (addresses.length === 0 && link === null) return null;
  return html`<details><summary>${page.say('facts-view.addresses-website')}</summary>
<ul lang="zh-Hans">${addresses.map((address) => html`<li>${address}</li>`)}</ul>
${addresses.length > 1 ? html`<p class="fine">${page.say('facts-view.approval-counts-campus-was')}</p>` : null}
${link === null ? null : html`<p>${page.say('facts-view.website-record')} <a href="${link}" rel="noopener noreferrer nofollow">${new URL(link).hostname}</a></p>`}</details>`;
};
