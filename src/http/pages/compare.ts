import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { hiddenLanguageField } from './home.ts';
import { findHospital, type Hospital } from './hospital.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValues } from './page.ts';
import { candidateList } from './views/candidates.ts';
import { serviceSelect, suggestAttributes, suggestScript } from './views/choices.ts';
import { comparison, shortName } from './views/comparison.ts';
import { limitOf } from './views/question-inputs.ts';

const MOST = 4;

export const compareMeta = (page: Page): PageMeta => ({
  title: page.say('compare.compare-hospitals'),
  description: page.say('compare.up-four-hospitals-side'),
  index: Object.keys(page.query).length === 0,
});

const hiddenIds = (ids: readonly string[]): readonly Html[] =>
  ids.map((id) => html`<input type="hidden" name="id" value="${id}">`);

const addForm = (page: Page, ids: readonly string[]): Html => {
  const { say } = page;
  if (ids.length >= MOST) return html`<p class="soft">${say('compare.four-most')}</p>`;
  return html`<form action="/compare" method="get">${hiddenIds(ids)}${hiddenLanguageField(page)}
<label for="name">${say('compare.add-hospital')} <span class="fine">${say('compare.name')}</span></label>
<div class="search"><input id="name" name="name" ${limitOf('name')} required ${suggestAttributes(page, 'choose')}><button>${say('compare.add')}</button></div>${suggestScript}</form>`;
};

const addressWith = (page: Page, ids: readonly string[]): string => {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['id', id]));
  for (const code of queryValues(page.query, 'service')) query.append('service', code);
  if (page.query.lang !== undefined) query.set('lang', page.lang);
  return `/compare?${query.toString()}`;
};

/** A name to be added: who could be meant, each a link that adds it. */
const choices = async (page: Page, ids: readonly string[]): Promise<Html | null> => {
  const [name] = queryValues(page.query, 'name');
  if (name === undefined) return null;
  const read = parseQuestion(
    { name, lang: page.lang },
    { now: page.now, lang: page.lang, via: 'query', pointer: '' },
  );
  const { identity } =
    'question' in read ? await ask(read.question, page.reader, page.now) : { identity: null };
  const found = identity?.institution
    ? [{ ...identity.institution, score: 1, why: [] }]
    : (identity?.candidates ?? []);
  if (found.length === 0)
    return html`<p class="note">${page.say('compare.nothing-file-under', { name })}</p>`;
  return html`<h2>${page.say('compare.add-one')}</h2>${candidateList(page, found, (id) => addressWith(page, [...ids, id]))}`;
};

/** Each hospital can be taken away; where it stands alone there is nothing to compare. */
const takeAway = (page: Page, hospitals: readonly Hospital[], ids: readonly string[]): Html =>
  html`<p class="no-print">${page.say('compare.take-away')} ${hospitals.map((one, at) => {
    const others = ids.filter((id) => id !== one.dossier.id);
    return html`${at === 0 ? null : ' · '}<a href="${addressWith(page, others)}">${shortName(page, one)}</a>`;
  })}</p>`;

const treatmentForm = (page: Page, ids: readonly string[]): Html =>
  html`<form action="/compare" method="get">${hiddenIds(ids)}${hiddenLanguageField(page)}
<label for="service">${page.say('compare.add-treatment')}</label><div class="search">${serviceSelect(page, undefined)}<button>${page.say('compare.add')}</button></div></form>`;

/** Up to four institutions side by side, in the words of their own pages. */
export const comparePage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const ids = [...new Set(queryValues(page.query, 'id'))].slice(0, MOST);
  const found = await Promise.all(ids.map((id) => findHospital(page, id)));
  const hospitals = found.flatMap((one) => (one === null || 'merged' in one ? [] : [one]));
  const missing = ids.filter((_, at) => found[at] === null);
  return html`<h1>${say('compare.compare-hospitals')}</h1>
<p class="soft">${say('compare.not-known-means-lists')}</p>
${missing.map((id) => html`<p class="note">${say('compare.no-hospital-id')} ${id}</p>`)}
${hospitals.length === 0 ? null : html`${await comparison(page, hospitals)}${takeAway(page, hospitals, ids)}${treatmentForm(page, ids)}`}${await choices(page, ids)}${addForm(page, ids)}`;
};
