import { MOST_BULK_BYTES, MOST_BULK_ROWS } from '../../../harvest/capture/bulk-file.ts';
import type { CaptureForm } from '../../../harvest/capture/capture-form.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Page } from '../../pages/page.ts';

const MB = 1_048_576;

/** The address below which many rows of one register are handed in. */
export const bulkPath = ({ source }: Pick<CaptureForm, 'source'>): string =>
  `/console/captures/${encodeURIComponent(source)}`;

/** Many rows at once: the template, the file, and the day of the look where its rows name none. */
export const bulkForm = (page: Page, form: CaptureForm, problem: string | null): Html => {
  const { say, lang, today } = page;
  const at = bulkPath(form);
  const columns = form.fields.map(
    ({ column, label, required }) =>
      html`<li>${column}${label[lang] === column ? null : ` (${label[lang]})`}${required ? null : html` <span class="fine">${say('capture.may-be-empty')}</span>`}</li>`,
  );
  return html`${problem === null ? null : html`<p class="note" role="alert">${problem}</p>`}
<p class="fine">${form.title[lang]}</p><h2>${say('capture-file.template')}</h2><p>${say('capture-file.template-what')}</p>
<p><a href="${page.to(`${at}/template.xlsx`)}" download>${say('capture-file.as-workbook')}</a> · <a href="${page.to(`${at}/template.csv`)}" download>${say('capture-file.as-csv')}</a></p>
<details><summary>${say('capture-file.columns')}</summary><ul>${columns}</ul></details>
<h2>${say('capture-file.hand-in')}</h2><form method="post" enctype="multipart/form-data" action="${page.to(`${at}/file`)}">
<label for="file">${say('capture-file.file', { rows: MOST_BULK_ROWS, megabytes: MOST_BULK_BYTES / MB })}</label><input id="file" name="file" type="file" accept=".csv,.xlsx" required>
<label for="lookedOn">${say('capture-file.looked-on')}</label><input id="lookedOn" name="lookedOn" type="date" max="${today}" aria-describedby="day-hint"><p class="fine" id="day-hint">${say('capture-file.day-hint')}</p>
<button>${say('capture-file.check')}</button></form>
<p><a href="${page.to('/console/captures')}">${say('capture-file.queue')}</a></p>`;
};
