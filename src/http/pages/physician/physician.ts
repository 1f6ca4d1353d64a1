import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { purposes } from '../../../../schema/question.ts';
import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, type Query, queryValue } from '../page.ts';
import { serviceSelect, suggestAttributes, suggestScript } from '../views/choices.ts';
import { labelOf, limitOf } from '../views/question-inputs.ts';

export const physicianMeta = (page: Page): PageMeta => ({
  title: page.say('May this physician treat you there?', '这位医师可以在那里为您诊疗吗？'),
  description: page.say(
    'Ask about one physician at one hospital; no name and no number is kept.',
    '查询一位医师在一家医院的执业情况；不保存姓名和编码。',
  ),
  index: Object.keys(page.query).length === 0,
});

export const physicianTitle = (page: Page): Html =>
  html`<h1>${page.say('May this physician treat you there?', '这位医师可以在那里为您诊疗吗？')}</h1>`;

/** What can be asked and what cannot, and why the form wants what it wants. */
const explained = (page: Page): Html => {
  const { say } = page;
  return html`<details><summary>${say('What can be asked, and why so much is needed', '可以查询什么，为何需要这些信息')}</summary>
<ul><li>${say('Whether a register names this physician for this hospital, with category and field of practice, on the day it was read.', '登记册是否载明该医师在该医院执业，及其类别、范围和查阅日期。')}</li>
<li>${say('A name alone is not enough: many share it. Give the hospital too, or the number on the practice certificate (医师执业证书编码, 15 digits).', '仅凭姓名不足以确定，因为同名者很多。请同时提供医院，或执业证书上的15位编码。')}</li>
<li>${say('A purpose is needed because you ask about a person. It is written down with the time and two marks, of your address and of the person, from which neither can be read; no name, no number, no answer. These notes are deleted after 180 days.', '因为查询涉及个人，须说明目的。系统记录目的、时间，以及您的网络地址和该医师的不可还原标记，不记录姓名、编码和答复；记录在180天后删除。')}</li>
<li>${say('Never type an identity number, nor the number of the qualification certificate (医师资格证书编码): it contains one.', '请勿填写身份证号或医师资格证书编码（其中含身份证号）。')}</li>
<li>${say('There is no list of physicians here and no search among them. What was not looked up for somebody before is “not known”.', '本站没有医师名单，也不提供检索。未曾查阅的，答复为“无法确认”。')}</li></ul></details>`;
};

const input = (page: Page, field: 'practitioner' | 'certificateNumber', hint: string): Html =>
  html`<label for="${field}">${labelOf(page, field)} <span class="fine">${hint}</span></label><input id="${field}" name="${field}" maxlength="${field === 'practitioner' ? 100 : 40}" autocomplete="off" spellcheck="false">`;

const hospitalField = (page: Page, sent: Query): Html => {
  const id = queryValue(sent, 'id');
  return id === undefined
    ? html`<label for="name">${labelOf(page, 'name')}</label><div class="search"><input id="name" name="name" ${limitOf('name')} value="${queryValue(sent, 'name')}" ${suggestAttributes(page, 'choose')}></div>${suggestScript}`
    : html`<input type="hidden" name="id" value="${id}"><p>${labelOf(page, 'name')}: <a href="${page.to(`/hospitals/${encodeURIComponent(id)}`)}">${id}</a></p>`;
};

const purposeSelect = (page: Page): Html =>
  html`<label for="purpose">${labelOf(page, 'purpose')}</label><select id="purpose" name="purpose" required><option value="">${page.say('please choose', '请选择')}</option>${purposes.map((code) => html`<option value="${code}">${pageWords.purposes[code][page.lang]}</option>`)}</select>`;

/** The form: sent by POST, so that no name stands in an address. Of what was sent, the hospital alone is filled in again. */
export const physicianForm = (page: Page, sent: Query): Html => {
  const { say } = page;
  return html`<form action="${page.to('/physician')}" method="post" autocomplete="off" aria-describedby="kept">
${hospitalField(page, sent)}
<div class="pair"><div>${input(page, 'practitioner', say('as on the certificate', '与执业证书一致'))}</div>
<div>${input(page, 'certificateNumber', say('if you know it', '如知道'))}</div></div>
<div class="pair"><div><label for="service">${labelOf(page, 'service')}</label>${serviceSelect(page, queryValue(sent, 'service'))}</div>
<div>${purposeSelect(page)}</div></div>
<p class="fine" id="kept">${say('Name and number are used for this answer only and kept nowhere. That somebody asked, when and why, is noted without them.', '姓名和编码仅用于本次答复，不在任何地方保存；只记录有人查询的时间和目的。')}</p>
<button>${say('Check', '查询')}</button></form>`;
};

/** The empty form; an address may name the hospital, never a person. */
export const physicianPage = (page: Page): Html =>
  html`${physicianTitle(page)}<p class="soft">${page.say('One physician, one hospital, one reason.', '一位医师、一家医院、一个目的。')}</p>${explained(page)}${physicianForm(page, page.query)}`;
