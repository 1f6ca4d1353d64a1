import { type CheerioAPI, load } from 'cheerio';
import { walkHtml } from './html-walk.ts';

/** A page as a tree to be asked with CSS selectors. Throws `ShapeError` for one whose elements lie too deep in one another. */
export const htmlTree = (html: string): CheerioAPI => {
  walkHtml(html, {});
  return load(html);
};
