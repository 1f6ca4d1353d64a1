import { Parser } from 'htmlparser2';
import { ShapeError } from '../../../schema/source.ts';

/** Chromium builds no deeper tree of a page either; beyond it, every reader of HTML slows down with the square of the depth. */
const DEEPEST = 512;

/** Callbacks for the parts of a page, called in the order in which the page holds them. */
type Walker = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}>;

/**
 * Reads HTML in one pass, in time proportional to its length. Tags that were left open are closed where the standard says or at
 * the end. Throws `ShapeError` for a page whose elements lie in one another deeper than any page of people's does.
 */
export const walkHtml = (html: string, { open, close, text }: Walker): void => {
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > DEEPEST)
        throw new ShapeError(`the page's elements lie more than ${DEEPEST} deep in one another`);
      open?.(name, attributes);
    },
    onclosetag: (name) => {
      depth -= 1;
      close?.(name);
    },
    ontext: (words) => text?.(words),
  });
  parser.end(html);
};

const MAX_VALUE = 300;

/** What stands in the fields of a page's forms, in their order: a query page shows there what was asked. */
export const htmlFieldValues = (html: string): readonly string[] => {
  const values: string[] = [];
  const open = (name: string, { value = '' }: Readonly<Record<string, string>>) => {
    if (name === 'input' && value !== '') values.push(value.slice(0, MAX_VALUE));
  };
  walkHtml(html, { open });
  return values;
};
