import type { Day } from '../../../schema/base.ts';
import { pageWords } from '../../../schema/lexicon/page-words.ts';
import { ageNotes } from '../../../schema/lexicon/source-notes.ts';
import type { SourceState } from '../../../schema/reference.ts';
import type { Descriptor } from '../../../schema/source.ts';
import { type AgeingList, ageingLists } from '../../ask/ageing-lists.ts';
import { whyKeyOff } from '../../harvest/obtain/credits.ts';
import type { SourceNight } from '../../store/run-book.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { type Html, html, safeWebAddress } from './html.ts';
import type { PageMeta } from './layout.ts';
import { decides, stateWord } from './lists/list-state.ts';
import { nightsView } from './lists/nights-view.ts';
import type { Page } from './page.ts';
import { datedText } from './views/dated-text.ts';
import { howObtained } from './views/evidence-view.ts';

export const sourcesMeta = (page: Page): PageMeta => ({
  title: page.say('common.sources'),
  description: page.say('sources.every-list-licet-reads'),
});

/** Why an interface that wants a key is not asked here. */
const keyTrouble = ({ say, deps }: Page, { descriptor }: SourceState): string | null => {
  const { key } = descriptor;
  if (key === undefined || whyKeyOff(descriptor, deps.config.keys) === null) return null;
  const setting = deps.config.keys[key.variable] === undefined ? key.variable : (key.ids ?? key.variable);
  return say('sources.off-interface-wants-key', { setting });
};

const trouble = (page: Page, source: SourceState): string | null => {
  const { lastRun } = source;
  const words = lastRun === null ? undefined : pageWords.lastRuns[lastRun];
  return keyTrouble(page, source) ?? words?.[page.lang] ?? null;
};

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
      : say('sources.answers-change-then', { answers: answersAtStake });
  return html`<p class="note">${datedText(page, say('sources.may-decide-until', { lastDay, days: daysLeft }))}${change}</p>`;
};

const rowsText = ({ say }: Page, rows: number): string => say('sources.rows', { rows });

/** How the newest edition came: nobody looked anywhere on the day a bundled list was unpacked. */
const obtainedText = (page: Page, { how }: Descriptor, day: Day): Html =>
  how === 'bundled' ? howObtained(page, how, day) : datedText(page, page.say('sources.accepted', { day }));

const card = (page: Page, source: SourceState, { nights, ageing }: Shown): Html => {
  const { descriptor, editions } = source;
  const { say, lang } = page;
  const newest = editions.at(-1);
  const url = safeWebAddress(descriptor.pages[0]?.url ?? '');
  return html`<section class="card"><h3 id="${descriptor.id}">${descriptor.title[lang]}</h3>
<p class="soft">${descriptor.authority[lang]} · ${pageWords.evidenceKinds[descriptor.evidenceKind][lang]}</p>
<p>${say('common.list')} <strong>${newest?.asOf == null ? say('sources.no-printed-date') : datedText(page, newest.asOf)}</strong> · ${rowsText(page, newest?.rows ?? 0)} · <strong>${stateWord(page, source)}</strong></p>
<p class="fine">${newest === undefined ? null : obtainedText(page, descriptor, shanghaiDay(new Date(newest.acceptedAt)))}${
    descriptor.freshnessDays === null || !decides(source)
      ? null
      : say('sources.may-decide-days-after', { freshnessDays: descriptor.freshnessDays })
  }${descriptor.agesBy === undefined || !decides(source) ? null : html`. ${ageNotes[descriptor.agesBy][lang]}`}</p>
${ageingNote(
  page,
  ageing.find((one) => one.source === descriptor.id),
)}
<p class="fine">${say('sources.not-being-list')} ${descriptor.absenceNote[lang]}</p>
${nightsView(page, nights.get(descriptor.id) ?? [])}
${trouble(page, source) === null ? null : html`<p class="note">${trouble(page, source)}</p>`}
${url === null ? null : html`<p class="fine"><a href="${url}" rel="noopener noreferrer">${new URL(url).hostname}</a></p>`}</section>`;
};

/** A list known but never read: who keeps it, how it would be read, and where it is. */
const unreadCard = (page: Page, { descriptor, lastRun, ...rest }: SourceState): Html => {
  const { say, lang } = page;
  const url = safeWebAddress(descriptor.pages[0]?.url ?? '');
  const why = trouble(page, { descriptor, lastRun, ...rest });
  const how =
    descriptor.how === 'captured' ? say('sources.person-look-nothing-recorded') : say('sources.not-read-yet');
  return html`<section class="card"><h3 id="${descriptor.id}">${descriptor.title[lang]}</h3>
<p class="soft">${descriptor.authority[lang]} · ${pageWords.evidenceKinds[descriptor.evidenceKind][lang]} · ${how}${url === null ? null : html` · <a href="${url}">${new URL(url).hostname}</a>`}</p>${why === null ? null : html`<p class="note">${why}</p>`}</section>`;
};

/** Every list that is read, and how it stands today. */
export const sourcesPage = async (page: Page): Promise<Html> => {
  const { say } = page;
  const nights = await page.deps.runs.lastNights();
  const ageing = await ageingLists(page.reader, page.now);
  const sources = [...page.reader.reference.sources.values()];
  const withData = sources.filter(({ editions }) => editions.length > 0);
  const without = sources.filter(({ editions }) => editions.length === 0);
  return html`<h1>${say('common.sources')}</h1>
<p>${say('sources.answer-reaches-no-further')}</p>
<h2>${say('sources.hand')}</h2>${withData.map((one) => card(page, one, { nights, ageing }))}
${without.length === 0 ? null : html`<h2>${say('sources.known-but-not-hand')}</h2>${without.map((one) => unreadCard(page, one))}`}`;
};
