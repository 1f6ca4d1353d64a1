import type { PartialDate } from '../../../schema/base.ts';
import { sha256 } from '../../../schema/base.ts';
import type { Dossier } from '../../../schema/institution.ts';
import { pageWords } from '../../../schema/lexicon/page-words.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { describeEvidence } from '../evidence-shown.ts';
import { type Html, html, safeWebAddress } from './html.ts';
import type { PageMeta } from './layout.ts';
import type { Page } from './page.ts';
import { queryValue } from './page.ts';
import { bracketed } from './views/bracketed.ts';
import { datedText } from './views/dated-text.ts';
import { howObtained, listDate } from './views/evidence-view.ts';
import { bothNames } from './views/institution-line.ts';
import { type Cells, keptRow, nearRows } from './views/kept-row.ts';

type Evidence = Awaited<ReturnType<typeof describeEvidence>>;

/** A kept page, one row of it in words, and the rows around it where the rights of the source let them be shown. */
type EvidencePage = Readonly<{
  shown: Evidence;
  asOf: PartialDate | null;
  near: ReadonlyMap<number, Cells>;
  /** The institution that the row is about. */
  about: Dossier | null;
}>;

/** Rows shown before and after the one meant, so that a reader finds it in the list. */
const AROUND = 2;

/** The rows around one, where bytes may be handed out; the one itself included. */
const rowsAround = async (reader: Reader, shown: Evidence): Promise<ReadonlyMap<number, Cells>> => {
  const { row, rights, snapshot } = shown;
  if (row === null || rights.redistribute !== 'bytes') return new Map();
  const numbers = Array.from({ length: 2 * AROUND + 1 }, (_, at) => row - AROUND + at).filter(
    (one) => one > 0,
  );
  const kept = await Promise.all(numbers.map((one) => reader.keptRow(snapshot.sha256, one)));
  return new Map(kept.flatMap((one) => (one === undefined ? [] : [[one.row, one.raw] as const])));
};

/** The row that an address of a kept page names; null for an address that is none. */
const readAddress = (page: Page, hash: string): Readonly<{ row: number | undefined }> | null => {
  if (!sha256.safeParse(hash).success) return null;
  const row = queryValue(page.query, 'row');
  if (row === undefined) return { row: undefined };
  return /^[1-9]\d{0,6}$/.test(row) ? { row: Number(row) } : null;
};

/** What is kept under an address. Throws LICET_UNKNOWN_EVIDENCE or the problem of a removed page; null for no address. */
export const findEvidence = async (page: Page, hash: string): Promise<EvidencePage | null> => {
  const address = readAddress(page, hash);
  if (address === null) return null;
  const shown = await describeEvidence(page.deps, hash, address.row, page.lang);
  const editions = page.reader.reference.sources.get(shown.source.id)?.editions ?? [];
  const asOf = editions.findLast(({ snapshots }) => snapshots.includes(hash))?.asOf ?? null;
  const about = shown.institution === null ? undefined : await page.reader.dossier(shown.institution);
  return { shown, asOf, near: await rowsAround(page.reader, shown), about: about ?? null };
};

export const evidenceMeta = (page: Page, { shown }: EvidencePage): PageMeta => ({
  title: shown.source.title,
  description: page.say('evidence.page-licet-kept-row'),
  index: false,
});

const aboutLink = (page: Page, about: Dossier | null): Html | null => {
  if (about === null) return null;
  const [name] = bothNames(page, about.title, about.id);
  return html`<p><a href="${page.to(`/hospitals/${encodeURIComponent(about.id)}`)}">${name}</a></p>`;
};

const row = (page: Page, { shown, near, about }: EvidencePage): Html | null => {
  const { say } = page;
  if (shown.row === null) return null;
  const title = html`<h2>${say('evidence.row', { row: shown.row })}</h2>`;
  if (shown.words === null) return html`${title}<p class="inset">${shown.wordsWithheld}</p>`;
  const taken = shown.withdrawn ? html`<p class="inset">${say('evidence.withdrawn')}</p>` : null;
  return html`${title}${taken}${aboutLink(page, about)}${keptRow(page, shown.words)}${nearRows(page, near, shown.row)}`;
};

const published = (page: Page, url: string): Html => {
  const safe = safeWebAddress(url);
  return safe === null
    ? html`${url}`
    : html`<a href="${safe}" rel="noopener noreferrer">${page.say('evidence.where-was-published')}${page.say('common.colon')}${new URL(safe).hostname}</a>`;
};

const bytes = (page: Page, { bytesUrl, bytesWithheld, snapshot }: Evidence): Html => {
  const size = new Intl.NumberFormat('en').format(Math.max(1, Math.round(snapshot.bytes / 1024)));
  return bytesUrl === null
    ? html`${bytesWithheld}`
    : html`<a href="${bytesUrl}" download>${page.say('evidence.page-as-received')}</a>${bracketed(page, `${size} kB`)}`;
};

/** One kept page for people: whose list, of which date, how it came, the row with its headings, and how to prove it. */
export const evidencePage = (page: Page, found: EvidencePage): Html => {
  const { shown, asOf } = found;
  const { snapshot, source, rights } = shown;
  const { say } = page;
  const json = `/v1/evidence/${snapshot.sha256}${shown.row === null ? '' : `?row=${shown.row}`}`;
  const line = (title: string, value: Html | string): Html =>
    html`<div><dt>${title}</dt><dd>${value}</dd></div>`;
  const kind = page.reader.reference.sources.get(source.id)?.descriptor.evidenceKind;
  return html`<h1>${source.title}</h1><p class="where">${source.authority}${kind === undefined ? null : ` · ${pageWords.evidenceKinds[kind][page.lang]}`}</p>
<p class="asked">${listDate(page, asOf)}, ${howObtained(page, snapshot.how, shanghaiDay(new Date(snapshot.retrievedAt)))}</p>
${row(page, found)}
<h2>${say('evidence.how-prove')}</h2>
<dl class="lines">${line(say('evidence.published'), published(page, snapshot.url))}
${line(say('evidence.kept-copy'), bytes(page, shown))}
${line('SHA-256', html`<span class="hash">${snapshot.sha256}</span>`)}
${line(say('evidence.rights'), datedText(page, `${rights.licence}. ${rights.attribution}`))}
${line(say('evidence.machines'), html`<a href="${json}">JSON</a>`)}</dl>`;
};
