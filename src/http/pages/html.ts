import { escapeXml } from '../../badge/text.ts';

/** Markup that has been put together by `html` and may stand in a page as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Zero-width and direction marks do not belong to a name; marks of newline and tab are harmless in a page. */
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?![\n\t])\p{Cc}/gu;

const render = (piece: HtmlValue): string => {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number')
    return escapeXml(String(piece).replace(HIDDEN, ''));
  return piece.map(render).join('');
};

/**
 * Template of a page: every value put in is escaped, unless it is itself made by `html`.
 * Values belong into text and into quoted attributes, never into scripts or styles: pages have neither.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(parts.reduce((text, part, at) => text + render(values[at - 1]) + part));

/** Markup that we made ourselves (a drawn picture): not escaped. */
export const rawHtml = (text: string): Html => new Html(text);

/** A web address that may be followed: http and https only, anything else is not an address. */
export const safeWebAddress = (text: string): string | null => {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null;
};
