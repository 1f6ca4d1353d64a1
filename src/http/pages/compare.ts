import type { Credential } from '../../../schema/credential.ts';
import type { Fact } from '../../../schema/institution.ts';
import { pageWords } from '../../../schema/lexicon/page-words.ts';
import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { stateOf } from '../../badge/state.ts';
import { hiddenLanguageField } from './home.ts';
import { findHospital, type Hospital } from './hospital.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValues } from './page.ts';
import { verdictWord } from './views/answer-words.ts';
import { candidateList } from './views/candidates.ts';
import { suggestAttributes, suggestScript } from './views/choices.ts';
import { limitOf } from './views/question-inputs.ts';
import { codeName } from './views/vocabulary.ts';

const MOST = 4;

export const compareMeta = (page: Page): PageMeta => ({
  title: page.say('Compare hospitals', '比较医院'),
  description: page.say(
    'Up to four hospitals side by side: what is on record about each, and what is not.',
    '最多四家医院并列：各自有记录的与无记录的。',
  ),
  index: Object.keys(page.query).length === 0,
});

const nameOf = (page: Page, { dossier }: Hospital): string => {
  const { zh, en } = dossier.title;
  return (page.lang === 'zh' ? (zh ?? en) : (en ?? zh)) ?? dossier.id;
};

const addForm = (page: Page, ids: readonly string[]): Html => {
  const { say } = page;
  if (ids.length >= MOST) return html`<p class="soft">${say('Four is the most.', '最多四家。')}</p>`;
  return html`<form action="/compare" method="get">${ids.map((id) => html`<input type="hidden" name="id" value="${id}">`)}${hiddenLanguageField(page)}
<label for="name">${say('Add a hospital', '添加医院')} <span class="fine">${say('name', '名称')}</span></label>
<div class="search"><input id="name" name="name" ${limitOf('name')} required ${suggestAttributes(page, 'fill')}><button>${say('Add', '添加')}</button></div>${suggestScript}</form>`;
};

const addressWith = (page: Page, ids: readonly string[]): string => {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['id', id]));
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
    return html`<p class="note">${page.say(`Nothing on file under “${name}”.`, `未查到“${name}”。`)}</p>`;
  return html`<h2>${page.say('Add which one?', '添加哪一家？')}</h2>${candidateList(page, found, (id) => addressWith(page, [...ids, id]))}`;
};

const row = (
  title: string,
  hospitals: readonly Hospital[],
  cell: (one: Hospital) => Html | string,
  page: Page,
): Html =>
  html`<tr><th scope="row">${title}</th>${hospitals.map((one) => html`<td data-label="${nameOf(page, one)}">${cell(one)}</td>`)}</tr>`;

const onRecord = (one: Hospital, code: string): Fact<Credential> | undefined =>
  one.dossier.credentials.find((credential) => credential.code === code);

const codeRow = (page: Page, code: string, hospitals: readonly Hospital[]): Html =>
  row(
    codeName(code, page.lang),
    hospitals,
    (one) => {
      const check = one.held.find(({ ask: asked }) => asked === code);
      if (check !== undefined)
        return html`<strong>${pageWords.results[check.result][page.lang]}</strong> <span class="soft">${check.reasons[0]?.text}</span>`;
      return onRecord(one, code) === undefined
        ? page.say('nothing on file', '无记录')
        : page.say('on a list; ask for details', '在名单上，请查看详情');
    },
    page,
  );

const table = (page: Page, hospitals: readonly Hospital[]): Html => {
  const { say } = page;
  const codes = [...new Set(hospitals.flatMap(({ dossier }) => dossier.credentials.map(({ code }) => code)))]
    .filter((code) => code !== 'licence')
    .sort();
  return html`<div class="scroll compare" tabindex="0" role="region" aria-label="${say('Comparison', '比较')}"><table class="stack"><thead><tr><td></td>${hospitals.map(
    (one) =>
      html`<th scope="col"><a href="${page.to(`/hospitals/${encodeURIComponent(one.dossier.id)}`)}">${nameOf(page, one)}</a></th>`,
  )}</tr></thead><tbody>
${row(pageWords.gates['practice-licence'][page.lang], hospitals, (one) => html`<strong class="${stateOf(one.verdict)} word">${verdictWord(page, one.verdict)}</strong> <span class="soft">${one.verdict.checks[0]?.reasons[0]?.text}</span>`, page)}
${row(say('Place', '所在地'), hospitals, ({ dossier }) => [dossier.place.province, dossier.place.city].filter((part) => part !== undefined).join(' · '), page)}
${codes.map((code) => codeRow(page, code, hospitals))}</tbody></table></div>`;
};

/** Up to four institutions side by side. A blank is a blank in our lists, not in the hospital, and the page says so. */
export const comparePage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const ids = [...new Set(queryValues(page.query, 'id'))].slice(0, MOST);
  const found = await Promise.all(ids.map((id) => findHospital(page, id)));
  const hospitals = found.flatMap((one) => (one === null || 'merged' in one ? [] : [one]));
  const missing = ids.filter((_, at) => found[at] === null);
  return html`<h1>${say('Compare hospitals', '比较医院')}</h1>
<p class="soft">${say('“Nothing on file” means that the lists we hold do not name it; it says nothing about the hospital.', '“无记录”只表示现有名单中没有，并不说明医院的情况。')}</p>
${missing.map((id) => html`<p class="note">${say('No hospital has the id', '没有此编号的医院：')} ${id}</p>`)}
${hospitals.length === 0 ? null : table(page, hospitals)}${await choices(page, ids)}${addForm(page, ids)}`;
};
