import type { KeptReport } from '../../../store/service/error-reports.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

/** The longest answer, in characters; it is read on a phone. */
export const MOST_ANSWER = 2000;
const SHOWN = 90;

const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Reports as a table: number, day, about what, and the first words. */
export const reportTable = (page: Page, reports: readonly KeptReport[], none: string): Html => {
  const { say } = page;
  if (reports.length === 0) return html`<p>${none}</p>`;
  const row = ({ id, at, about, text, kind, answer }: KeptReport): Html =>
    html`<tr><th scope="row"><a href="${page.to(`/console/reports/${id}`)}">${id}</a></th><td>${at.slice(0, 10)}</td>
<td>${kind === 'correction' ? say('console-reports.correction') : say('console-reports.error')}</td><td>${short(about)}</td><td>${short(text)}</td><td data-label="${answer === null ? '' : say('console-reports.answered')} ">${answer?.at.slice(0, 10)}</td></tr>`;
  return html`<table class="stack" aria-label="${say('console-reports.reports')}"><thead><tr><th scope="col">${say('console-reports.number')}</th><th scope="col">${say('report.sent')}</th>
<th scope="col">${say('console-reports.kind')}</th><th scope="col">${say('report.about')}</th><th scope="col">${say('console-reports.words')}</th><th scope="col">${say('console-reports.answered')}</th></tr></thead>
<tbody>${reports.map(row)}</tbody></table>`;
};

const site = (page: Page, report: KeptReport): Html | null => {
  if (report.site === null) return null;
  const { domain, provenAt } = report.site;
  const words =
    provenAt === null
      ? page.say('console-reports.site-not-proven', { domain })
      : page.say('console-reports.site-proven', { domain, day: provenAt.slice(0, 10) });
  return html`<dt>${page.say('console-reports.who')}</dt><dd>${words}</dd>`;
};

const answered = (page: Page, { text, at, by }: NonNullable<KeptReport['answer']>): Html =>
  html`<h2>${page.say('console-reports.answer-of', { day: at.slice(0, 10), name: by })}</h2><blockquote>${text}</blockquote>`;

const form = (page: Page, id: number, wrong: string | null): Html => {
  const { say } = page;
  return html`<form method="post" action="${page.to(`/console/reports/${id}/answer`)}"><label for="answer">${say('console-reports.your-answer')}</label>
<textarea id="answer" name="answer" rows="5" maxlength="${MOST_ANSWER}" required${wrong === null ? null : html` aria-invalid="true" aria-describedby="wrong"`}></textarea>
<p class="fine">${say('console-reports.who-reads')}</p><button>${say('console-reports.send-answer')}</button></form>`;
};

/** Where what a report is about can be looked at: a page of this service by its path, else a search for the words. */
const aboutLink = (page: Page, about: string): string =>
  /^\/(?!\/)[\w/.-]*$/.test(about) ? page.to(about) : page.to('/', { q: about });

/** One report with all that came with it, its answer, or the form for one; `mayRemove`: whether whoever looks may remove it for good. */
export const reportView = (
  page: Page,
  report: KeptReport,
  mayRemove: boolean,
  wrong: string | null,
): Html => {
  const { say } = page;
  const { id, about, text, at, lang, generation, file, answer } = report;
  const note = wrong === null ? null : html`<p class="note" role="alert" id="wrong">${wrong}</p>`;
  return html`${note}<dl><dt>${say('report.sent')}</dt><dd>${say('console-reports.sent-when', { day: at.slice(0, 10), generation })}</dd>
<dt>${say('report.about')}</dt><dd><a href="${aboutLink(page, about)}">${about}</a></dd><dt>${say('console-reports.words')}</dt><dd lang="${lang}">${text}</dd>${site(page, report)}
${file === null ? null : html`<dt>${say('report.evidence-sent')}</dt><dd><a href="${page.to(`/console/reports/${id}/file`)}">${file.type}, ${say('report.kilobytes', { many: Math.ceil(file.bytes / 1024) })}</a></dd>`}</dl>
${answer === null ? form(page, id, wrong) : answered(page, answer)}
${mayRemove ? html`<form class="act undo" method="post" action="${page.to(`/console/reports/${id}/remove`)}"><button>${say('console-reports.remove')}</button></form>` : null}
<p><a href="${page.to('/console/reports')}">${say('console-reports.all')}</a></p>`;
};
