import { inSentence } from '../../../../schema/lexicon/in-sentence.ts';
import type { Outcome, Verdict } from '../../../../schema/verdict.ts';
import type { AskedLine } from '../../../../schema/verdict-lines.ts';
import { stateOf } from '../../../badge/state.ts';
import { wordsIn } from '../../../badge/words.ts';
import { isDoubt, isToldBesides } from '../../../verdict/doubts.ts';
import { askedTitle } from '../../../verdict/vocabulary/asked-title.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';
import type { Page } from '../page.ts';

const says = ({ identity }: Verdict, codes: RegExp) => identity.why.find(({ code }) => codes.test(code));

/** The word of a verdict: the badge's own, and further ones for a question that names nobody clearly, or several. */
export const verdictWord = (page: Page, verdict: Verdict): string => {
  if (verdict.outcome !== 'ambiguous') return wordsIn(page.lang).state[stateOf(verdict)];
  const isList = says(verdict, /^name\.names-several$/u) !== undefined;
  return page.say(isList ? 'answer-words.one-at-a-time' : 'answer-words.hospital-do-mean');
};

/** The word of a candidate's own answer; `forbidden`: a “no” to it rests on a ban, so no record contradicts the candidate. */
export const outcomeWord = (page: Page, outcome: Exclude<Outcome, 'ambiguous'>, forbidden: boolean): string =>
  wordsIn(page.lang).state[forbidden && outcome === 'refuted' ? 'prohibited' : outcome];

/** What was asked about, as a person would say it. */
const askedName = (page: Page, ask: string): string =>
  ask === 'practitioner' ? page.say('answer-words.physician') : (askedTitle(ask)?.[page.lang] ?? ask);

const listOf = (page: Page, codes: readonly string[]): string =>
  codes.map((code) => inSentence(askedName(page, code))).join(page.say('common.comma'));

/** The question as it was understood: what may it offer, as it was typed too; what does it hold, or is it licensed. */
export const askedQuestion = (page: Page, verdict: Verdict): string => {
  const { say } = page;
  const { asked } = verdict;
  const unread = says(verdict, /^name\.beside-(?!illness)/u)?.params.words;
  if (asked.length === 0 && unread !== undefined)
    return say('answer-words.may-offer', { treatments: say('common.quoted', { text: String(unread) }) });
  const codes = asked.map(({ ask }) => ask).filter((ask) => ask !== 'licence');
  const treatments = codes.filter((code) => findService(code) !== undefined);
  const marks = codes.filter((code) => !treatments.includes(code));
  const parts = [
    ...(treatments.length === 0
      ? []
      : [say('answer-words.may-offer', { treatments: listOf(page, treatments) })]),
    ...(marks.length === 0 ? [] : [say('answer-words.record', { marks: listOf(page, marks) })]),
  ];
  return parts.length === 0
    ? say('answer-words.licensed-hospital')
    : parts.join(page.lang === 'zh' ? '' : ' ');
};

/** The sentence of one thing asked, and its name where more was asked; the summary, where that says it otherwise. */
const sentenceOf = (page: Page, { asked, summary }: Verdict, line: AskedLine): string => {
  if (!summary.includes(line.sentence)) return summary;
  return asked.length > 1
    ? `${askedName(page, line.ask)}${page.say('common.colon')}${line.sentence}`
    : line.sentence;
};

/** The part of the summary of a hospital that is settled on which says why. */
const reasonOf = (page: Page, verdict: Verdict): string => {
  const { outcome, asked, licence, lastKnown, summary } = verdict;
  const of = (result: AskedLine['result']) => asked.find((line) => line.result === result);
  if (outcome === 'refuted') {
    if (licence.result === 'not-met') return licence.sentence;
    const no = of('not-met');
    return no === undefined ? summary : sentenceOf(page, verdict, no);
  }
  if (outcome !== 'unknown') return summary;
  const open = of('unknown');
  if (open !== undefined) return sentenceOf(page, verdict, open);
  return asked.length > 0 ? summary : (lastKnown?.sentence ?? licence.sentence);
};

/**
 * The answer in one sentence, for a page that has named the hospital and the question above it: the part of the summary that
 * says why. Where the summary is already short, or nobody is settled, the summary itself.
 */
export const leadSentence = (page: Page, verdict: Verdict): string => {
  const { outcome, caveats, summary, identity, notices } = verdict;
  if (identity.institution === null) return summary;
  const limits = outcome === 'limited' ? caveats : [];
  const ofLists = limits.findIndex((one) => !isDoubt(one));
  const first = limits.slice(0, ofLists + 1 || limits.length).map(({ text }) => text);
  const said = first.length > 0 ? first : [reasonOf(page, verdict)];
  const beside = notices.filter(outcome === 'limited' ? isDoubt : isToldBesides).map(({ text }) => text);
  const more = beside.filter((text) => !said.some((one) => one.includes(text)));
  return [...said, ...more].join(page.lang === 'zh' ? '' : ' ');
};
