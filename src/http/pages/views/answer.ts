import type { Verdict } from '../../../../schema/verdict.ts';
import { stateOf } from '../../../badge/state.ts';
import { isForbidden } from '../../../verdict/kind-of-no.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../page.ts';
import { answerLines } from './answer-lines.ts';
import { askedQuestion, leadSentence, verdictWord } from './answer-words.ts';
import { candidateCards } from './candidates.ts';
import { datedText } from './dated-text.ts';
import { nameHeading } from './institution-line.ts';
import { nextStep, stepOf } from './next-step.ts';
import { stateIcon } from './state-icon.ts';

/** What a word means for somebody who reads it for the first time, where the sentence beside it does not say so. */
const meaning = (page: Page, { outcome }: Verdict): string => {
  const { say } = page;
  if (outcome === 'confirmed') return say('answer.does-not-say-treatment');
  return outcome === 'unknown' ? say('answer.not-known-speaks-neither') : '';
};

/** Nothing asked is known, so that the next day on which a list ages is one of the licence's. */
const ofLicence = ({ outcome, asked }: Verdict): boolean =>
  outcome === 'unknown' && asked.length > 0 && asked.every(({ result }) => result === 'unknown');

/** A ban does not change with the age of a list, whatever stands beside it. */
const dates = (page: Page, verdict: Verdict): Html => {
  const { asOf, nextDue } = verdict;
  const may = (day: string) =>
    ofLicence(verdict)
      ? page.say('answer.licence-may-change', { nextDue: day })
      : page.say('answer.may-change', { nextDue: day });
  const due = nextDue === null || isForbidden(verdict) ? '' : may(nextDue);
  return datedText(page, page.say('answer.answer', { asOf, due }));
};

/** The answer in a box: the word, one sentence, the date. */
const card = (page: Page, verdict: Verdict, said: string): Html => {
  const state = stateOf(verdict);
  return html`<section class="verdict ${state}" aria-labelledby="verdict">
<h2 id="verdict">${stateIcon(state)} ${verdictWord(page, verdict)}</h2><p class="say">${datedText(page, said)}</p>
<p class="fine">${meaning(page, verdict)}${dates(page, verdict)}</p></section>`;
};

const madeUp = (page: Page, verdict: Verdict): Html | null =>
  verdict.test === true
    ? html`<p class="note"><strong>${page.say('common.made-up-tests-no')}</strong></p>`
    : null;

/** Reasons that the sentence of the answer has said already. */
const saidAlready: ReadonlySet<string> = new Set([
  'name.not-found',
  'name.abroad',
  'name.abroad-here',
  'name.place-abroad',
  'name.branch',
  'name.words-unread',
  'name.forbidden-asked',
  'name.warned-asked',
  'name.nearest',
  'name.similar-only',
  'name.several',
]);

/** Why nobody is settled on, where that does not speak for itself. */
const whyNobody = ({ identity, summary }: Verdict): Html | null => {
  const more = identity.why.filter(({ code, text }) => !saidAlready.has(code) && !summary.includes(text));
  return more.length === 0 ? null : html`<ul>${more.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
};

/** Who the answer is about, where it is shown, and where one of several is chosen. */
type About = Readonly<{
  /** The name as it was asked. */
  asked: string;
  /** The page of the institution; left out on that page itself. */
  link?: (id: string) => string;
  /** The same question about one of those who could be meant. */
  again: (id: string) => string;
  /** What stands between the name and the answer. */
  between?: Html | null;
}>;

/**
 * An answer on one screen of a phone: who, what was asked, the word, one sentence, the date, what to do next; below it the licence
 * and whoever else could be meant. Everything else is folded by whoever calls.
 */
export const answerOf = (page: Page, verdict: Verdict, about: About): Html => {
  const { institution } = verdict.identity;
  const said = leadSentence(page, verdict);
  return html`${madeUp(page, verdict)}${
    institution === null
      ? html`<h1>${page.say('common.quoted', { text: about.asked })}</h1>`
      : nameHeading(page, institution, about.link?.(institution.id))
  }<p class="asked">${askedQuestion(page, verdict)}</p>${about.between}
${card(page, verdict, said)}${nextStep(page, stepOf(page, verdict))}
${institution === null ? whyNobody(verdict) : answerLines(page, verdict, said)}${candidateCards(page, verdict, about.again)}`;
};
