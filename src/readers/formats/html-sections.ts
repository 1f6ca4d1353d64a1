import { ShapeError } from '../../../schema/source.ts';
import { webPage } from '../lists/list-page.ts';
import { htmlTree } from './html-tree.ts';

/** A heading with the lines below it, to the next heading. */
type Section = Readonly<{ level: number; heading: string; lines: readonly string[] }>;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The headings of a page, each with the text below it, line by line. Throws `ShapeError` as `webPage` does, and for a page without any. */
export const htmlSections = (body: Uint8Array): readonly Section[] => {
  const $ = htmlTree(webPage(body));
  $('script, style, nav, header, footer').remove();
  $('br').replaceWith('\n');
  const sections: { level: number; heading: string; lines: string[] }[] = [];
  for (const element of $('h1, h2, h3, h4, h5, p, li, dd, dt').toArray()) {
    const level = /^h([1-5])$/.exec(element.tagName)?.[1];
    if (level !== undefined)
      sections.push({ level: Number(level), heading: tidy($(element).text()), lines: [] });
    else {
      const lines = $(element).text().split('\n').map(tidy);
      sections.at(-1)?.lines.push(...lines.filter((line) => line !== ''));
    }
  }
  if (sections.length === 0) throw new ShapeError('the page has no headings');
  return sections;
};

/** A card's texts by the part of it they stand in; parts that are not there are empty lists. */
export type CardFields<Part extends string> = Readonly<Record<Part, readonly string[]>>;

/**
 * Every element with a class, taken apart by CSS selectors: one object a card, each part the texts found there, in order. What
 * no selector names (telephones, mail addresses, descriptions) is never looked at. Throws `ShapeError` when there is no card.
 */
export const htmlCardFields = <Part extends string>(
  body: Uint8Array,
  className: string,
  parts: Readonly<Record<Part, string>>,
): readonly CardFields<Part>[] => {
  const $ = htmlTree(webPage(body));
  const cards = $(`.${className}`).toArray();
  if (cards.length === 0) throw new ShapeError(`the page has no ${className}`);
  const textsAt = (card: (typeof cards)[number], selector: string): readonly string[] =>
    $(card)
      .find(selector)
      .toArray()
      .map((element) => tidy($(element).text()))
      .filter((text) => text !== '');
  return cards.map((card) => {
    const entries = (Object.entries(parts) as [Part, string][]).map(([part, selector]) => [
      part,
      textsAt(card, selector),
    ]);
    return Object.fromEntries(entries) as CardFields<Part>;
  });
};
