import type { Gate } from '../../../../schema/credential.ts';
import { daysBetween, earliest } from '../../../text/dates.ts';
import { type EditionAt, editionAt } from '../../../verdict/evidence/edition-at.ts';
import { sourcesFor } from '../../../verdict/evidence/sources-for.ts';
import { type Html, html } from '../html.ts';
import { stateWord } from '../lists/list-state.ts';
import type { Page } from '../page.ts';
import { ageText, datedText } from '../views/dated-text.ts';

/** The lists about some permissions, made-up ones aside; those that were read first. */
const listsAbout = (page: Page, gates: readonly Gate[]): readonly EditionAt[] => {
  const { reference } = page.reader;
  const ids = new Set(gates.flatMap((gate) => sourcesFor(reference, gate)));
  const all = [...ids].flatMap((id) => editionAt(reference, id, page.today) ?? []);
  return all.filter(({ edition, superseded }) => edition !== null && !superseded);
};

/** Which edition of a list is meant, how old it is, and whether it may still decide. */
const editionWords = (page: Page, at: EditionAt): Html => {
  const { say } = page;
  const { date, source } = at;
  // A text of law is no list: it is in force or repealed, which its title says, and never too old.
  if (source.descriptor.evidenceKind === 'law')
    return html`${stateWord(page, source)}${date === null ? null : html`${say('common.pause')}${datedText(page, date)}`}`;
  const dated =
    date === null
      ? say('common.no-date-printed')
      : html`${say('lists.list')} ${datedText(page, date)}${say('common.pause')}${ageText(page, Math.max(0, daysBetween(earliest(date), page.today)))}`;
  return html`${dated}${say('common.semicolon')}<strong>${stateWord(page, source)}</strong>`;
};

/** One list: whose, of which date, whether it may still decide, and what it means not to stand on it. */
const listLine = (page: Page, at: EditionAt): Html => {
  const { say, lang } = page;
  const { id, title, authority, absenceNote } = at.source.descriptor;
  return html`<li><a href="${page.to('/sources')}#${id}">${title[lang]}</a><br><span class="soft">${authority[lang]} · ${editionWords(page, at)}</span><br><span class="fine">${say('lists.not')} ${absenceNote[lang]}</span></li>`;
};

/** Gates whose lists are the same for every treatment: they stand on the page of sources. */
const general: readonly Gate[] = ['practice-licence', 'foreign-capital'];

/** Which lists of a treatment exist and how old they are; where there is none, that is said. */
export const listsOf = (page: Page, gates: readonly Gate[]): Html => {
  const { say } = page;
  const own = gates.filter((gate) => !general.includes(gate));
  const lists = listsAbout(page, own);
  const title = html`<h2>${say('lists.lists-exist-how-old')}</h2>`;
  return lists.length === 0
    ? html`${title}<p>${say('lists.no-list-about-treatment')}</p>`
    : html`${title}<ul>${lists.map((at) => listLine(page, at))}</ul>`;
};
