import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { walkHtml } from './html-walk.ts';

/**
 * A page as a tree to be asked with CSS selectors, read as browsers read it. Throws `ShapeError` for one whose elements lie too deep in
 * one another. The whole of cheerio also brings a fetcher of its own, for which every thread that knows the sources would wait.
 */
export const htmlTree = (html: string): CheerioAPI => {
  walkHtml(html, {});
  return load(parse(html, { treeAdapter: adapter }));
};
