import { readAbout } from '../../../../batch/kept.ts';
import { resultFormats } from '../../../../batch/write/answered.ts';
import type { KeptBatch } from '../../../../store/service/batches.ts';
import { shanghaiDay } from '../../../../text/dates.ts';
import { shownBatch } from '../../../batches/show.ts';
import { assets } from '../../assets.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import { actButton, undoButton } from '../frame.ts';
import { fieldWord, progressWords, stateWord } from './list-words.ts';

/** Which column is read as what, and what is to be known of the list besides: shown before anything is asked. */
const mapping = (page: Page, batch: KeptBatch): Html => {
  const { say } = page;
  const { columns, notes } = shownBatch(batch);
  const [sheeted] = columns.filter(({ sheet }) => sheet !== null);
  const rows = columns.map(
    ({ sheet, column, heading, field }) =>
      html`<tr>${sheeted === undefined ? null : html`<td data-label="${say('one-list.sheet')} ">${sheet}</td>`}<td data-label="${say('one-list.column')} ">${column}</td><th scope="row">${heading}</th><td data-label="${say('one-list.read-as')} ">${fieldWord(page, field)}</td></tr>`,
  );
  return html`${notes.map((note) => html`<p class="inset">${note}</p>`)}<table class="stack"><caption>${say('one-list.nothing-else-read')}</caption><thead><tr>${sheeted === undefined ? null : html`<th scope="col">${say('one-list.sheet')}</th>`}<th scope="col">${say('one-list.column')}</th><th scope="col">${say('one-list.heading')}</th><th scope="col">${say('one-list.read-as')}</th></tr></thead><tbody>${rows}</tbody></table>`;
};

/** Before it is started: how its columns are read, and what may be done. */
const heldPart = (page: Page, batch: KeptBatch, at: string): Html => {
  const { say } = page;
  return html`<p>${say('one-list.look-before', { rows: batch.rows })}</p>${mapping(page, batch)}
<div class="acts">${actButton(page, `${at}/start`, say('one-list.start'))}${undoButton(page, `${at}/remove`, say('one-list.discard'))}</div>`;
};

/** How far it is; a script asks anew while it is being answered, without one there is a link. */
const progress = (page: Page, batch: KeptBatch, at: string): Html => {
  const { say } = page;
  const { state, rows, done, endedAt } = batch;
  const going = endedAt === null;
  return html`<div id="progress" data-going="${going ? 1 : 0}"><p role="status">${stateWord(page, state)} · ${progressWords(page, shownBatch(batch).counts)}</p>${going ? html`<progress aria-label="${say('one-list.progress')}" max="${rows}" value="${done}"></progress><p class="no-script"><a href="${page.to(at)}">${say('one-list.look-again')}</a></p><script type="module" src="${assets.progress}"></script>` : null}</div>`;
};

const downloads = (page: Page, at: string): Html =>
  html`<p>${page.say('one-list.download')} ${resultFormats.map((format) => html`<a href="${page.to(`${at}/result`, { format })}" download>${format.toUpperCase()}</a> `)}</p>`;

const basis = (page: Page, batch: KeptBatch): Html | null => {
  const { generation, asOf, policyVersion } = shownBatch(batch);
  if (generation === null || asOf === null || policyVersion === null) return null;
  return html`<p class="fine">${page.say('one-list.rests-on', { generation, asOf, policy: policyVersion })}</p>`;
};

/** A list: what is to be done with it, how far it is, and its rows (`table`; null before it was started). */
export const oneList = (page: Page, batch: KeptBatch, table: Html | null): Html => {
  const { say } = page;
  const at = `/partners/lists/${batch.id}`;
  const back = html`<p><a href="${page.to('/partners/lists')}">${say('one-list.all-lists')}</a></p>`;
  const until = html`<p class="fine">${say('one-list.kept-until', { day: shanghaiDay(new Date(batch.expiresAt)) })}</p>`;
  if (table === null) return html`${back}${heldPart(page, batch, at)}${until}`;
  const going = batch.endedAt === null;
  return html`${back}${progress(page, batch, at)}${basis(page, batch)}${downloads(page, at)}${table}
<details><summary>${say('one-list.how-columns-read')}</summary>${mapping(page, batch)}</details>${until}
<div class="acts">${batch.state === 'done' ? actButton(page, '/partners/watches', say('one-list.watch'), html`<input type="hidden" name="batch" value="${batch.id}">`) : null}${going ? undoButton(page, `${at}/cancel`, say('one-list.cancel')) : null}${undoButton(page, `${at}/remove`, say('one-list.forget'))}</div>`;
};

/** What a list is called. */
export const fileOf = ({ about }: KeptBatch): string => readAbout(about).file;
