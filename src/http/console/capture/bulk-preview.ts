import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import type { CaptureAnswer, LookedRow } from '../../operator/jobs.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';
import { answersTable } from './answers-table.ts';
import { bulkPath } from './bulk-form.ts';

/** Rows shown one by one; those with something wrong come first. */
const MOST_SHOWN = 200;

/** What was read out of a file, and what is sent back to record it. */
type PreviewedFile = Readonly<{
  form: CaptureForm;
  answer: CaptureAnswer;
  /** Of the file, the day and the rows that would be recorded, so that nothing else is recorded than was shown. */
  mark: string;
  lookedOn: string;
  file: string;
}>;

const newsOf = ({ changes }: LookedRow) => changes.filter(({ before, after }) => before !== after);

/** Rows with something wrong first, then those that change something; within each as the file has them. */
const ordered = (rows: readonly LookedRow[]): readonly LookedRow[] => {
  const rank = (row: LookedRow): number =>
    row.problems.length > 0 ? 0 : row.warnings.length > 0 ? 1 : newsOf(row).length > 0 ? 2 : 3;
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
};

const rowView = (page: Page, row: LookedRow): Html => {
  const { say } = page;
  const { problems, warnings, key } = row;
  const news = newsOf(row);
  const wrong = [
    ...problems.map((one) => html`<li><strong>${one}</strong></li>`),
    ...warnings.map((one) => html`<li>${one}</li>`),
  ];
  const changes = news.map(
    ({ column, before, after }) =>
      html`<li>${column}: ${before === null || before === '' ? say('capture-file.nothing') : before} → ${after === '' ? say('capture-file.nothing') : after}</li>`,
  );
  const isNew = row.changes.length > 0 && row.changes.every(({ before }) => before === null);
  const changed =
    problems.length > 0
      ? null
      : isNew
        ? html`${say('capture-file.is-new')}`
        : news.length === 0
          ? html`${say('capture-file.no-change')}`
          : html`<ul>${changes}</ul>`;
  return html`<tr><th scope="row">${say('capture-file.line', { line: row.row })}</th><td>${key}</td><td>${wrong.length === 0 ? say('capture-file.nothing-wrong') : html`<ul>${wrong}</ul>`}</td><td data-label="${say('capture-file.what-changes')}${say('common.colon')}">${changed}</td></tr>`;
};

const table = (page: Page, rows: readonly LookedRow[]): Html => {
  const { say } = page;
  const shown = ordered(rows).slice(0, MOST_SHOWN);
  const rest = rows.length - shown.length;
  return html`<table class="stack"><thead><tr><th scope="col">${say('capture-file.row')}</th><th scope="col">${say('capture-file.key')}</th><th scope="col">${say('capture-file.what-is-wrong')}</th><th scope="col">${say('capture-file.what-changes')}</th></tr></thead><tbody>${shown.map((row) => rowView(page, row))}</tbody></table>
${rest === 0 ? null : html`<p class="fine">${say('capture-file.further', { rows: rest })}</p>`}`;
};

const confirm = (page: Page, previewed: PreviewedFile, good: number): Html => {
  const { say } = page;
  const { form, answer, mark, lookedOn, file } = previewed;
  const all = answer.rows.length;
  const sha256 = answer.bulk?.sha256 ?? null;
  if (good === 0) return html`<p class="note">${say('capture-file.none-good')}</p>`;
  if (sha256 === null) return html`<p class="note">${say('capture-file.names-somebody')}</p>`;
  const words =
    good === all
      ? say('capture-file.record-all', { rows: good })
      : say('capture-file.record-some', { taken: good, left: all - good });
  const second = answer.answers.some(({ negative }) => negative)
    ? html`<p class="inset">${say('capture.needs-second')} ${say('capture-file.waits-whole')}</p>`
    : null;
  return html`${second}<form method="post" action="${page.to(`${bulkPath(form)}/file/record`)}"><input type="hidden" name="sha256" value="${sha256}"><input type="hidden" name="file" value="${file}"><input type="hidden" name="lookedOn" value="${lookedOn}"><input type="hidden" name="mark" value="${mark}"><button>${words}</button></form>`;
};

/** What a file holds, row by row: what is wrong, what changes, which answers become others, and the button that records it. */
export const bulkPreview = (page: Page, previewed: PreviewedFile): Html => {
  const { say } = page;
  const { form, answer, file } = previewed;
  const good = answer.rows.filter(({ state }) => state === 'good').length;
  return html`<p>${say('capture-file.of-file', { file, rows: answer.rows.length, taken: good })}</p>
<h2>${say('capture.what-changes')}</h2>${answersTable(page, answer.answers)}${confirm(page, previewed, good)}
<h2>${say('capture-file.rows')}</h2>${table(page, answer.rows)}
<p><a href="${page.to(`${bulkPath(form)}/file`)}">${say('capture-file.another')}</a></p>`;
};
