import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { ageText, datedText } from '../views/dated-text.ts';
import type { Held, HeldList } from './held.ts';
import { stateWord } from './list-state.ts';

const WIDTH = 360;
const LABELS = 104;
const ROW = 13;
const HEAD = 16;

/** How dark a cell is: by the number of digits, so that 3 and 300 hospitals can be told apart. */
const shade = (count: number): string => (0.25 + 0.25 * Math.min(3, Math.log10(count))).toFixed(2);

const look = ({ at }: HeldList): string => (at.state === 'fresh' ? 'fresh' : 'old');

const cells = (list: HeldList, column: number, wide: number, held: Held): readonly Html[] =>
  held.provinces.flatMap(({ zh }, row) => {
    const count = list.byProvince.get(zh) ?? 0;
    if (count === 0) return [];
    return [
      html`<rect class="${look(list)}" x="${(LABELS + column * wide).toFixed(1)}" y="${HEAD + row * ROW}" width="${(wide - 1.5).toFixed(1)}" height="${ROW - 1.5}" fill-opacity="${shade(count)}"/>`,
    ];
  });

/** Provinces down, lists across: a cell is as dark as the list names hospitals, and its colour says whether the list may still decide. */
const drawing = (held: Held): Html => {
  const wide = (WIDTH - LABELS) / Math.max(1, held.lists.length);
  const height = HEAD + held.provinces.length * ROW;
  const heads = held.lists.map(
    (_, column) =>
      html`<text x="${(LABELS + (column + 0.5) * wide).toFixed(1)}" y="11" text-anchor="middle">${column + 1}</text>`,
  );
  const labels = held.provinces.map(
    ({ name }, row) => html`<text y="${HEAD + row * ROW + 9.5}">${name}</text>`,
  );
  return html`<svg class="held" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true">${heads}${labels}${held.lists.map((list, column) => cells(list, column, wide, held))}</svg>`;
};

/** The columns in words: which list, of which date, and whether it may still decide. */
const columns = (page: Page, { lists }: Held): Html =>
  html`<ol class="fine">${lists.map(
    ({ at, title, ageDays }) =>
      html`<li><a href="${page.to('/sources')}#${at.source.descriptor.id}">${title}</a>${page.say('common.colon')}${at.date === null ? page.say('common.no-date-printed') : datedText(page, at.date)}${ageDays === null ? null : html`${page.say('common.pause')}${ageText(page, ageDays)}`}${page.say('common.semicolon')}${stateWord(page, at.source)}</li>`,
  )}</ol>`;

/** The same as a table: one row a province, the number of hospitals each list names there. */
const table = (page: Page, { lists, provinces }: Held): Html => {
  const { say } = page;
  const rows = provinces.map(
    ({ name, zh }) =>
      html`<tr><th scope="row">${name}</th>${lists.map(({ byProvince }) => html`<td>${byProvince.get(zh) ?? 0}</td>`)}</tr>`,
  );
  return html`<details><summary>${say('held-picture.same-as-table')}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say('held-picture.hospitals-province-list')}"><table><caption>${say('held-picture.hospitals-each-list-names')}</caption><thead><tr><th scope="col">${say('held-picture.province')}</th>${lists.map((_, column) => html`<th scope="col">${column + 1}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
};

/** What the registry holds today, as a picture and as a table, with its newest date and what is due next. */
export const heldPicture = (page: Page, held: Held): Html => {
  const { say } = page;
  const { hospitals, lists, newest, nextDue } = held;
  if (lists.length === 0)
    return html`<h2>${say('held-picture.held-today')}</h2><p>${say('held-picture.no-list-been-read')}</p>`;
  const dates = html`${newest === null ? null : html`${say('held-picture.newest-list')} ${datedText(page, newest)}${say('common.full-stop')}`} ${nextDue === null ? null : html`${say('held-picture.next-list-stops-deciding')} ${datedText(page, nextDue)}${say('held-picture.unless-newer-one-comes')}`}`;
  return html`<h2>${say('held-picture.held-today')}</h2>
<p>${say('held-picture.hospitals-on-record', { hospitals, lists: lists.length })} ${dates}</p>
${drawing(held)}
<p class="fine"><span class="key fresh"></span> ${say('common.may-decide')} · <span class="key old"></span> ${say('held-picture.too-old-decide')} · ${say('held-picture.darker-more-hospitals')}</p>
${columns(page, held)}${table(page, held)}`;
};
