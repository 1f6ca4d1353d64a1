import { createRequire } from 'node:module';
import { domainToASCII, domainToUnicode } from 'node:url';
import { late } from './remembered.ts';

/**
 * Letters of other scripts that are drawn like Latin ones, each before the letter it is taken for. Chosen from confusables.txt of
 * Unicode Technical Standard 39 (© Unicode, Inc., Unicode License v3).
 */
const PAIRS =
  'аa вb еe зe іi їi јj кk мm нh оo рp сc тt уy хx ѕs ԁd ԛq ԝw һh ьb ӏl αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw ɡg ıi ɑa ʟl ƅb';
const TWINS = new Map(PAIRS.split(' ').map(([letter = '', twin = '']) => [letter, twin]));

/** The skeleton of a domain (UTS 39): accents dropped, look-alike letters made Latin, `rn` → `m`, digits → letters, no hyphens. */
export const skeletonOf = (domain: string): string =>
  [...domainToUnicode(domain).normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => TWINS.get(letter) ?? letter)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/8/g, 'b')
    .replace(/[1i|]/g, 'l')
    .replace(/-/g, '');

/** A website as people write it. `posing`: what stands before an @, which looks like the address and is not. */
type WebPlace = Readonly<{ host: string; posing: string | null }>;

/** Reads a website; the host is lower case, in ASCII (IDN as punycode), without www. Null when it is none. */
export const webPlaceOf = (website: string): WebPlace | null => {
  const text = website.trim().normalize('NFKC');
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
    const host = domainToASCII(url.hostname.toLowerCase().replace(/\.$/u, '')).replace(/^www\./u, '');
    return host === '' ? null : { host, posing: url.username === '' ? null : url.username.toLowerCase() };
  } catch {
    return null;
  }
};

/** With its list of suffixes, loaded by the first question that gives a website. */
const suffixes = late(() => createRequire(import.meta.url)('tldts') as typeof import('tldts'));

/** What somebody registered: `site` hospital.com.cn, `label` hospital, `suffix` com.cn. The host itself where no suffix is known. */
export const siteOf = (host: string): Readonly<{ site: string; label: string; suffix: string }> => {
  const { domain, domainWithoutSuffix, publicSuffix } = suffixes().parse(host, { allowPrivateDomains: true });
  if (domain === null || !domainWithoutSuffix)
    return { site: host, label: host.split('.')[0] ?? host, suffix: '' };
  return { site: domain, label: domainWithoutSuffix, suffix: publicSuffix ?? '' };
};
