import type { Dossier, EvidenceRef } from '../../../../schema/institution.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { authoritativeKinds } from '../../../../schema/source.ts';
import { daysBetween, earliest } from '../../../text/dates.ts';
import { editionAt } from '../../../verdict/evidence/edition-at.ts';
import { codesOf } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValue } from '../page.ts';
import { bracketed } from '../views/bracketed.ts';
import { ageText, datedText } from '../views/dated-text.ts';
import { bothNames, placeLine } from '../views/institution-line.ts';
import { codeName } from '../views/vocabulary.ts';
import { inProvince, provinceAsked, provinceForm } from './in-province.ts';
import { treatmentPath } from './treatment-link.ts';

/** Hospitals shown at once. */
const AT_ONCE = 20;

/** Whether the row’s list may still decide today; a row of a directory or of the press never may. */
const mayDecide = (page: Page, { source, kind }: EvidenceRef): string => {
  const { say } = page;
  if (!authoritativeKinds.includes(kind)) return say('common.never-decides');
  const state = editionAt(page.reader.reference, source, page.today)?.state;
  return state === 'fresh' ? say('common.may-decide') : say('common.too-old-decide');
};

/** The list a row stands on, its date, and whether it may still decide. */
const rowOf = (page: Page, item: EvidenceRef): Html => {
  const { say, lang } = page;
  const title = page.reader.reference.sources.get(item.source)?.descriptor.title[lang] ?? item.source;
  const date =
    item.asOf === null
      ? say('common.no-date-printed')
      : html`${datedText(page, item.asOf)}${say('common.pause')}${ageText(page, Math.max(0, daysBetween(earliest(item.asOf), page.today)))}`;
  return html`<a href="${page.to('/sources')}#${item.source}">${title}</a> · ${date} · <strong>${mayDecide(page, item)}</strong>`;
};

/** What a list that still holds it says of the treatment at one hospital, and the row it says it in. */
type Said = Readonly<{ credential: Dossier['credentials'][number]; item: EvidenceRef }>;

const saidOf = (dossier: Dossier, codes: readonly string[]): readonly Said[] =>
  dossier.credentials
    .filter(({ code }) => codes.includes(code))
    .flatMap((credential) =>
      credential.evidence
        .flatMap((at) => dossier.evidence[at] ?? [])
        .filter(({ current }) => current)
        .map((item) => ({ credential, item })),
    );

/** The one list that all rows stand on; null where they stand on several. */
const sharedList = (all: readonly Said[]): EvidenceRef | null => {
  const [first] = all;
  const same = all.every(({ item }) => item.source === first?.item.source && item.asOf === first.item.asOf);
  return same ? (first?.item ?? null) : null;
};

type Shown = Readonly<{ treatment: Treatment; shared: EvidenceRef | null }>;

const saidLine = (page: Page, { credential, item }: Said, { treatment, shared }: Shown): Html => {
  const { code, status, scope } = credential;
  const where = scope.text ?? scope.address;
  const what =
    codesOf(treatment).length === 1 ? '' : `${codeName(code, page.lang)}${page.say('common.colon')}`;
  return html`<dd class="fine">${what}${pageWords.statuses[status][page.lang]}${where === undefined ? null : bracketed(page, html`<span lang="zh-Hans">${where}</span>`)}${shared === null ? html`<br>${rowOf(page, item)}` : null}</dd>`;
};

const hospitalLine = (page: Page, dossier: Dossier, shown: Shown): Html => {
  const { treatment } = shown;
  const [first, second] = bothNames(page, dossier.title, dossier.id);
  const address = page.to('/check', { id: dossier.id, service: treatment.code });
  return html`<div><dt><a href="${address}">${first}</a></dt><dd class="soft">${second}${second === null ? null : ' · '}${placeLine(page, dossier.place)}</dd>${saidOf(dossier, codesOf(treatment)).map((one) => saidLine(page, one, shown))}</div>`;
};

/** The hospitals named for a treatment, of one province where one is asked for, and which twenty of them are asked for. */
export type NamedPage = Readonly<{
  ids: readonly string[];
  all: number;
  province: string | null;
  at: number;
  pages: number;
}>;

/** Whom rows now on their lists name for the treatment, by province; `at` is null where no page of that number exists. */
export const findNamedPage = async (
  page: Page,
  treatment: Treatment,
): Promise<NamedPage | Readonly<{ at: null; pages: number }>> => {
  const all = (await page.reader.institutionsFor?.(codesOf(treatment))) ?? [];
  const province = provinceAsked(page);
  const ids = await inProvince(page, all, province);
  const pages = Math.max(1, Math.ceil(ids.length / AT_ONCE));
  const asked = queryValue(page.query, 'page') ?? '1';
  const at = Number(asked);
  return /^[1-9]\d{0,3}$/.test(asked) && at <= pages
    ? { ids, all: all.length, province, at, pages }
    : { at: null, pages };
};

/** What stands in the place of a page of hospitals that is not there: how many there are, and the way back. */
export const noSuchPage = (page: Page, treatment: Treatment, pages: number): Html => {
  const { say } = page;
  const last = page.to(treatmentPath(treatment), pages === 1 ? {} : { page: String(pages) });
  return html`<h1>${treatment.name[page.lang]}</h1><p>${
    pages === 1
      ? say('named-hospitals.hospitals-named-stand-one')
      : say('named-hospitals.hospitals-named-stand-pages', { pages })
  } ${say('named-hospitals.there-no-page-number')}</p>
<p><a href="${page.to(treatmentPath(treatment))}">${say('named-hospitals.first-page')}</a>${pages === 1 ? null : html` · <a href="${last}#hospitals">${say('named-hospitals.last-page')}</a>`}</p>`;
};

const leafing = (page: Page, treatment: Treatment, { at, pages, province }: NamedPage): Html | null => {
  const { say } = page;
  if (pages < 2) return null;
  const to = (number: number): string =>
    `${page.to(treatmentPath(treatment), { ...(province === null ? {} : { province }), page: String(number) })}#hospitals`;
  return html`<nav aria-label="${say('named-hospitals.pages-hospitals')}">${at > 1 ? html`<a href="${to(at - 1)}" rel="prev">${say('named-hospitals.previous-20')}</a>` : null}
<span class="soft">${say('named-hospitals.page', { at, pages })}</span>
${at < pages ? html`<a href="${to(at + 1)}" rel="next">${say('named-hospitals.next-20')}</a>` : null}</nav>`;
};

/** The hospitals that a row now on its list names for the treatment, by province, twenty at a time; no order of merit. */
export const namedHospitals = async (page: Page, treatment: Treatment, named: NamedPage): Promise<Html> => {
  const { ids, all, province, at } = named;
  const { say, reader } = page;
  const title = html`<h2 id="hospitals">${say('named-hospitals.hospitals-lists-name')}</h2>`;
  if (all === 0) return html`${title}<p>${say('named-hospitals.no-list-held-here')}</p>`;
  const choice = all > AT_ONCE || province !== null ? provinceForm(page, treatment, province) : null;
  if (ids.length === 0) return html`${title}${choice}<p>${say('named-hospitals.none-in-province')}</p>`;
  const shown = ids.slice((at - 1) * AT_ONCE, at * AT_ONCE);
  const dossiers = (await Promise.all(shown.map((id) => reader.dossier(id)))).flatMap((one) => one ?? []);
  const shared = sharedList(dossiers.flatMap((dossier) => saidOf(dossier, codesOf(treatment))));
  const list = shared === null ? null : html`<p>${say('named-hospitals.all-on')} ${rowOf(page, shared)}</p>`;
  return html`${title}${choice}<p>${say('named-hospitals.named', { hospitals: ids.length })}</p>${list}<dl class="lines">${dossiers.map((dossier) => hospitalLine(page, dossier, { treatment, shared }))}</dl>${leafing(page, treatment, named)}`;
};
