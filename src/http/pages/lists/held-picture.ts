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
      html`<li><a href="${page.to('/sources')}#${at.source.descriptor.id}">${title}</a>: ${at.date === null ? page.say('no date printed', '未注明日期') : datedText(page, at.date)}${ageDays === null ? null : html`, ${ageText(page, ageDays)}`}; ${stateWord(page, at.source)}</li>`,
  )}</ol>`;

/** The same as a table: one row a province, the number of hospitals each list names there. */
const table = (page: Page, { lists, provinces }: Held): Html => {
  const { say } = page;
  const rows = provinces.map(
    ({ name, zh }) =>
      html`<tr><th scope="row">${name}</th>${lists.map(({ byProvince }) => html`<td>${byProvince.get(zh) ?? 0}</td>`)}</tr>`,
  );
  return html`<details><summary>${say('The same as a table', '以表格查看')}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say('Hospitals by province and list', '各省各名单的医院数')}"><table><caption>${say('Hospitals each list names, by province; the lists are numbered as above', '各名单在各省列出的医院数；名单编号同上')}</caption><thead><tr><th scope="col">${say('Province', '省份')}</th>${lists.map((_, column) => html`<th scope="col">${column + 1}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
};

/** What the registry holds today, as a picture and as a table, with its newest date and what is due next. */
export const heldPicture = (page: Page, held: Held): Html => {
  const { say } = page;
  const { hospitals, lists, newest, nextDue } = held;
  if (lists.length === 0)
    return html`<h2>${say('What is held today', '目前持有的内容')}</h2><p>${say('No list has been read yet.', '尚未读取任何名单。')}</p>`;
  const dates = html`${newest === null ? null : html`${say('The newest list is of', '最新名单日期')} ${datedText(page, newest)}${say('.', '。')}`} ${nextDue === null ? null : html`${say('The next list stops deciding after', '下一份将停止作为依据的名单：')} ${datedText(page, nextDue)}${say(', unless a newer one comes.', '之后（如无更新）。')}`}`;
  return html`<h2>${say('What is held today', '目前持有的内容')}</h2>
<p>${say(`${hospitals} hospitals on record; ${lists.length} ${lists.length === 1 ? 'list' : 'lists'} of authorities about them.`, `记录在案的医院 ${hospitals} 家；官方机构名单 ${lists.length} 份。`)} ${dates}</p>
${drawing(held)}
<p class="fine"><span class="key fresh"></span> ${say('may decide', '可作依据')} · <span class="key old"></span> ${say('too old to decide', '已过时')} · ${say('the darker, the more hospitals', '颜色越深，医院越多')}</p>
${columns(page, held)}${table(page, held)}`;
};
