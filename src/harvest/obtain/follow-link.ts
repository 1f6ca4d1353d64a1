import { decodePage } from '../../readers/formats/charset.ts';
import { htmlTree } from '../../readers/formats/html-tree.ts';

/**
 * The first link of a page (or the `nth`, other addresses counted) whose text or address matches the pattern, as an absolute address without fragment;
 * null when none does. Only http(s) addresses count.
 */
export const linkIn = (
  body: Uint8Array,
  contentType: string,
  base: string,
  pattern: string,
  nth = 1,
): string | null => {
  const wanted = new RegExp(pattern, 'u');
  const found = new Set<string>();
  const $ = htmlTree(decodePage(body, contentType).text);
  for (const element of $('a[href]').toArray()) {
    const href = $(element).attr('href') ?? '';
    const text = `${$(element).text()} ${$(element).attr('title') ?? ''}`.replace(/\s+/g, ' ').trim();
    if (!URL.canParse(href, base)) continue;
    const url = new URL(href, base);
    if (!/^https?:$/.test(url.protocol) || !(wanted.test(text) || wanted.test(url.href))) continue;
    url.hash = '';
    found.add(url.href);
    if (found.size === nth) return url.href;
  }
  return null;
};
