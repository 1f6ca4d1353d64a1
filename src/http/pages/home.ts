import type { Verdict } from '../../../schema/verdict.ts';
import { ask } from '../../ask/ask.ts';
import { parseQuestion } from '../../ask/parse-question.ts';
import { treatmentNamed } from '../../verdict/vocabulary/treatments.ts';
import { suggested } from '../suggested.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { readHeld } from './lists/held.ts';
import { heldPicture } from './lists/held-picture.ts';
import { type Page, queryValue } from './page.ts';
import { treatmentLink, treatmentPath } from './treatments/treatment-link.ts';
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
  return html`<form action="/" method="get" role="search"><label for="q">${labelOf(page, 'name')} <span class="fine">${say('Chinese or English, or its licence number; or a treatment', '中文、英文名称或登记号；也可输入治疗项目')}</span></label>
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

/** Searches that lead somewhere, to be tried with one tap. */
const examples = ['Ruijin Hospital', '北医三院', 'CAR-T', 'proton therapy', '试管婴儿'] as const;

const tryThese = (page: Page): Html =>
  html`<p class="fine">${page.say('Try', '例如')} ${examples.map((q, at) => html`${at === 0 ? null : ' · '}<a href="${page.to('/', { q })}">${q}</a>`)}</p>`;

/** The three ways in, by what a reader holds in hand: a name, a treatment, an offer. */
const waysIn = (page: Page): Html => {
  const { say } = page;
  const ways = [
    [
      '/check',
      say('A hospital and a treatment', '一家医院与一项治疗'),
      say('May this hospital offer it?', '这家医院可以开展吗？'),
    ],
    [
      '/treatments',
      say('A treatment', '一项治疗'),
      say('What it needs, and whom lists name.', '需要何种许可，名单列出哪些医院。'),
    ],
    [
      '/offer',
      say('An offer you received', '收到的广告'),
      say('Paste it; see what it says and may not say.', '粘贴文本，查看其内容与禁止内容。'),
    ],
  ] as const;
  return html`<h2>${say('Or begin with', '或从这里开始')}</h2><ul>${ways.map(([path, title, what]) => html`<li><a href="${page.to(path)}"><strong>${title}</strong></a><br><span class="soft">${what}</span></li>`)}</ul>`;
};

/** Where words typed as a name are those of a treatment, the address of its page; null where they may name a hospital. */
export const movedFromHome = (page: Page): string | null => {
  const named = treatmentNamed(queryValue(page.query, 'q') ?? '');
  return named?.alone === true ? page.to(treatmentPath(named.treatment)) : null;
};

/** A treatment that stands among the words typed. */
const perhapsTreatment = (page: Page, q: string): Html | null => {
  const named = treatmentNamed(q);
  return named === null
    ? null
    : html`<p class="inset">${page.say('Do you mean the treatment', '您是否想查治疗项目')} ${treatmentLink(page, named.treatment)}${page.say('?', '？')}</p>`;
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
<p class="soft">${say('What authorities have published about hospitals in China, in plain words.', '用明白的话，说清官方公布的中国医院信息。')}</p>${form}${tryThese(page)}${waysIn(page)}${heldPicture(page, await readHeld(page))}`;
  const read = parseQuestion(
    { name: q, lang: page.lang },
    { now: page.now, lang: page.lang, via: 'query', pointer: '' },
  );
  if (!('question' in read)) return html`${title}${form}${problemList(page, read)}`;
  const verdict = await ask(read.question, page.reader, page.now);
  return html`${form}${perhapsTreatment(page, q)}${result(page, q, verdict)}${await beginSo(page, q, verdict)}`;
};
