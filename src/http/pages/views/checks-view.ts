import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Check, Verdict } from '../../../../schema/verdict.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { licenceWord, tag } from './answer-lines.ts';
import { datedText } from './dated-text.ts';
import { evidenceLine } from './evidence-view.ts';
import { codeName } from './vocabulary.ts';

/** What a check is about. One treatment may need several permissions: where `among` holds another of it, the gate is named too. */
const checkTitle = (page: Page, check: Check, among: readonly Check[]): string => {
  const gate = pageWords.gates[check.gate][page.lang];
  if (check.ask === null || check.ask === 'licence') return gate;
  const what = codeName(check.ask, page.lang);
  const several = among.some((one) => one !== check && one.ask === check.ask);
  return several && findService(check.ask) !== undefined
    ? `${what}${page.say('common.bracket-open')}${gate}${page.say('common.bracket-close')}`
    : what;
};

/** The word for a check; for the licence that of its own line, so that two words never stand for one thing. */
const checkWord = (page: Page, { gate, result }: Check, { licence }: Verdict): Html =>
  gate === 'practice-licence'
    ? html`<span class="${licence.result}">${tag(licenceWord(page, licence.result))}</span>`
    : tag(pageWords.results[result][page.lang]);

/** One check: what was asked, the answer, why, and on what it rests. */
const checkCard = (
  page: Page,
  check: Check,
  verdict: Verdict,
): Html => html`<section class="check ${check.result}">
<h3>${checkTitle(page, check, verdict.checks)} ${checkWord(page, check, verdict)}</h3>
${check.reasons.map((reason) => html`<p>${datedText(page, reason.text)}</p>`)}
${check.evidence.length === 0 ? null : html`<ul class="rests">${check.evidence.map((item) => html`<li>${evidenceLine(page, item)}</li>`)}</ul>`}</section>`;

/** The checks behind an answer, folded: who was meant, unless by its id; what was looked at, why, and on what it rests. */
export const checksOf = (page: Page, verdict: Verdict): Html | null =>
  verdict.checks.length === 0
    ? null
    : html`<details class="why"><summary>${page.say('checks-view.why-rests')}</summary>
${verdict.identity.why.filter(({ code }) => code !== 'id.equal').map(({ text }) => html`<p class="fine">${datedText(page, text)}</p>`)}${verdict.checks.map((one) => checkCard(page, one, verdict))}</details>`;

/** What lists say of treatments and marks that nobody asked about: one table, no boxes of “not known”; `askAt`: where one is asked about. */
export const heldTable = (
  page: Page,
  held: readonly Check[],
  askAt: (code: string) => string,
): Html | null => {
  const { say } = page;
  if (held.length === 0) return null;
  const rows = held.map(
    (check) =>
      html`<tr><th scope="row"><a href="${askAt(check.ask ?? '')}">${checkTitle(page, check, held)}</a></th><td class="${check.result}">${tag(pageWords.results[check.result][page.lang])}</td><td>${datedText(page, check.reasons[0]?.text ?? '')}</td></tr>`,
  );
  const title = say('checks-view.lists-say-about-treatments', { count: held.length });
  return html`<details><summary>${title}</summary>
<table class="stack"><thead><tr><th scope="col">${say('checks-view.treatment-mark')}</th><th scope="col">${say('checks-view.today')}</th><th scope="col">${say('checks-view.list-says')}</th></tr></thead><tbody>${rows}</tbody></table></details>`;
};
