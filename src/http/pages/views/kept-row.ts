import { headingTitle } from '../../../../schema/lexicon/list-words.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';

/** A row of a list as it was kept: its own headings and words. */
export type Cells = Readonly<Record<string, string>>;

const title = (page: Page, printed: string): string => headingTitle(printed)?.[page.lang] ?? printed;

/** A heading in the reader's language, and the Chinese one that the authority printed; the short ones of our own files are not. */
const heading = (page: Page, printed: string): Html =>
  title(page, printed) === printed || !/\p{Script=Han}/u.test(printed)
    ? html`${title(page, printed)}`
    : html`${title(page, printed)} <span class="fine" lang="zh-Hans">${printed}</span>`;

/** The row in its own words, a line for each column that holds something. */
export const keptRow = (page: Page, cells: Cells): Html =>
  html`<dl class="lines row">${Object.entries(cells)
    .filter(([, value]) => value.trim() !== '')
    .map(([printed, value]) => html`<div><dt>${heading(page, printed)}</dt><dd>${value}</dd></div>`)}</dl>`;

/** The row among its neighbours, as the list has them, so that it is found there. */
export const nearRows = (page: Page, near: ReadonlyMap<number, Cells>, row: number): Html | null => {
  const { say } = page;
  if (near.size < 2) return null;
  const columns = [...new Set([...near.values()].flatMap((cells) => Object.keys(cells)))];
  const rows = [...near].map(
    ([number, cells]) =>
      html`<tr${number === row ? html` class="here" aria-current="true"` : null}><th scope="row">${number}</th>${columns.map((column) => html`<td>${cells[column] ?? ''}</td>`)}</tr>`,
  );
  return html`<details><summary>${say('kept-row.row-among-neighbours-list')}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say('kept-row.part-list')}"><table><thead><tr><th scope="col">${say('kept-row.row')}</th>${columns.map((column) => html`<th scope="col">${title(page, column)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
};
