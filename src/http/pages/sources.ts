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
  title: page.say('Sources', '数据来源'),
  description: page.say(
    'Every list Licet reads: whose it is, how old it is, and whether it may still decide.',
    'Licet 读取的每一份名单：由谁发布、日期，以及能否作为结论依据。',
  ),
});

/** Why an interface that wants a key is not asked here. */
const keyTrouble = ({ say, deps }: Page, { descriptor }: SourceState): string | null => {
  const { key } = descriptor;
  if (key === undefined || whyKeyOff(descriptor, deps.config.keys) === null) return null;
  const setting = deps.config.keys[key.variable] === undefined ? key.variable : (key.ids ?? key.variable);
  return say(
    `Off: this interface wants a key of the operator's own contract; ${setting} is not set.`,
    `已关闭：该接口需运营方自有合同的密钥；未设置 ${setting}。`,
  );
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
      : say(
          ` Then ${answersAtStake === 1 ? '1 answer changes' : `${answersAtStake} answers change`} if no newer list comes.`,
          `届时若无更新名单，将有 ${answersAtStake} 个答复改变。`,
        );
  return html`<p class="note">${datedText(page, say(`May decide until ${lastDay}, for ${daysLeft} more ${daysLeft === 1 ? 'day' : 'days'}.`, `可作依据至 ${lastDay}，还有 ${daysLeft} 天。`))}${change}</p>`;
};

const rowsText = ({ say }: Page, rows: number): string =>
  rows === 1 ? say('1 row', '1 条') : say(`${rows} rows`, `${rows} 条`);

/** How the newest edition came: nobody looked anywhere on the day a bundled list was unpacked. */
const obtainedText = (page: Page, { how }: Descriptor, day: Day): Html =>
  how === 'bundled'
    ? howObtained(page, how, day)
    : datedText(page, page.say(`accepted on ${day}`, `采用于 ${day}`));

const card = (page: Page, source: SourceState, { nights, ageing }: Shown): Html => {
  const { descriptor, editions } = source;
  const { say, lang } = page;
  const newest = editions.at(-1);
  const url = safeWebAddress(descriptor.pages[0]?.url ?? '');
  return html`<section class="card"><h3 id="${descriptor.id}">${descriptor.title[lang]}</h3>
<p class="soft">${descriptor.authority[lang]} · ${pageWords.evidenceKinds[descriptor.evidenceKind][lang]}</p>
<p>${say('List of', '名单日期')} <strong>${newest?.asOf == null ? say('no printed date', '未注明') : datedText(page, newest.asOf)}</strong> · ${rowsText(page, newest?.rows ?? 0)} · <strong>${stateWord(page, source)}</strong></p>
<p class="fine">${newest === undefined ? null : obtainedText(page, descriptor, shanghaiDay(new Date(newest.acceptedAt)))}${
    descriptor.freshnessDays === null || !decides(source)
      ? null
      : say(
          `; may decide for ${descriptor.freshnessDays} days after its date`,
          `；自其日期起 ${descriptor.freshnessDays} 天内可作依据`,
        )
  }${descriptor.agesBy === undefined || !decides(source) ? null : html`. ${ageNotes[descriptor.agesBy][lang]}`}</p>
${ageingNote(
  page,
  ageing.find((one) => one.source === descriptor.id),
)}
<p class="fine">${say('Not being on this list:', '未列入此名单：')} ${descriptor.absenceNote[lang]}</p>
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
    descriptor.how === 'captured'
      ? say('a person has to look; nothing recorded yet', '需人工查证，尚无记录')
      : say('not read yet', '尚未读取');
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
  return html`<h1>${say('Sources', '数据来源')}</h1>
<p>${say('An answer is as good as the list it rests on. A list that is older than its limit may not decide any more; the answer then turns to “not known”.', '结论的可靠程度取决于所依据的名单。名单超过时限后不再作为依据，结论将变为“无法确认”。')}</p>
<h2>${say('On hand', '现有名单')}</h2>${withData.map((one) => card(page, one, { nights, ageing }))}
${without.length === 0 ? null : html`<h2>${say('Known, but not on hand', '已知但尚未取得')}</h2>${without.map((one) => unreadCard(page, one))}`}`;
};
