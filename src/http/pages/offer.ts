import { MAX_OFFER, offerFields } from '../../../schema/question.ts';
import { checkOffer, type OfferAnswer } from '../../ask/check-offer.ts';
import { parseOffer } from '../../ask/parse-offer.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, type Query, queryValue } from './page.ts';
import { type Card, cardImage, cardOfPage } from './preview/card.ts';
import { suggestAttributes, suggestScript } from './views/choices.ts';
import { placesOf, signNotes, termNotes } from './views/offer-notes.ts';
import { senderCard } from './views/offer-sender.ts';
import { markedText } from './views/offer-text.ts';
import { problemList } from './views/problems-view.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

const about = (page: Page) => ({
  title: page.say('What does this offer promise?', '这份广告承诺了什么？'),
  description: page.say(
    'Paste an advert or an offer: see which of its words a rule speaks against, and what can be checked.',
    '粘贴广告或宣传内容，查看哪些措辞与规则相悖、哪些内容可以核对。',
  ),
});

/** The picture of the empty form: a text that was sent is in no address, and so in no picture. */
export const offerCard = (page: Page): Card => cardOfPage(page, about(page));

export const offerMeta = (page: Page): PageMeta => ({
  ...about(page),
  image: cardImage(page, '/offer', offerCard(page)),
});

/** What the form asks. */
const asks = ['text', 'name', 'sender'] as const;

/** The fields as the question reads them; an empty field counts as not asked. Line ends of forms are those of the text. */
const rawOf = (page: Page, sent: Query): Record<string, unknown> => {
  const raw: Record<string, unknown> = { lang: page.lang };
  for (const field of asks) {
    const value = queryValue(sent, field);
    if (value !== undefined) raw[field] = value.replaceAll('\r\n', '\n');
  }
  return raw;
};

const form = (page: Page, sent: Query): Html => {
  const { say } = page;
  const optional = html`<span class="fine">${say('if you know it', '如知道')}</span>`;
  return html`<form action="${page.to('/offer')}" method="post" id="again">
<label for="text">${labelOf(page, 'text')}</label>
<textarea id="text" name="text" rows="8" maxlength="${MAX_OFFER}" spellcheck="false" aria-describedby="kept">${queryValue(sent, 'text')}</textarea>
<p class="fine" id="kept">${say('Nothing is kept and nothing is logged. Please leave out names of patients and identity numbers. We open no link: copy the words of the page.', '内容不保存、不记录。请勿填写患者姓名和证件号码。本站不打开链接，请复制网页文字。')}</p>
<div class="pair"><div><label for="name">${labelOf(page, 'name')} ${optional}</label><div class="search"><input id="name" name="name" ${limitOf('name')} value="${queryValue(sent, 'name')}" ${suggestAttributes(page, 'fill')}></div>${suggestScript}</div>
<div><label for="sender">${labelOf(page, 'sender')} <span class="fine">${say('agency or website', '中介或网站')}</span></label><input id="sender" name="sender" maxlength="${offerFields.sender.maxLength}" value="${queryValue(sent, 'sender')}"></div></div>
<button>${say('Read it', '查看')}</button></form>`;
};

const title = (page: Page): Html =>
  html`<h1>${page.say('What does this offer promise?', '这份广告承诺了什么？')}</h1>`;

/** The empty form. */
export const offerPage = (page: Page): Html =>
  html`${title(page)}<p class="soft">${page.say('Paste an advert, a message or the words of a page. You see which words a rule speaks against, and what can be looked up.', '粘贴广告、消息或网页文字，即可看到哪些措辞与规则相悖、哪些内容可以查证。')}</p>${form(page, {})}`;

const count = (page: Page, some: number, one: string, many: string, zh: string): string =>
  page.say(some === 1 ? `1 ${one}` : `${some} ${many}`, `${some}${zh}`);

const inShort = (page: Page, { warnings, spans }: OfferAnswer): Html => {
  const signs = count(page, warnings.length, 'place', 'places', '处');
  const terms = count(page, spans.length, 'place', 'places', '处');
  const { say } = page;
  const found =
    warnings.length === 0
      ? say(
          'No words here break a rule that we know. That does not vouch for the offer.',
          '未见与已知规则相悖的措辞，但这不能为该广告作保。',
        )
      : say(`${signs} here: a rule speaks against these words.`, `有${signs}措辞与规则相悖。`);
  return html`<section class="note" role="status"><p><strong>${found}</strong></p>
<p>${say(`${terms} can be checked.`, `有${terms}可以核对。`)} ${say('We read words and judge nobody.', '我们只读文字，不评价任何人。')}</p></section>`;
};

const result = (page: Page, text: string, answer: OfferAnswer): Html => {
  const places = placesOf(answer);
  const sender = answer.sender === null ? null : senderCard(page, answer.sender);
  if (text === '') return html`${sender}`;
  return html`${inShort(page, answer)}${markedText(page, text, places.marked)}
${signNotes(page, places)}${sender}${termNotes(page, places, answer)}`;
};

/** Reads an offer that was sent, for this answer only: the text is neither kept nor logged. */
export const receiveOffer = async (
  page: Page,
  sent: Query,
): Promise<Readonly<{ status: number; body: Html }>> => {
  const again = html`<h2 class="no-print">${page.say('Read another one', '再查一份')}</h2>`;
  const context = { now: page.now, lang: page.lang, via: 'body', pointer: '' } as const;
  const read = parseOffer(rawOf(page, sent), context);
  if (!('offer' in read))
    return { status: 400, body: html`${title(page)}${problemList(page, read)}${form(page, sent)}` };
  const { offer } = read;
  const reader = readerFor(
    offer.who?.institution.id,
    page.reader,
    page.deps.config.testInstitutions,
    page.now,
  );
  const answer = await checkOffer(offer, reader, page.now);
  return {
    status: 200,
    body: html`${title(page)}${result(page, offer.text, answer)}${again}${form(page, {})}`,
  };
};
