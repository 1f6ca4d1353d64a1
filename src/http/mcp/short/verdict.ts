import { z } from 'zod';
import { day, instant, partialDate } from '../../../../schema/base.ts';
import { assistantWords } from '../../../../schema/lexicon/assistant-words.ts';
import type { Question } from '../../../../schema/question.ts';
import { matches, outcomes, type Verdict } from '../../../../schema/verdict.ts';
import { licenceResults, type NextStep } from '../../../../schema/verdict-lines.ts';
import { fit } from './fit.ts';
import { nameShort, shortInstitution } from './institution.ts';
import { answerPage, linkTo } from './links.ts';
import { plainly } from './plain.ts';

const nextStep = z.strictObject({
  text: z.string(),
  url: z.string().nullable(),
  type: z.string().nullable().describe('What to type or look for there'),
  show: z.string().nullable().describe('A Chinese sentence to show at the desk of the hospital'),
});

const line = z.strictObject({
  result: z.enum(licenceResults),
  sentence: z.string(),
  asOf: partialDate.nullable(),
});

export const shortVerdict = z.strictObject({
  outcome: z.enum(outcomes),
  sentence: z.string().describe('The verdict in one sentence'),
  sayWithIt: z.string().describe('The date that belongs to it'),
  asOf: day,
  answeredAt: instant,
  match: z.enum(matches),
  institution: shortInstitution.nullable(),
  licence: line,
  asked: z.array(line.extend({ ask: z.string() })).describe('Each thing asked: its result and one sentence'),
  caveats: z.array(z.string()).describe('What a yes comes with; never leave them out'),
  notices: z.array(z.string()),
  lastKnown: z.string().nullable().describe('What the newest list too old to decide said'),
  candidates: z
    .array(shortInstitution.extend({ outcome: z.enum(outcomes).nullable(), apart: z.string().nullable() }))
    .describe('Who could be meant, where nobody is settled: ask the person'),
  settle: z.string().nullable().describe('The one detail that would settle most'),
  nextStep: nextStep.nullable(),
  evidence: z.array(
    z.strictObject({
      list: z.string(),
      authority: z.string(),
      asOf: partialDate.nullable(),
      url: z.string().describe('The page as we kept it'),
      published: z.string().nullable().describe('Where it was published'),
    }),
  ),
  coverage: z
    .strictObject({
      searched: z.number().int().describe('Lists that could have said something'),
      notFresh: z.array(z.string()).describe('Those too old or not on hand: their silence says nothing'),
    })
    .describe('How far the answer reaches'),
  answerPage: z.string().describe('The whole answer, for a person'),
  policyVersion: z.string(),
  generation: z.number().int(),
  leftOut: z.number().int().optional().describe('Entries left out to keep this short; the page has them'),
});
type ShortVerdict = z.infer<typeof shortVerdict>;

const MOST_EVIDENCE = 6;
const MOST_CANDIDATES = 6;

const { passingOn } = assistantWords;

const sayWithIt = ({ asOf, nextDue, test }: Verdict): string =>
  [
    test === true ? passingOn.test : null,
    passingOn.date.replace('{day}', asOf),
    nextDue === null ? null : passingOn.again.replace('{day}', nextDue),
  ]
    .filter((one) => one !== null)
    .join(' ');

/** The pages the answer rests on, texts of law last: each once. */
const evidenceOf = ({ checks, searched }: Verdict, baseUrl: string | null): ShortVerdict['evidence'] => {
  const titles = new Map(searched.map(({ source, title }) => [source, title]));
  const all = checks.flatMap(({ evidence }) => evidence);
  const ordered = [...all.filter(({ kind }) => kind !== 'law'), ...all.filter(({ kind }) => kind === 'law')];
  const once = new Map(ordered.map((one) => [one.url, one]));
  return [...once.values()].slice(0, MOST_EVIDENCE).map(({ source, authority, asOf, url, cite }) => ({
    list: titles.get(source) ?? source,
    authority,
    asOf,
    url: linkTo(baseUrl, url),
    published: cite,
  }));
};

const candidatesOf = ({ identity }: Verdict): ShortVerdict['candidates'] =>
  identity.institution === null
    ? identity.candidates.slice(0, MOST_CANDIDATES).map((one) => ({
        ...nameShort(one),
        outcome: one.outcome ?? null,
        apart: one.apart?.map(({ text }) => text).join(' ') ?? null,
      }))
    : [];

/** The step that belongs to what was asked, else that of the licence. */
const nextOf = ({ asked, licence }: Verdict): NextStep | null =>
  asked.find(({ next, result }) => next !== null && result !== 'met')?.next ?? licence.next;

const texts = (reasons: readonly Readonly<{ text: string }>[]): string[] => reasons.map(({ text }) => text);

/** Lists that may be shortened, the least important first, with how many entries stay. Caveats and what was asked stay whole. */
const SPARE = [
  ['notices', 0],
  ['evidence', 2],
  ['candidates', 3],
  ['evidence', 1],
  ['evidence', 0],
] as const;

/** Longest address of a page within an answer: Chinese words take nine bytes a character there. */
const LONGEST_PAGE = 600;

/** The page with the whole answer; for a question too long for an address that of the hospital it means, else the empty form. */
const pageOf = (verdict: Verdict, question: Question, baseUrl: string | null): string => {
  const page = answerPage(baseUrl, question);
  const id = verdict.identity.institution?.id;
  return page.length <= LONGEST_PAGE
    ? page
    : answerPage(baseUrl, { ...question, institution: id === undefined ? {} : { id } });
};

/**
 * An answer as a model can pass it on: at most 3,500 bytes, every text one line, the outcome and all caveats whole.
 * `baseUrl`: the public address of the service; without one, links are paths.
 */
export const shorten = (verdict: Verdict, question: Question, baseUrl: string | null): ShortVerdict => {
  const { identity, licence, searched } = verdict;
  const who = identity.institution;
  const whole = {
    outcome: verdict.outcome,
    sentence: verdict.summary,
    sayWithIt: sayWithIt(verdict),
    asOf: verdict.asOf,
    answeredAt: verdict.answeredAt,
    match: identity.match,
    institution: who === null ? null : nameShort(who),
    licence: { result: licence.result, sentence: licence.sentence, asOf: licence.asOf },
    asked: verdict.asked.map(({ ask, result, sentence, asOf }) => ({ ask, result, sentence, asOf })),
    caveats: texts(verdict.caveats),
    notices: texts(verdict.notices),
    lastKnown: verdict.lastKnown?.sentence ?? null,
    candidates: candidatesOf(verdict),
    settle: identity.settle?.text ?? null,
    nextStep: nextOf(verdict),
    evidence: evidenceOf(verdict, baseUrl),
    coverage: {
      searched: searched.length,
      notFresh: searched
        .filter(({ state }) => state !== 'fresh')
        .map(({ title }) => title)
        .slice(0, 5),
    },
    answerPage: pageOf(verdict, question, baseUrl),
    policyVersion: verdict.policyVersion,
    generation: verdict.generation,
  };
  return fit(plainly(whole), SPARE);
};
