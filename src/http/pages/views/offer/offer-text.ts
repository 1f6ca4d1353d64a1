import { type Html, html } from '../../html.ts';
import type { Page } from '../../page.ts';
import type { MarkedPlace } from './offer-notes.ts';

/** A piece of the text and the places it belongs to: places may lie within each other. */
type Piece = Readonly<{ from: number; until: number; within: readonly MarkedPlace[] }>;

/** Cuts a text at every beginning and end of a place. The places are few (MAX_SPANS each), so that each piece may ask all. */
const piecesOf = (length: number, places: readonly MarkedPlace[]): readonly Piece[] => {
  const cuts = [...new Set([0, length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, at) => ({
    from,
    until: cuts[at + 1] ?? length,
    within: places.filter(({ start, end }) => start <= from && end > from),
  }));
};

const number = ({ note, kind }: MarkedPlace): Html =>
  html`<a class="mark-${kind}" href="#note-${note}"><sup>${note}</sup></a>`;

/** The text as sent, its places marked, each with the number of its note where it ends. */
export const markedText = (page: Page, text: string, places: readonly MarkedPlace[]): Html => {
  const pieces = piecesOf(text.length, places).map(({ from, until, within }) => {
    const words = text.slice(from, until);
    if (within.length === 0) return html`${words}`;
    const kind = within.some((one) => one.kind === 'sign') ? 'sign' : 'term';
    return html`<mark class="mark-${kind}">${words}</mark>${within.filter(({ end }) => end === until).map(number)}`;
  });
  return html`<h2>${page.say('offer-text.title')}</h2><div class="offer">${pieces}</div>`;
};
