import type { CapturedRow, Withdrawal } from '../../../../schema/withdrawal.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import type { WithdrawalAnswer } from '../../operator/jobs.ts';
import { type Html, html } from '../../pages/html.ts';
import { type Page, queryValue } from '../../pages/page.ts';
import { answersTable } from './answers-table.ts';

/** The path of what a register has on record. */
export const rowsPath = (source: string): string => `/console/captures/${encodeURIComponent(source)}/rows`;

const withdrawPath = (source: string): string => `/console/captures/${encodeURIComponent(source)}/withdraw`;

const fieldsOf = ({ raw }: CapturedRow): Html =>
  html`<dl>${Object.entries(raw)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => html`<dt>${column}</dt><dd>${value}</dd>`)}</dl>`;

const rowItem = (page: Page, source: string, row: CapturedRow, mayWithdraw: boolean): Html => {
  const { say } = page;
  const kept = page.to(`/console/pages/${row.sha256}`, { type: 'text/csv' });
  const take = html`<a href="${page.to(withdrawPath(source), { key: row.key })}">${say('capture-rows.withdraw')}</a>`;
  return html`<li><details><summary>${row.names[0] ?? row.key} <span class="fine">${row.key} · ${say('capture-rows.recorded', { day: row.recordedAt.slice(0, 10) })}</span></summary>${fieldsOf(row)}<p><a href="${kept}">${say('capture-rows.kept')}</a>${mayWithdraw ? html` · ${take}` : null}</p></details></li>`;
};

/** What was taken back: when, by whom and why. */
const takenBack = (page: Page, withdrawn: readonly Withdrawal[]): Html | null =>
  withdrawn.length === 0
    ? null
    : html`<h2>${page.say('capture-rows.taken-back')}</h2><ul>${withdrawn.map(({ key, at, by, because }) => html`<li>${key} <span class="fine">${at.slice(0, 10)} · ${by}</span><br>${because}</li>`)}</ul>`;

const doneNote = (page: Page): Html | null => {
  const done = queryValue(page.query, 'done');
  if (done !== 'withdrawn' && done !== 'waits') return null;
  const text = done === 'withdrawn' ? 'capture-rows.done' : 'capture-rows.done-waits';
  return html`<p class="inset" role="status">${page.say(text)}</p>`;
};

/** The rows that persons recorded of a register, with a search; reviewers can take one back. */
export const rowsBody = (
  page: Page,
  { source, title }: CaptureForm,
  shown: Readonly<{
    rows: readonly CapturedRow[];
    /** What was taken back, newest first. */
    withdrawn: readonly Withdrawal[];
    q: string;
    /** Where further rows follow: from which on. */
    next: number | null;
    mayWithdraw: boolean;
  }>,
): Html => {
  const { say, lang } = page;
  const { rows, withdrawn, q, next, mayWithdraw } = shown;
  const items = rows.map((row) => rowItem(page, source, row, mayWithdraw));
  const address = rowsPath(source);
  const more =
    next === null
      ? null
      : html`<p><a href="${page.to(address, { q, from: String(next) })}">${say('capture-rows.more')}</a></p>`;
  return html`${doneNote(page)}<p class="fine">${title[lang]}</p>
<form method="get" action="${address}">${lang === 'zh' ? html`<input type="hidden" name="lang" value="zh">` : null}<label for="q">${say('capture-rows.search')}</label><input id="q" name="q" type="search" value="${q}" maxlength="100"><button>${say('capture-rows.find')}</button></form>
${items.length === 0 ? html`<p>${say('capture-rows.none')}</p>` : html`<ul>${items}</ul>`}${more}${takenBack(page, withdrawn)}`;
};

/** One row that is to be taken back: what it says, which answers change, why. */
export const withdrawBody = (
  page: Page,
  { source, title }: CaptureForm,
  { key, row, answers }: Pick<WithdrawalAnswer, 'key' | 'row' | 'answers'>,
  problem: string | null,
): Html => {
  const { say, lang } = page;
  return html`${problem === null ? null : html`<p class="inset" role="alert">${problem}</p>`}
<p class="fine">${title[lang]} · ${key}</p>${fieldsOf(row)}
<p>${say('capture-rows.what-it-does')}</p>
<h2>${say('capture.answers')}</h2>${answersTable(page, answers)}
<form method="post" action="${page.to(withdrawPath(source))}"><input type="hidden" name="key" value="${key}">
<label for="because">${say('capture-rows.why')}</label><input id="because" name="because" required minlength="3" maxlength="600" autofocus>
<button>${say('capture-rows.yes')}</button></form>`;
};
