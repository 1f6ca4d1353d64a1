import type { Day } from '../../../../schema/base.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { ageNotes } from '../../../../schema/lexicon/source-notes.ts';
import type { SourceState } from '../../../../schema/reference.ts';
import type { Descriptor } from '../../../../schema/source.ts';
import type { AgeingList } from '../../../ask/ageing-lists.ts';
import { whyKeyOff } from '../../../harvest/obtain/credits.ts';
import type { SourceNight } from '../../../store/run-book.ts';
import { shanghaiDay } from '../../../text/dates.ts';
import { type Html, html, safeWebAddress } from '../html.ts';
import type { Page } from '../page.ts';
import { datedText } from '../views/dated-text.ts';
import { howObtained } from '../views/evidence-view.ts';
import { decides } from './list-state.ts';
import { nightsView } from './nights-view.ts';

/** Why an interface that wants a key is not asked here. */
const keyTrouble = ({ say, deps }: Page, { descriptor }: SourceState): string | null => {
  const { key } = descriptor;
  if (key === undefined || whyKeyOff(descriptor, deps.config.keys) === null) return null;
  const setting = deps.config.keys[key.variable] === undefined ? key.variable : (key.ids ?? key.variable);
  return say('source-entry.off-interface-wants-key', { setting });
};

const trouble = (page: Page, source: SourceState): string | null => {
  const { lastRun } = source;
  const words = lastRun === null ? undefined : pageWords.lastRuns[lastRun];
  return keyTrouble(page, source) ?? words?.[page.lang] ?? null;
};

/** What is shown of lists besides themselves: how their last readings went, and which soon stop deciding. */
type Shown = Readonly<{
  nights: ReadonlyMap<string, readonly SourceNight[]>;
  ageing: readonly AgeingList[];
}>;

/** A list that soon stops deciding, and what changes then. */
const ageingNote = (page: Page, ageing: AgeingList | undefined): Html | null => {
  const { say } = page;
  if (ageing === undefined) return null;
  const { lastDay, daysLeft, answersAtStake } = ageing;
  const change =
    answersAtStake === null || answersAtStake === 0
      ? ''
      : say('source-entry.answers-change-then', { answers: answersAtStake });
  return html`<p class="note">${datedText(page, say('source-entry.may-decide-until', { lastDay, days: daysLeft }))}${change}</p>`;
};

const rowsText = ({ say }: Page, rows: number): string => say('source-entry.rows', { rows });

/** How the newest edition came: nobody looked anywhere on the day a bundled list was unpacked. */
const obtainedText = (page: Page, { how }: Descriptor, day: Day): Html =>
  how === 'bundled'
    ? howObtained(page, how, day)
    : datedText(page, page.say('source-entry.accepted', { day }));

const link = ({ pages }: Descriptor): Html | null => {
  const url = safeWebAddress(pages[0]?.url ?? '');
  return url === null
    ? null
    : html`<p class="fine"><a href="${url}" rel="noopener noreferrer">${new URL(url).hostname}</a></p>`;
};

/** How the newest edition came, how long it may decide and why. */
const edition = (page: Page, source: SourceState): Html => {
  const { descriptor, editions } = source;
  const { freshnessDays, agesBy } = descriptor;
  const newest = editions.at(-1);
  const came =
    newest === undefined ? null : obtainedText(page, descriptor, shanghaiDay(new Date(newest.acceptedAt)));
  if (!decides(source)) return html`<p class="fine">${came}</p>`;
  return html`<p class="fine">${came}${freshnessDays === null ? null : page.say('source-entry.may-decide-days', { days: freshnessDays })}${agesBy === undefined ? null : html`. ${ageNotes[agesBy][page.lang]}`}</p>`;
};

const titled = (page: Page, { id, title, authority }: Descriptor, more: Html | string): Html =>
  html`<summary id="${id}">${title[page.lang]}<br><span class="fine">${authority[page.lang]} · ${more}</span></summary>`;

/** A list on hand in two lines: whose it is, its date, how much it holds. Unfolded, all that is known of it. */
export const sourceEntry = (page: Page, source: SourceState, { nights, ageing }: Shown): Html => {
  const { descriptor, editions } = source;
  const { say, lang } = page;
  const newest = editions.at(-1);
  const note = ageingNote(
    page,
    ageing.find((one) => one.source === descriptor.id),
  );
  const why = trouble(page, source);
  const date = newest?.asOf == null ? say('common.no-date-printed') : datedText(page, newest.asOf);
  return html`<details class="list">${titled(page, descriptor, html`${date} · ${rowsText(page, newest?.rows ?? 0)}${note === null ? null : html` · <strong>${say('source-entry.soon-too-old')}</strong>`}`)}
<p class="soft">${pageWords.evidenceKinds[descriptor.evidenceKind][lang]}</p>${edition(page, source)}${note}
<p class="fine">${say('source-entry.not-on-this-list')} ${descriptor.absenceNote[lang]}</p>
${nightsView(page, nights.get(descriptor.id) ?? [])}${why === null ? null : html`<p class="note">${why}</p>`}${link(descriptor)}</details>`;
};

/** A list known but never read: who keeps it; unfolded, how it would be read, and where it is. */
export const unreadEntry = (page: Page, source: SourceState): Html => {
  const { descriptor } = source;
  const { say, lang } = page;
  const why = trouble(page, source);
  const how =
    descriptor.how === 'captured' ? say('source-entry.person-has-to-look') : say('source-entry.not-read-yet');
  return html`<details class="list">${titled(page, descriptor, pageWords.evidenceKinds[descriptor.evidenceKind][lang])}
<p class="fine">${how}</p>${why === null ? null : html`<p class="note">${why}</p>`}${link(descriptor)}</details>`;
};
