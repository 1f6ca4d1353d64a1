import type { BatchField } from '../../../../../schema/lexicon/batch-headings.ts';
import { readAbout } from '../../../../batch/kept.ts';
import { candidateWords, moreWords } from '../../../../batch/write/added-columns.ts';
import type { AnsweredRow } from '../../../../batch/write/answered.ts';
import type { BatchStore, KeptBatch } from '../../../../store/service/batches.ts';
import { shownBatch } from '../../../batches/show.ts';
import { type Html, html } from '../../html.ts';
import { type Page, queryValue } from '../../page.ts';
import { hiddenLanguageField } from '../../views/hidden-language.ts';
import { countOf, kindOf, kindWord, type RowKind, rowKinds } from './list-words.ts';
import { orderedRows, type RowOrder, rowOrders, type TableWish } from './ordered-rows.ts';

const ROWS_A_PAGE = 50;
/** Fields of a list that say who is meant, the most telling first. */
const naming = ['name', 'englishName', 'licenceNumber', 'uscc', 'id'] as const;

/** What the address asks of the table; whatever is no such thing counts as not asked. */
const wishOf = ({ query }: Page): TableWish & Readonly<{ page: number }> => {
  const kind = rowKinds.find((one) => one === queryValue(query, 'outcome')) ?? null;
  const order = rowOrders.find((one) => one === queryValue(query, 'order')) ?? 'list';
  const page = Number(/^[1-9]\d{0,5}$/.exec(queryValue(query, 'page') ?? '')?.[0] ?? 1);
  return { kind, order, page };
};

const form = (page: Page, batch: KeptBatch, { kind, order }: TableWish): Html => {
  const { say } = page;
  const { counts } = shownBatch(batch);
  const kinds = rowKinds.filter((one) => countOf(counts, one) > 0 || one === kind);
  const option = (value: string, words: string, chosen: boolean): Html =>
    html`<option value="${value}"${chosen ? html` selected` : null}>${words}</option>`;
  const orderWord = (one: RowOrder): string => say(`table.order-${one}`);
  return html`<form method="get" class="pair" action="/partners/lists/${batch.id}"><div><label for="outcome">${say('table.show')}</label><select id="outcome" name="outcome">${option('', say('table.all-rows', { rows: batch.rows }), kind === null)}${kinds.map((one) => option(one, `${kindWord(page, one)} (${countOf(counts, one)})`, one === kind))}</select></div>
<div><label for="order">${say('table.order')}</label><select id="order" name="order">${rowOrders.map((one) => option(one, orderWord(one), one === order))}</select></div>${hiddenLanguageField(page)}<div><button>${say('table.show-these')}</button></div></form>`;
};

const toneOf = (kind: RowKind): string =>
  kind === 'bad' ? 'limited' : kind === 'waiting' ? 'unknown' : kind;

/** The institution that was taken to be meant, with the way to its page. */
const onRecord = (page: Page, result: AnsweredRow['result']): Html | null => {
  if (result?.id == null) return null;
  const [first, second] =
    page.lang === 'zh' ? [result.nameZh, result.nameEn] : [result.nameEn, result.nameZh];
  return html`<br><span class="fine">${page.say('table.on-record')} <a href="${page.to(`/hospitals/${encodeURIComponent(result.id)}`)}">${first ?? second ?? result.id}</a></span>`;
};

/** Who could be meant, each with the way to its page, and how many more. */
const couldBe = (page: Page, result: AnsweredRow['result']): Html | null => {
  if (result === null || result.candidates.length === 0) return null;
  const each = result.candidates.map(
    (one) =>
      html`<li><a href="${page.to(`/hospitals/${encodeURIComponent(one.id)}`)}">${candidateWords(one, page.lang)}</a></li>`,
  );
  const more = moreWords(result.moreCandidates, page.lang);
  return html`<ul class="fine">${each}${more === null ? null : html`<li>${more}</li>`}</ul>`;
};

/** Fields of a row that the check page asks with as well. */
const asked = ['province', 'city', 'address', 'website', 'service'] as const;

/** Where one of several hospitals is chosen: the same question on a page of its own. */
const choice = (page: Page, name: string, cells: (field: BatchField) => string): Html => {
  const told = Object.fromEntries(asked.map((field) => [field, cells(field) || undefined]));
  const query = { ...told, province: told.province ?? (cells('country') || undefined) };
  return html` <a href="${page.to('/check', { ...query, name })}">${page.say('table.choose')}</a>`;
};

const shownRow = (page: Page, { row, result }: AnsweredRow, about: ReturnType<typeof readAbout>): Html => {
  const { say } = page;
  const table = about.tables[row.table];
  const cells = (field: BatchField): string => (row.cells[table?.mapping[field] ?? -1] ?? '').trim();
  const given = naming.map(cells).find((cell) => cell !== '');
  const kind = kindOf(result);
  const line = table?.sheet == null ? `${row.line}` : `${table.sheet} ${row.line}`;
  // A ban does not change with the age of a list.
  const due = kind === 'prohibited' ? null : (result?.nextDue ?? null);
  return html`<tr><td data-label="${say('table.head-line')} ">${line}</td><th scope="row">${given ?? '–'}${onRecord(page, result)}</th>
<td class="${toneOf(kind)}"><span class="tag">${kindWord(page, kind)}</span></td>
<td>${result?.answer}${couldBe(page, result)}${kind === 'ambiguous' && given !== undefined ? choice(page, given, cells) : null}${result?.problem == null ? null : html` <strong>${result.problem}</strong>`}${due === null ? null : html` <span class="fine">${say('table.due-again', { day: due })}</span>`}</td></tr>`;
};

const pageLinks = (page: Page, id: string, wish: ReturnType<typeof wishOf>, pages: number): Html | null => {
  const { say } = page;
  const to = (at: number): string =>
    page.to(`/partners/lists/${id}`, { outcome: wish.kind ?? undefined, order: wish.order, page: `${at}` });
  if (pages <= 1) return null;
  return html`<nav aria-label="${say('table.pages')}">${wish.page > 1 ? html`<a href="${to(wish.page - 1)}" rel="prev">${say('table.before')}</a>` : null}<span class="fine">${say('table.page-of', { page: wish.page, pages })}</span>${wish.page < pages ? html`<a href="${to(wish.page + 1)}" rel="next">${say('table.after')}</a>` : null}</nav>`;
};

/** The rows of a list as a table: of one outcome or all, in the order that is asked for, fifty at a time. */
export const listTable = async (
  page: Page,
  batches: Pick<BatchStore, 'part' | 'partOfRow'>,
  batch: KeptBatch,
): Promise<Html> => {
  const { say } = page;
  const wish = wishOf(page);
  const range = { from: (wish.page - 1) * ROWS_A_PAGE, most: ROWS_A_PAGE };
  const { rows, total } = await orderedRows(batches, batch, wish, range);
  const about = readAbout(batch.about);
  const links = pageLinks(page, batch.id, wish, Math.ceil(total / ROWS_A_PAGE));
  const heads = ['line', 'given', 'outcome', 'answer'] as const;
  const body =
    rows.length === 0
      ? html`<p>${say('table.no-such-row')}</p>`
      : html`<table class="stack rows"><caption>${say('table.rows-shown', { total })}</caption><thead><tr>${heads.map((one) => html`<th scope="col">${say(`table.head-${one}`)}</th>`)}</tr></thead><tbody>${rows.map((one) => shownRow(page, one, about))}</tbody></table>`;
  return html`${form(page, batch, wish)}${body}${links}`;
};
