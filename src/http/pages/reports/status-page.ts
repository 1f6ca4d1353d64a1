import type { KeptReport } from '../../../store/service/error-reports.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** What came of looking for the proof just now; null before. */
export type Looked = 'proven' | 'absent' | 'unreachable' | 'closed' | null;

const lookedTexts = {
  proven: 'report.site-proven',
  absent: 'report.site-absent',
  unreachable: 'report.site-unreachable',
  closed: 'report.site-closed',
} as const;

/** Where the line is looked for first. */
const proofAddress = (domain: string): string => `https://${domain}/.well-known/licet.txt`;

const proof = (page: Page, { site }: KeptReport, at: string, looked: Looked): Html | null => {
  const { say } = page;
  if (site === null) return null;
  const { domain, token, provenAt } = site;
  if (provenAt !== null) return html`<p>${say('report.site-is-proven', { domain })}</p>`;
  const note = looked === null ? null : html`<p class="note" role="status">${say(lookedTexts[looked])}</p>`;
  return html`<h2>${say('report.prove-site', { domain })}</h2>${note}
<p>${say('report.prove-how')}</p><p><code>${proofAddress(domain)}</code></p><p><code>${token}</code></p>
<form class="act" method="post" action="${page.to(`${at}/prove`)}"><button>${say('report.check-now')}</button></form>`;
};

/** What became of a report: its words, whether it waits, the answer, and for a hospital how to prove its website. */
export const statusPage = (page: Page, report: KeptReport, at: string, looked: Looked): Html => {
  const { say } = page;
  const { answer, file } = report;
  const state =
    answer === null
      ? html`<p class="inset" role="status">${say('report.waits')}</p>`
      : html`<h2>${say('report.answer', { day: answer.at.slice(0, 10) })}</h2><blockquote>${answer.text}</blockquote>`;
  return html`<h1>${say('report.your-report', { number: report.id })}</h1>${state}
<dl><dt>${say('report.sent')}</dt><dd>${report.at.slice(0, 10)}</dd><dt>${say('report.about')}</dt><dd>${report.about}</dd>
<dt>${say('report.words')}</dt><dd>${report.text}</dd>
${file === null ? null : html`<dt>${say('report.evidence-sent')}</dt><dd>${file.type}, ${say('report.kilobytes', { many: Math.ceil(file.bytes / 1024) })}</dd>`}</dl>
${answer === null ? proof(page, report, at, looked) : null}<p class="fine">${say('report.kept-until')}</p>`;
};
