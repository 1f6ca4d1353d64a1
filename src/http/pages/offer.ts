import { MAX_OFFER, offerFields } from '../../../schema/question.ts';
import { checkOffer, type OfferAnswer } from '../../ask/check-offer.ts';
import { parseOffer } from '../../ask/parse-offer.ts';
import { readerFor } from '../../ask/test-institutions.ts';
import { unreadSentence } from '../../verdict/offer/unread-sentence.ts';
import { type Html, html } from './html.ts';
import type { PageMeta } from './layout.ts';
import { type Page, type Query, queryValue } from './page.ts';
import { type Card, cardImage, cardOfPage } from './preview/card.ts';
import { suggestAttributes, suggestScript } from './views/choices.ts';
import { namedNotes } from './views/offer/offer-named.ts';
import { placesOf, signNotes, termNotes } from './views/offer/offer-notes.ts';
import { senderCard } from './views/offer/offer-sender.ts';
import { markedText } from './views/offer/offer-text.ts';
import { problemList } from './views/problems-view.ts';
import { labelOf, limitOf } from './views/question-inputs.ts';

const about = (page: Page) => ({
  title: page.say('offer.does-offer-promise'),
  description: page.say('offer.paste-advert-offer-see'),
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
  const optional = html`<span class="fine">${say('common.if-know')}</span>`;
  return html`<form action="${page.to('/offer')}" method="post" id="again">
<label for="text">${labelOf(page, 'text')}</label>
<textarea id="text" name="text" rows="8" maxlength="${MAX_OFFER}" spellcheck="false" aria-describedby="kept">${queryValue(sent, 'text')}</textarea>
<p class="fine" id="kept">${say('offer.nothing-kept-nothing-logged')}</p>
<div class="pair"><div><label for="name">${labelOf(page, 'name')} ${optional}</label><div class="search"><input id="name" name="name" ${limitOf('name')} value="${queryValue(sent, 'name')}" ${suggestAttributes(page, 'fill')}></div>${suggestScript}</div>
<div><label for="sender">${labelOf(page, 'sender')} <span class="fine">${say('offer.agency-website')}</span></label><input id="sender" name="sender" maxlength="${offerFields.sender.maxLength}" value="${queryValue(sent, 'sender')}"></div></div>
<button>${say('offer.read')}</button></form>`;
};

const title = (page: Page): Html => html`<h1>${page.say('offer.does-offer-promise')}</h1>`;

/** The empty form. */
export const offerPage = (page: Page): Html =>
  html`${title(page)}<p class="soft">${page.say('offer.paste-advert-message-words')}</p>${form(page, {})}`;

const inShort = (page: Page, { warnings, spans, unread }: OfferAnswer): Html => {
  const { say } = page;
  const notRead = unread === null ? null : unreadSentence(unread, page.lang);
  const none = unread?.part === 'all' ? null : say('offer.no-words-here-break');
  const found = warnings.length === 0 ? none : say('offer.places-against', { places: warnings.length });
  return html`<section class="note" role="status">${notRead === null ? null : html`<p><strong>${notRead}</strong></p>`}${
    found === null ? null : html`<p><strong>${found}</strong></p>`
  }
<p>${say('offer.places-checkable', { places: spans.length })} ${say('offer.we-read-words-judge')}</p></section>`;
};

const result = (page: Page, text: string, answer: OfferAnswer): Html => {
  const places = placesOf(answer);
  const sender = answer.sender === null ? null : senderCard(page, answer.sender);
  if (text === '') return html`${sender}`;
  return html`${inShort(page, answer)}${markedText(page, text, places.marked)}
${signNotes(page, places)}${namedNotes(page, answer)}${sender}${termNotes(page, places, answer)}`;
};

/** Reads an offer that was sent, for this answer only: the text is neither kept nor logged. */
export const receiveOffer = async (
  page: Page,
  sent: Query,
): Promise<Readonly<{ status: number; body: Html }>> => {
  const again = html`<h2 class="no-print">${page.say('offer.read-another-one')}</h2>`;
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
