import type { BadgeState } from '../../../../schema/badge.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Check, Verdict } from '../../../../schema/verdict.ts';
import { checkedOn } from '../../../badge/badge-model.ts';
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

/** What each word means, for somebody who reads it for the first time. */
const meaning = (page: Page, verdict: Verdict): string => {
  const { say } = page;
  switch (verdict.outcome) {
    case 'confirmed':
      return say(
        'An authority’s current register says so. It does not say that the treatment suits you.',
        '主管机关的现行登记如此记载；这并不说明该治疗适合您。',
      );
    case 'limited':
      return say(
        'Part of it stands on an official list; part could not be confirmed. The reasons are below.',
        '部分内容有官方名单依据，部分未能确认，原因见下。',
      );
    case 'refuted':
      return say(
        'An authority’s own publication says otherwise. The evidence is below; ask the hospital to explain it.',
        '主管机关公布的内容与此不符，依据见下；请向医院求证。',
      );
    case 'ambiguous':
      return say(
        'Several institutions could be meant, so there is no answer yet.',
        '可能指多家机构，因此暂无结论。',
      );
    default:
      if (verdict.checkYourself.length === 0)
        return say(
          '“Not known” is not a bad sign and not a good one.',
          '“无法确认”既不是坏消息也不是好消息。',
        );
      return say(
        '“Not known” is not a bad sign and not a good one: no list that we hold decides it. Below is how to look it up yourself.',
        '“无法确认”既不是坏消息也不是好消息：现有名单不足以得出结论。您可按下述方法自行查询。',
      );
  }
};

/** The answer in one word and one sentence. */
export const verdictCard = (page: Page, verdict: Verdict): Html => {
  const state = stateOf(verdict);
  const { say } = page;
  const looked = verdict.checks.some(({ evidence }) => evidence.length > 0) ? checkedOn(verdict) : null;
  const due =
    verdict.nextDue === null
      ? ''
      : say(` May change on ${verdict.nextDue}.`, `最早可能变化日：${verdict.nextDue}。`);
  return html`<section class="verdict ${state}" aria-labelledby="verdict">${stateIcon(state)}
<div><h2 id="verdict">${verdictWord(page, verdict)}</h2><p class="say">${verdict.summary}</p></div>
<p class="fine">${meaning(page, verdict)}</p>
<p class="fine">${say(`Answered for ${verdict.asOf}${looked === null ? '' : `; evidence last looked at ${looked}`}.`, `答复日期 ${verdict.asOf}${looked === null ? '' : `；最近核对证据 ${looked}`}。`)}${due}</p></section>`;
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
export const checkCard = (page: Page, check: Check): Html => html`<section class="card check ${check.result}">
<h3><span>${checkTitle(page, check)}</span> <span class="word">${pageWords.results[check.result][page.lang]}</span></h3>
${check.reasons.map((reason) => html`<p>${reason.text}</p>`)}
${
  check.evidence.length === 0
    ? null
    : html`<details><summary>${page.say(`Evidence (${check.evidence.length})`, `依据（${check.evidence.length}）`)}</summary>
<ul class="plain">${check.evidence.map((item) => html`<li>${evidenceLine(page, item)}</li>`)}</ul></details>`
}</section>`;

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
