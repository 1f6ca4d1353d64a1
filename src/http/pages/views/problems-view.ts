import type { PageText } from '../../../../schema/lexicon/page-texts.ts';
import { fieldLabels, MAX_OFFER } from '../../../../schema/question.ts';
import {
  ILLNESS,
  kindOfUnread,
  OTHER_LANGUAGE,
  PART_OF_NAME,
  prohibitedOf,
  SEVERAL_TREATMENTS,
  signTold,
  TOGETHER,
  UNREAD_LETTERS,
} from '../../../ask/read-codes.ts';
import type { FieldError, ProblemCode } from '../../../errors.ts';
import { problems } from '../../../errors.ts';
import { treatmentOf } from '../../../verdict/vocabulary/treatments.ts';
import { type Html, html } from '../html.ts';
import { type Page, queryValue } from '../page.ts';
import { codeName } from './vocabulary.ts';

/** What a reader is told of a field that cannot be read; the words for machines stay with the interface. */
const told: Readonly<Partial<Record<string, PageText>>> = {
  service: 'problems-view.service',
  claim: 'problems-view.claim',
  practitioner: 'problems-view.practitioner',
  certificateNumber: 'problems-view.certificate',
  purpose: 'problems-view.purpose',
  asOf: 'problems-view.day',
  text: 'problems-view.text',
};

/** What is told of a treatment besides that no list is about it. */
const unread = {
  [ILLNESS]: 'problems-view.service-illness',
  [SEVERAL_TREATMENTS]: 'problems-view.service-several',
  [PART_OF_NAME]: 'problems-view.service-part',
  [UNREAD_LETTERS]: 'problems-view.service-unread',
  [OTHER_LANGUAGE]: 'problems-view.service-other-language',
  [TOGETHER]: 'problems-view.service-together',
} as const satisfies Readonly<Record<string, PageText>>;

const isLabelled = (field: string): field is keyof typeof fieldLabels => field in fieldLabels;

/** What is wrong with a field; of a treatment that is a warning sign, why it is one. */
const wrong = (page: Page, name: string, problem: string): string => {
  const kind = kindOfUnread(problem);
  if (kind !== undefined) return page.say(unread[kind]);
  return (
    signTold(problem)?.why[page.lang] ?? page.say(told[name] ?? 'problems-view.other', { most: MAX_OFFER })
  );
};

/** The everyday name of a code that was perhaps meant. */
const named = (page: Page, code: string): string =>
  treatmentOf(code)?.name[page.lang] ?? codeName(code, page.lang);

const line = (page: Page, { field, problem, nearest = [] }: FieldError): Html => {
  const { say, lang } = page;
  const name = field.replace(/^[?/]/, '').split('/').at(-1) ?? '';
  const meant = [...new Map(nearest.map((code) => [named(page, code), code]))];
  // What is to be chosen from a list is asked again with one tap.
  const again = (code: string): string =>
    page.to(page.path, {
      ...Object.fromEntries(Object.keys(page.query).map((key) => [key, queryValue(page.query, key)])),
      [name]: code,
    });
  const choices = meant.map(
    ([title, code], at) =>
      html`${at === 0 ? null : say('common.comma')}${name === 'service' || name === 'claim' ? html`<a href="${again(code)}">${title}</a>` : title}`,
  );
  return html`<li><strong>${isLabelled(name) ? fieldLabels[name][lang] : name}</strong>${say('common.colon')}${name === 'service' ? html`“${queryValue(page.query, name)}” ` : null}${wrong(page, name, problem)}${prohibitedOf(nearest).map((one) => html` <strong>${say('problems-view.service-forbidden', { name: one[lang] })}</strong>`)}${
    meant.length === 0
      ? null
      : html` ${say('problems-view.did-you-mean')} ${choices}${say('common.question-mark')}`
  }</li>`;
};

type Unread = Readonly<{ code: ProblemCode; errors: readonly FieldError[] }>;

/** What is told of a treatment by a word that means several, or a piece of one: that it is to be chosen. */
const CHOOSE: readonly string[] = [SEVERAL_TREATMENTS, PART_OF_NAME, TOGETHER];

/** What stands over the problems: of a treatment alone, that nothing is said of it, or that it is to be chosen; else that the question cannot be read. */
const titleOf = (page: Page, { code, errors }: Unread): string => {
  const [only, ...more] = errors;
  if (code !== 'LICET_BAD_QUESTION' || only?.field !== '?service' || more.length > 0)
    return page.lang === 'zh' ? problems[code].zh : problems[code].title;
  return page.say(
    CHOOSE.includes(kindOfUnread(only.problem) ?? '') ? 'problems-view.choose' : 'problems-view.unsaid',
  );
};

/** What is wrong with a question, field by field, and what to do about it. */
export const problemList = (
  page: Page,
  { code, errors }: Unread,
): Html => html`<section class="note" role="alert"><h2>${titleOf(page, { code, errors })}</h2>
<ul>${errors.map((one) => line(page, one))}</ul></section>`;
