import { type Html, html } from '../html.ts';
import type { PageMeta } from '../layout.ts';
import { type Page, queryValue } from '../page.ts';

/** Longest text of a report, in characters. */
export const MOST_TEXT = 2000;

/** What was typed into the form; a file is never in it: browsers do not send one back. */
type Typed = Readonly<{
  about?: string | undefined;
  text?: string | undefined;
  site?: string | undefined;
  correction?: boolean;
}>;

export const reportMeta = (page: Page): PageMeta => ({
  title: page.say('common.report-error'),
  description: page.say('report.tell-operator-wrong'),
  index: false,
});

/** The heading of the pages about reports. */
export const reportTitle = (page: Page): Html => html`<h1>${page.say('common.report-error')}</h1>`;

/** The form with what was typed, and what is wrong with it. */
export const reportForm = (page: Page, typed: Typed, wrong: string | null): Html => {
  const { say } = page;
  const checked = typed.correction === true ? html` checked` : null;
  return html`${wrong === null ? null : html`<p class="note" role="alert">${wrong}</p>`}
<form action="${page.to('/report')}" method="post" enctype="multipart/form-data">
<label for="about">${say('report.page-hospital')}</label><input id="about" name="about" maxlength="300" required value="${typed.about}">
<label for="text">${say('report.wrong-where-can-right')}</label>
<textarea id="text" name="text" rows="6" maxlength="${MOST_TEXT}" required>${typed.text}</textarea>
<p class="fine">${say('report.please-write-no-names')}</p>
<label for="file">${say('report.evidence')}</label><input id="file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg" aria-describedby="file-hint">
<p class="fine" id="file-hint">${say('report.evidence-hint')}</p>
<details${checked === null ? null : html` open`}><summary>${say('report.we-are-hospital')}</summary>
<p><label><input type="checkbox" class="box" name="kind" value="correction"${checked}> ${say('report.is-correction')}</label></p>
<label for="site">${say('report.own-website')}</label><input id="site" name="site" maxlength="253" value="${typed.site}" placeholder="hospital.example" aria-describedby="site-hint">
<p class="fine" id="site-hint">${say('report.own-website-hint')}</p></details>
<button>${say('report.send')}</button></form>`;
};

/** `/report`, with the page or hospital that a link names. */
export const reportPage = (page: Page): Html =>
  html`${reportTitle(page)}${reportForm(page, { about: queryValue(page.query, 'about') }, null)}`;
