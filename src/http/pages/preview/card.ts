import type { BadgeState } from '../../../../schema/badge.ts';
import type { Language } from '../../../../schema/base.ts';
import type { Verdict } from '../../../../schema/verdict.ts';
import { stateOf } from '../../../badge/state.ts';
import { cleanText } from '../../../badge/text.ts';
import type { Page } from '../page.ts';
import { askedQuestion, verdictWord } from '../views/answer-words.ts';

/** All that the picture of a page says, and nothing else: the same card draws the same bytes. */
export type Card = Readonly<{
  lang: Language;
  /** The hospital in the language of the page, or what the page is for. */
  title: string;
  /** The hospital's other name. */
  second: string | null;
  asked: string | null;
  /** The answer's word and the sign that stands for it; null on the card of a page that answers nothing. */
  answer: Readonly<{ state: BadgeState; word: string }> | null;
  /** The day, or what the page does. */
  below: string;
  /** Said of a made-up institution. */
  test: string | null;
}>;

/** Size that chat programs and social networks crop least. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const clean = (name: string | null | undefined): string | null =>
  name === null || name === undefined || cleanText(name) === '' ? null : cleanText(name);

/** The names on record; a name that was only typed is not drawn, since a picture of ours would then say anything anybody likes. */
const namesOf = (page: Page, { identity }: Verdict): Pick<Card, 'title' | 'second'> => {
  const one = identity.institution;
  const zh = clean(one?.name.zh);
  const en = clean(one?.name.en ?? one?.name.translation);
  const [first, second] = page.lang === 'zh' ? [zh, en] : [en, zh];
  const fallback = one?.id ?? page.say('card.hospital-china');
  return first === null ? { title: second ?? fallback, second: null } : { title: first, second };
};

/** The card of an answer: who, what was asked, the word, the day. */
export const cardOfAnswer = (page: Page, verdict: Verdict): Card => ({
  lang: page.lang,
  ...namesOf(page, verdict),
  asked: askedQuestion(page, verdict),
  answer: { state: stateOf(verdict), word: verdictWord(page, verdict) },
  below: page.say('card.answer', { asOf: verdict.asOf }),
  test: verdict.test === true ? page.say('common.made-up-tests-no') : null,
});

/** The card of a page that answers nothing yet: what it is for. */
export const cardOfPage = (
  page: Page,
  { title, description }: Readonly<{ title: string; description: string }>,
): Card => ({
  lang: page.lang,
  title,
  second: null,
  asked: null,
  answer: null,
  below: description,
  test: null,
});

/** Hospital and question in one line, for the title of a window and of a preview. */
export const answerTitle = ({ lang, title, asked }: Card): string =>
  asked === null ? title : `${title}${lang === 'zh' ? '：' : ': '}${asked}`;

/** The card in one line, for those who do not see it. */
const cardText = ({ lang, title, second, asked, answer, below, test }: Card): string =>
  [title, second, asked, answer?.word, below, test]
    .filter((part) => part !== null && part !== undefined)
    .join(lang === 'zh' ? '。' : '. ');

/** What the head of a page says of its picture. */
export type CardImage = Readonly<{ url: string; alt: string }>;

/** The address of the card of a page, with all that was asked and the language in it: those who fetch it prefer none. */
export const cardImage = (
  page: Page,
  path: string,
  card: Card,
  asked: readonly (readonly [field: string, value: string])[] = [],
): CardImage => {
  const query = new URLSearchParams(asked.map(([field, value]): [string, string] => [field, value]));
  query.set('lang', page.lang);
  return { url: `${page.base}/preview${path}.png?${query}`, alt: cardText(card) };
};
