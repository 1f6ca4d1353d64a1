import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import type { LicenceResult } from '../../../../schema/verdict-lines.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { bracketed } from './bracketed.ts';
import { ageText, datedText } from './dated-text.ts';
import { codeName } from './vocabulary.ts';

type Line = Readonly<{
  title: string;
  result: LicenceResult;
  word: string;
  sentence: string;
  ageDays: number | null;
}>;

/** A word in its colour. */
export const tag = (word: string): Html => html`<span class="tag">${word}</span>`;

/** The word for the practice licence. */
export const licenceWord = (page: Page, result: LicenceResult): string =>
  pageWords.licence[result][page.lang];

const line = (page: Page, { title, result, word, sentence, ageDays }: Line): Html =>
  html`<div class="${result}"><dt>${title}</dt><dd>${tag(word)} ${datedText(page, sentence)}${
    ageDays === null || result === 'unknown'
      ? null
      : html`<span class="soft">${bracketed(page, ageText(page, ageDays))}</span>`
  }</dd></div>`;

/** Each thing asked in one line, and the licence: what the sentence above has said already is not said again. */
export const answerLines = (page: Page, { asked, licence }: Verdict, said: string): Html | null => {
  const wordOf = (result: LicenceResult): string =>
    result === 'implied' ? licenceWord(page, result) : pageWords.results[result][page.lang];
  const things = asked
    .filter(({ ask }) => ask !== 'licence')
    .map((one): Line => {
      const title =
        one.ask === 'practitioner' ? page.say('answer-lines.physician') : codeName(one.ask, page.lang);
      return { ...one, title, word: wordOf(one.result) };
    });
  const own = {
    ...licence,
    title: pageWords.gates['practice-licence'][page.lang],
    word: licenceWord(page, licence.result),
  };
  const lines = [...things, own].filter(({ sentence }) => !said.includes(sentence));
  return lines.length === 0 ? null : html`<dl class="lines">${lines.map((one) => line(page, one))}</dl>`;
};
