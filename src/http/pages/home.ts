import type { Verdict } from '../../../schema/verdict.ts';
import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { suggested } from '../suggested.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, queryValue } from './page.ts';
import { answerOf } from './views/answer.ts';
import { suggestAttributes, suggestScript } from './views/choices.ts';
import { checkYourself, notices, searchedList } from './views/look-ups.ts';
import { problemList } from './views/problems-view.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

export const homeMeta = (page: Page): PageMeta => ({
  title: page.say('May you rely on this hospital?', '这家医院可以信赖吗？'),
  description: page.say(
    'Look up a Chinese hospital: what authorities and issuers have published about it, with date and evidence.',
    '查询中国医院：官方机构与认证机构公布的内容，附日期与依据。',
  ),
  index: queryValue(page.query, 'q') === undefined,
});

const searchForm = (page: Page, q: string | undefined): Html => {
  const { say } = page;
  return html`<form action="/" method="get" role="search"><label for="q">${labelOf(page, 'name')} <span class="fine">${say('Chinese or English, or its licence number', '中文、英文名称或登记号')}</span></label>
<div class="search"><input id="q" name="q" type="search" ${limitOf('name')} required value="${q}" autocomplete="organization" ${suggestAttributes(page, 'go')}>${hiddenLanguageField(page)}<button>${say('Look up', '查询')}</button></div>${suggestScript}</form>`;
};

/** Keeps a language chosen by hand over a form. */
export const hiddenLanguageField = (page: Page): Html | null =>
  page.query.lang === undefined ? null : html`<input type="hidden" name="lang" value="${page.lang}">`;

const result = (page: Page, q: string, verdict: Verdict): Html => {
  const { institution } = verdict.identity;
  const to = (id: string) => page.to(`/hospitals/${encodeURIComponent(id)}`);
  const more =
    institution === null
      ? html`${checkYourself(page, verdict)}${searchedList(page, verdict)}${notices(page, verdict)}`
      : html`<p><a href="${to(institution.id)}">${page.say('What this rests on, and how to check it yourself', '查看依据与自行查询方法')}</a></p>`;
  return html`${answerOf(page, verdict, { asked: q, link: to, again: to })}${more}`;
};

const intro = (page: Page): Html => {
  const { say } = page;
  return html`<h2>${say('What you get', '您会看到')}</h2>
<ul><li>${say('one plain sentence: confirmed, yes with a caveat, contradicted, or not known;', '一句明白话：已核实、附条件核实、与记录不符，或无法确认；')}</li>
<li>${say('which lists were looked at, whose they are and of which date;', '查了哪些名单、由谁发布、日期为何；')}</li>
<li>${say('where to look yourself, and what to type there.', '到哪里自行查询、应输入什么。')}</li></ul>
<p>${say('You want to know whether a hospital may offer a certain treatment?', '想知道医院能否开展某项治疗？')} <a href="${page.to('/check')}">${say('Check a treatment', '查治疗项目')}</a></p>
<p>${say('You have received an advert or an offer?', '收到广告或宣传？')} <a href="${page.to('/offer')}">${say('Read an offer', '查广告')}</a></p>`;
};

/** Nobody is called so, but names begin so: the type-ahead list, for those without JavaScript and for pinyin. */
const beginSo = async (page: Page, q: string, verdict: Verdict): Promise<Html | null> => {
  const { institution, candidates } = verdict.identity;
  if (institution !== null || candidates.length > 0) return null;
  const found = await suggested(q, page.reader, page.lang);
  if (found.length === 0) return null;
  return html`<h2>${page.say('Hospitals whose name begins so', '名称以此开头的医院')}</h2><ul>${found.map(
    ({ id, name, translation, city }) =>
      html`<li><a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${translation ?? name}</a>${translation === undefined ? null : ` (${page.say('our translation', '本站译名')})`}${city === null || name.includes(city) ? null : html` <span class="soft">${city}</span>`}</li>`,
  )}</ul>`;
};

/** The first page: one field. With a name in the address, who that name means. */
export const homePage = async (page: Page): Promise<Html> => {
  const q = queryValue(page.query, 'q');
  const { say } = page;
  const form = searchForm(page, q);
  const title = html`<h1>${say('May you rely on this hospital?', '这家医院可以信赖吗？')}</h1>`;
  if (q === undefined)
    return html`${title}
<p class="soft">${say('What authorities have published about hospitals in China, in plain words.', '用明白的话，说清官方公布的中国医院信息。')}</p>${form}${intro(page)}`;
  const read = parseQuestion(
    { name: q, lang: page.lang },
    { now: page.now, lang: page.lang, via: 'query', pointer: '' },
  );
  if (!('question' in read)) return html`${title}${form}${problemList(page, read)}`;
  const verdict = await ask(read.question, page.reader, page.now);
  return html`${form}${result(page, q, verdict)}${await beginSo(page, q, verdict)}`;
};
