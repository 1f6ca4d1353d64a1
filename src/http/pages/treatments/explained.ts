import type { Gate } from '../../../../schema/credential.ts';
import { namedAfter } from '../../../../schema/lexicon/in-sentence.ts';
import { nextSteps } from '../../../../schema/lexicon/next-steps.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { treatmentProofs } from '../../../../schema/lexicon/treatment-proofs.ts';
import type { Treatment } from '../../../../schema/lexicon/treatments.ts';
import { signs } from '../../../verdict/offer/rules.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import { codesOf } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from '../views/dated-text.ts';
import { copyAttributes, copyScript } from '../views/next-step.ts';

/** The law behind a permission: of the treatment itself, else of the gate. */
const basisOf = (page: Page, treatment: Treatment, gate: Gate): string => {
  const own = codesOf(treatment)
    .flatMap((code) => findService(code) ?? [])
    .filter((service) => service.gate === gate);
  const bases = own.length > 0 ? own.map(({ basis }) => basis) : [treatmentProofs[gate]?.basis];
  return [...new Set(bases.flatMap((basis) => (basis === undefined ? [] : [basis[page.lang]])))].join(
    page.lang === 'zh' ? '；' : '; ',
  );
};

/** Which permissions a hospital needs, what proves each, and the article behind it. */
export const permissions = (page: Page, treatment: Treatment, gates: readonly Gate[]): Html => {
  const { say, lang } = page;
  const each = gates.map(
    (gate) =>
      html`<div><dt>${pageWords.gates[gate][lang]}</dt><dd>${datedText(page, treatmentProofs[gate]?.proof[lang] ?? '')}<br><span class="fine">${say('explained.rests')} ${datedText(page, basisOf(page, treatment, gate))}</span></dd></div>`,
  );
  return html`<h2>${say('explained.hospital-needs-proves')}</h2><dl class="lines">${each}</dl>`;
};

/** What no authority publishes: nobody’s answer can rest on it. */
export const unpublished = (page: Page, gates: readonly Gate[]): Html =>
  html`<h2>${page.say('explained.nobody-publishes')}</h2>
<ul>${gates.map((gate) => html`<li>${datedText(page, treatmentProofs[gate]?.unpublished[page.lang] ?? '')}</li>`)}</ul>`;

/** Questions a patient can ask, each with the Chinese sentence to show at the desk. */
export const questionsToAsk = (page: Page, treatment: Treatment, gates: readonly Gate[]): Html => {
  const named = (text: string): string =>
    text
      .replace(/\{ask\}/g, (_, at: number) => namedAfter(text.slice(0, at), treatment.name[page.lang]))
      .replaceAll('{code}', treatment.code);
  const each = gates.map((gate) => {
    const { text, show } = nextSteps[gate];
    const shown =
      show === null
        ? null
        : html`<p class="show" lang="zh-Hans" ${copyAttributes(page)}>${show.replaceAll('{ask}', treatment.name.zh)}</p>`;
    return html`<li>${named(text[page.lang])}${shown}</li>`;
  });
  return html`<h2>${page.say('explained.questions-ask')}</h2><ul>${each}</ul>${copyScript}`;
};

/** What offers of such treatments often say and may not. */
export const warningSigns = (page: Page, gates: readonly Gate[]): Html => {
  const { say, lang } = page;
  const own = gates.filter((gate) => gate !== 'practice-licence' && gate !== 'foreign-capital');
  const codes = new Set(own.flatMap((gate) => treatmentProofs[gate]?.signs ?? []));
  const shown = signs().filter(({ code }) => codes.has(code));
  return html`<h2>${say('explained.warning-signs-offer')}</h2>
${shown.map(({ title, why, basis }) => html`<details class="list"><summary>${title[lang]}</summary><p>${datedText(page, why[lang])}</p><p class="fine">${datedText(page, basis.map((one) => one[lang]).join(say('common.semicolon')))}</p></details>`)}`;
};
