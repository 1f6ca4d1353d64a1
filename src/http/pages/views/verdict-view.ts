import type { BadgeState } from '../../../../schema/badge.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Check, Verdict } from '../../../../schema/verdict.ts';
import type { LicenceResult, NextStep } from '../../../../schema/verdict-lines.ts';
import { shapes } from '../../../badge/shapes.ts';
import { stateOf } from '../../../badge/state.ts';
import { wordsIn } from '../../../badge/words.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';
import { evidenceLine } from './evidence-view.ts';
import { codeName } from './vocabulary.ts';

/** The sign of a state, the same as on the badge. Decoration: the word stands beside it. */
export const stateIcon = (state: BadgeState): Html =>
  html`<svg class="mark ${state}" viewBox="0 0 32 32" aria-hidden="true"><path class="outline" d="${shapes[state].outline}"/><path class="sign" d="${shapes[state].sign}"/></svg>`;

/** The word of a verdict: the badge's own, and one more for a question that names nobody clearly. */
export const verdictWord = (page: Page, verdict: Verdict): string =>
  verdict.outcome === 'ambiguous'
    ? page.say('Which hospital do you mean?', '您指的是哪一家？')
    : wordsIn(page.lang).state[stateOf(verdict)];

/** What a word means for somebody who reads it for the first time, where the sentence beside it does not say so. */
const meaning = (page: Page, verdict: Verdict): string | null => {
  const { say } = page;
  if (verdict.outcome === 'confirmed')
    return say('It does not say that the treatment suits you.', '这并不说明该治疗适合您。');
  if (verdict.outcome === 'refuted') return say('Ask the hospital to explain it.', '请向医院求证。');
  return verdict.outcome === 'unknown'
    ? say('“Not known” is neither a bad sign nor a good one.', '“无法确认”既不是坏消息也不是好消息。')
    : null;
};

/** What to do next: one step, one page to open, one sentence to show. */
const nextStep = (page: Page, next: NextStep | null): Html | null => {
  if (next === null) return null;
  const { say } = page;
  const safe = next.url === null ? null : safeWebAddress(next.url);
  return html`<div class="next"><h3>${say('What to do next', '下一步')}</h3><p>${next.text}</p>
${safe === null ? null : html`<p><a href="${safe}" rel="noopener noreferrer">${new URL(safe).hostname}</a>${next.type === null ? null : html`<br><span class="soft">${next.type}</span>`}</p>`}
${next.show === null ? null : html`<details><summary>${say('A sentence to show at the hospital', '可向医院出示的话')}</summary><p class="show" lang="zh-Hans">${next.show}</p></details>`}</div>`;
};

const days = (page: Page, ageDays: number | null): string => {
  if (ageDays === null) return '';
  return ageDays === 1 ? page.say('1 day old', '1天前') : page.say(`${ageDays} days old`, `${ageDays}天前`);
};

/** One line of the answer: what, the word for it, one sentence. */
const line = (page: Page, { title, result, word, sentence, ageDays }: Line): Html =>
  html`<div class="${result}"><dt>${title}</dt><dd><span class="tag">${word}</span> ${sentence}${
    days(page, ageDays) === '' ? null : html` <span class="soft">${days(page, ageDays)}</span>`
  }</dd></div>`;

type Line = Readonly<{
  title: string;
  result: LicenceResult;
  word: string;
  sentence: string;
  ageDays: number | null;
}>;

/** What was asked, each in one line, and the licence: the same in every answer. */
const lines = (page: Page, { asked, licence }: Verdict): Html => {
  const things = asked.filter(({ ask }) => ask !== 'licence');
  const title = (ask: string): string =>
    ask === 'practitioner' ? page.say('The physician', '所问医师') : codeName(ask, page.lang);
  const wordOf = (result: LicenceResult): string =>
    result === 'implied' ? pageWords.licence.implied[page.lang] : pageWords.results[result][page.lang];
  return html`<dl class="lines">${things.map((one) => line(page, { ...one, title: title(one.ask), word: wordOf(one.result) }))}
${line(page, { ...licence, title: pageWords.gates['practice-licence'][page.lang], word: pageWords.licence[licence.result][page.lang] })}</dl>`;
};

/** The step that fits the answer: of what was asked and is no yes, else of the licence. */
const stepOf = ({ asked, licence }: Verdict): NextStep | null =>
  asked.find(({ next }) => next !== null)?.next ?? licence.next;

/** The answer on one screen: the word, one sentence, the date, what to do next; then each thing asked, and the licence. */
export const verdictCard = (page: Page, verdict: Verdict): Html => {
  const state = stateOf(verdict);
  const { say } = page;
  const means = meaning(page, verdict);
  const due =
    verdict.nextDue === null
      ? ''
      : say(` May change on ${verdict.nextDue}.`, `最早可能变化日：${verdict.nextDue}。`);
  const known = verdict.identity.institution !== null;
  return html`<section class="verdict ${state}" aria-labelledby="verdict">${stateIcon(state)}
<div><h2 id="verdict">${verdictWord(page, verdict)}</h2><p class="say">${verdict.summary}</p>
<p class="fine">${means === null ? null : `${means} `}${say(`Answered for ${verdict.asOf}.`, `答复日期 ${verdict.asOf}。`)}${due}</p></div></section>
${verdict.outcome === 'confirmed' ? null : nextStep(page, stepOf(verdict))}
${known ? lines(page, verdict) : null}${verdict.identity.settle === undefined ? null : html`<p class="note">${verdict.identity.settle.text}</p>`}`;
};

const checkTitle = (page: Page, check: Check): string => {
  const gate = pageWords.gates[check.gate][page.lang];
  if (check.ask === null || check.ask === 'licence') return gate;
  const what = codeName(check.ask, page.lang);
  // One treatment may need several permissions: the heading says which.
  return what === gate || findService(check.ask) === undefined
    ? what
    : `${what} ${page.say(`(${gate})`, `（${gate}）`)}`;
};

/** One check: what was asked, the answer, why, and on what it rests. */
const checkCard = (page: Page, check: Check): Html => html`<section class="card check ${check.result}">
<h3><span>${checkTitle(page, check)}</span> <span class="word">${pageWords.results[check.result][page.lang]}</span></h3>
${check.reasons.map((reason) => html`<p>${reason.text}</p>`)}
${
  check.evidence.length === 0
    ? null
    : html`<details><summary>${page.say(`Evidence (${check.evidence.length})`, `依据（${check.evidence.length}）`)}</summary>
<ul class="plain">${check.evidence.map((item) => html`<li>${evidenceLine(page, item)}</li>`)}</ul></details>`
}</section>`;

/** The checks behind an answer, folded: what was looked at, why, and on what it rests. */
export const checksOf = (page: Page, checks: readonly Check[]): Html | null =>
  checks.length === 0
    ? null
    : html`<details class="why"><summary>${page.say('Why, and what it rests on', '理由与依据')}</summary>${checks.map((one) => checkCard(page, one))}</details>`;

/** What lists say of treatments and marks that nobody asked about: one table, no boxes of “not known”. */
export const heldTable = (page: Page, held: readonly Check[]): Html | null => {
  const { say } = page;
  if (held.length === 0) return null;
  const rows = held.map(
    (check) =>
      html`<tr><th scope="row">${checkTitle(page, check)}</th><td class="${check.result}"><span class="tag">${pageWords.results[check.result][page.lang]}</span></td><td>${check.reasons[0]?.text}</td></tr>`,
  );
  return html`<h2>${say('What lists say about treatments and marks here', '名单中关于本院治疗项目与认证的内容')}</h2>
<table class="stack"><thead><tr><th scope="col">${say('Treatment or mark', '项目或认证')}</th><th scope="col">${say('Today', '今日')}</th><th scope="col">${say('What the list says', '名单内容')}</th></tr></thead><tbody>${rows}</tbody></table>`;
};

/** Official addresses, and exactly what to type or look for there. */
export const checkYourself = (page: Page, verdict: Verdict): Html | null =>
  verdict.checkYourself.length === 0
    ? null
    : html`<h2 id="yourself">${page.say('Check it yourself', '自行查询')}</h2>
<ol>${verdict.checkYourself.map(({ authority, url, type }) => {
        const safe = safeWebAddress(url);
        return html`<li><strong>${authority}</strong><br>${safe === null ? url : html`<a href="${safe}" rel="noopener noreferrer">${url}</a>`}<br><strong>${type}</strong></li>`;
      })}</ol>`;

/** Which lists were looked at, to which date. */
export const searchedList = (page: Page, verdict: Verdict): Html | null => {
  const states = {
    fresh: page.say('fresh', '在有效期内'),
    stale: page.say('too old to decide', '已过时，不足以作结论'),
    unavailable: page.say('not available', '暂不可用'),
  };
  return verdict.searched.length === 0
    ? null
    : html`<details><summary>${page.say(`Lists that were looked at (${verdict.searched.length})`, `已查名单（${verdict.searched.length}）`)}</summary>
<ul>${verdict.searched.map((one) => html`<li>${one.title}, ${one.authority}: ${one.asOf ?? page.say('no date', '未注明日期')}, ${states[one.state]}</li>`)}</ul></details>`;
};

/** Things that are about no single check. */
export const notices = (verdict: Verdict): Html =>
  html`${verdict.notices.map(({ text }) => html`<p class="note">${text}</p>`)}`;
