import { reason } from '../../schema/reason.ts';
import type { Reason } from '../../schema/verdict.ts';
import { neighboursExchanged, shortLevenshtein } from '../text/edit-distance.ts';
import { siteOf, skeletonOf, webPlaceOf } from '../text/web-domains.ts';

/** Host of a website as people write it, lower case, IDN as punycode, without www; null when it is none. */
const hostOf = (website: string): string | null => webPlaceOf(website)?.host ?? null;

/** Sites on which anybody can have a page, so that the domain does not tell whose page it is. */
const PLATFORMS = new Set(
  'qq.com weibo.com weibo.cn baidu.com 163.com sina.com.cn sohu.com douyin.com zhihu.com haodf.com guahao.com dxy.com 39.net'.split(
    ' ',
  ),
);
const onPlatform = (host: string): boolean => PLATFORMS.has(siteOf(host).site);

/** Shorter labels differ by a letter too often to call it a slip (rjh, rjb). */
const SLIP_LENGTH = 6;

/** One letter added, missing or changed, or two neighbours exchanged. */
const nearlySpelled = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SLIP_LENGTH && (shortLevenshtein(a, b) === 1 || neighboursExchanged(a, b));

/**
 * Whether a host of another domain is written to be mistaken for another: letters that look alike (other scripts decoded from punycode), one letter
 * off, the same word under another ending, or the registered address put in front of somebody else's.
 */
export const imitates = (asked: string, registered: string): boolean => {
  const [mine, theirs] = [siteOf(asked), siteOf(registered)];
  const [seen, real] = [skeletonOf(mine.label), skeletonOf(theirs.label)];
  if (seen === real || nearlySpelled(seen, real)) return true;
  const inFront = asked.startsWith(`${theirs.site}.`) || asked.includes(`.${theirs.site}.`);
  const glued = skeletonOf(theirs.site.replaceAll('.', ''));
  return inFront || (glued.length >= SLIP_LENGTH && seen.startsWith(glued));
};

export type WebFit = 'agrees' | 'differs' | 'imitates' | 'unknown';

/** Compares the website asked for with the one on record. */
export const webFit = (asked: string, registered: string | undefined): { fit: WebFit; why: Reason } => {
  const mine = webPlaceOf(asked);
  const theirs = registered === undefined ? null : hostOf(registered);
  if (mine === null || theirs === null || onPlatform(theirs))
    return { fit: 'unknown', why: reason('website.unknown', { asked }) };
  // The same host, one below the other, or two hosts of one registered domain.
  if (siteOf(mine.host).site === siteOf(theirs).site)
    return { fit: 'agrees', why: reason('website.agrees', { host: theirs }) };
  const posing = mine.posing !== null && (hostOf(mine.posing) ?? '').endsWith(siteOf(theirs).site);
  const fit = posing || imitates(mine.host, theirs) ? 'imitates' : 'differs';
  return { fit, why: reason(`website.${fit}`, { asked: mine.host, registered: theirs }) };
};
