import { domainToUnicode } from 'node:url';
import { skeletonOf } from '../../text/web-domains.ts';

/** Domains of `known` that `domain` could be mistaken for. */
export const lookalikeDomains = (domain: string, known: readonly string[]): readonly string[] =>
  known.filter((other) => other !== domain && skeletonOf(other) === skeletonOf(domain));

const SCRIPTS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Han: /\p{Script=Han}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hangul: /\p{Script=Hangul}/u,
  Arabic: /\p{Script=Arabic}/u,
  Hebrew: /\p{Script=Hebrew}/u,
} as const;

/** Scripts that one word may hold together: what Chinese, Japanese and Korean are written in (UTS 39, highly restrictive). */
const TOGETHER: ReadonlySet<string> = new Set([
  'Latin+Han',
  'Latin+Han+Kana',
  'Han+Kana',
  'Latin+Kana',
  'Latin+Han+Hangul',
  'Han+Hangul',
  'Latin+Hangul',
]);

const scriptsOf = (label: string): readonly string[] =>
  Object.entries(SCRIPTS).flatMap(([name, letters]) => (letters.test(label) ? [name] : []));

/**
 * What an operator should look at before binding a domain: other domains it can be mistaken for, scripts mixed within one
 * word, letters outside ASCII. One sentence each; none for an ordinary domain.
 * @param domain in ASCII, as `readDomain` gives it
 * @param known the domains on file
 */
export const domainWarnings = (domain: string, known: readonly string[]): readonly string[] => {
  const shown = domainToUnicode(domain);
  const mixed = shown.split('.').flatMap((label) => {
    const scripts = scriptsOf(label);
    return scripts.length < 2 || TOGETHER.has(scripts.join('+')) ? [] : [scripts.join(' and ')];
  });
  return [
    ...lookalikeDomains(domain, known).map((other) => `can be mistaken for ${other}, which is on file`),
    ...mixed.map((scripts) => `mixes ${scripts} letters in one word`),
    ...(domain.includes('xn--') ? ['holds letters outside ASCII; look at it closely'] : []),
  ];
};
