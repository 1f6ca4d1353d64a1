import type { KeptAbout } from '../../../../batch/kept.ts';
import { readAbout } from '../../../../batch/kept.ts';
import type { KeptBatch } from '../../../../store/service/batches.ts';
import { shanghaiDay } from '../../../../text/dates.ts';
import { shownBatch } from '../../../batches/show.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { serviceSelect } from '../../views/choices.ts';
import { progressWords, stateWord } from './list-words.ts';

/** The form that hands a list in. What is filled in besides holds for every row whose own cell is empty. */
const uploadForm = (page: Page): Html => {
  const { say } = page;
  return html`<form method="post" action="${page.to('/partners/lists')}" enctype="multipart/form-data">
<label for="file">${say('overview.your-list')}</label>
<input id="file" name="file" type="file" required accept=".xlsx,.xls,.csv,.tsv,.txt,.json,.ndjson" aria-describedby="kinds">
<p class="fine" id="kinds">${say('overview.kinds-of-files')}</p>
<label for="service">${say('overview.treatment-of-all')}</label>${serviceSelect(page, undefined)}
<details><summary>${say('overview.heading-not-known')}</summary><label for="heading">${say('overview.heading-of-names')}</label><input id="heading" name="heading" maxlength="200"></details>
<button>${say('overview.hand-in')}</button></form>`;
};

const row = (page: Page, batch: KeptBatch): Html => {
  const { say } = page;
  const { id, about, state, createdAt } = batch;
  const { file }: KeptAbout = readAbout(about);
  return html`<tr><th scope="row"><a href="${page.to(`/partners/lists/${id}`)}">${file}</a></th>
<td data-label="${say('overview.state')} ">${stateWord(page, state)}</td><td data-label="${say('overview.answered')} ">${progressWords(page, shownBatch(batch).counts)}</td>
<td data-label="${say('overview.handed-in')} ">${shanghaiDay(new Date(createdAt))}</td></tr>`;
};

const table = (page: Page, batches: readonly KeptBatch[]): Html => {
  const { say } = page;
  if (batches.length === 0) return html`<p>${say('overview.no-list-yet')}</p>`;
  return html`<table class="stack"><thead><tr><th scope="col">${say('overview.list')}</th><th scope="col">${say('overview.state')}</th><th scope="col">${say('overview.answered')}</th><th scope="col">${say('overview.handed-in')}</th></tr></thead>
<tbody>${batches.map((batch) => row(page, batch))}</tbody></table><p class="fine">${say('overview.kept-for')}</p>`;
};

/** The lists of a partner, and the form for another one; `wrong`: why the one that was handed in was not taken. */
export const overview = (page: Page, batches: readonly KeptBatch[], wrong: string | null): Html => {
  const note = wrong === null ? null : html`<p class="note" role="alert">${wrong}</p>`;
  return html`${note}<h2>${page.say('overview.hand-in-a-list')}</h2>${uploadForm(page)}<h2>${page.say('overview.your-lists')}</h2>${table(page, batches)}`;
};
