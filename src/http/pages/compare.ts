import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { findHospital, type Hospital } from './hospital.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValues } from './page.ts';
import { type Candidate, candidateList } from './views/candidates.ts';
import { serviceSelect, suggestAttributes, suggestScript } from './views/choices.ts';
import { comparison, shortName } from './views/comparison.ts';
import { hiddenLanguageField } from './views/hidden-language.ts';
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

/** The address of the page with these, in the language chosen. */
export const addressWith = (page: Page, ids: readonly string[]): string => {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['id', id]));
  for (const code of queryValues(page.query, 'service')) query.append('service', code);
  if (page.query.lang !== undefined) query.set('lang', page.lang);
  return `/compare?${query.toString()}`;
};

type Looked = Readonly<{ name: string; settled: boolean; found: readonly Candidate[] }>;

/** Who is meant by a name, or could be. */
const lookUp = async (page: Page, name: string): Promise<Looked> => {
  const read = parseQuestion(
    { name, lang: page.lang },
    { now: page.now, lang: page.lang, via: 'query', pointer: '' },
  );
  const { identity } =
    'question' in read ? await ask(read.question, page.reader, page.now) : { identity: null };
  return identity?.institution
    ? { name, settled: true, found: [{ ...identity.institution, score: 1, why: [] }] }
    : { name, settled: false, found: identity?.candidates ?? [] };
};

/** The parts of a text between signs, each once. */
const parts = (text: string, signs: RegExp): readonly string[] => [
  ...new Set(
    text
      .split(signs)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** The hospitals that a text names. A comma may stand within a name, or before its city: it parts names where what stands on both sides is one. */
const lookUpAll = async (page: Page, text: string): Promise<readonly Looked[]> => {
  const whole = await lookUp(page, text);
  const between = parts(text, /[,，]/u).slice(0, MOST);
  if (whole.settled || between.length < 2) return [whole];
  const each = await Promise.all(between.map((one) => lookUp(page, one)));
  return each.filter(({ settled }) => settled).length > 1 ? each : [whole];
};

/** Names to be added, between semicolons or commas or one a line: all that are settled by one link, and of each who could be meant. */
const choices = async (page: Page, ids: readonly string[]): Promise<Html | null> => {
  const { say } = page;
  const names = queryValues(page.query, 'name').flatMap((one) => parts(one, /[\n;；、|]/u));
  const looked = (await Promise.all(names.slice(0, MOST).map((one) => lookUpAll(page, one)))).flat();
  const settled = [...new Set(looked.flatMap((one) => (one.settled ? (one.found[0]?.id ?? []) : [])))];
  const together = [...new Set([...ids, ...settled])].slice(0, MOST);
  const each = looked.map(({ name, found }) =>
    found.length === 0
      ? html`<p class="note">${say('compare.nothing-file-under', { name })}</p>`
      : html`<h2>${looked.length === 1 ? say('compare.add-one') : say('common.quoted', { text: name })}</h2>${candidateList(page, found, (id) => addressWith(page, [...ids, id]))}`,
  );
  const all =
    settled.length < 2
      ? null
      : html`<p class="all"><a href="${addressWith(page, together)}">${say('compare.add-all', { count: settled.length })}</a>${names.length > MOST || ids.length + settled.length > MOST ? html` ${say('compare.four-most')}` : null}</p>`;
  return html`${all}${each}`;
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
