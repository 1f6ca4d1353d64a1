import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { holdFile } from './held-file.ts';
import { domainWarnings } from './look-alike.ts';
import { readJson, writeJson } from './write-json.ts';

/** A domain a partner may show badges on: the words its proof must show, since when it is proven, when that was last seen. */
const siteRow = z.object({
  domain: z.string(),
  partner: z.string(),
  token: z.string().optional(),
  /** Null as long as nobody has proven it: then it has no badges. */
  provenOn: z.iso.date().nullable(),
  seenOn: z.iso.date().optional(),
});
export type Site = Readonly<z.infer<typeof siteRow>>;
const siteFile = z.object({ sites: z.array(siteRow) });

const FILE = 'badge-sites.json';
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A domain as it is compared and shown: lower case, in ASCII (look-alike letters become `xn--…`), without `www.`; null if it is none. */
export const readDomain = (text: string): string | null => {
  // domainToASCII reads its input as the host of an address and would drop what follows a slash.
  if (/[/?#@:\\\s]/.test(text.trim())) return null;
  const ascii = domainToASCII(text.trim().toLowerCase().replace(/\.$/, '')).replace(/^www\./, '');
  return HOST.test(ascii) ? ascii : null;
};

/** All domains on file, proven or not. */
export const readSites = async (dir: string): Promise<readonly Site[]> => {
  const kept = await readJson(dir, FILE);
  return kept === null ? [] : siteFile.parse(kept).sites;
};

/** Puts a domain on file, in the place of what was known of it. */
const writeSite = async (dir: string, site: Site): Promise<readonly Site[]> => {
  const others = (await readSites(dir)).filter((other) => other.domain !== site.domain);
  await writeJson(dir, FILE, { sites: [...others, site] });
  return others;
};

/**
 * Binds a domain to a partner, or puts it on file with the token its proof must show (`provenOn: null`).
 * Returns what is to be looked at first (`domainWarnings`). Throws when `domain` is not a domain.
 */
export const bindSite = async (dir: string, site: Site): Promise<readonly string[]> => {
  const domain = readDomain(site.domain);
  if (domain === null) throw new Error('domain: is not a domain name; expected e.g. agency.example');
  const others = await writeSite(dir, { ...site, domain });
  return domainWarnings(
    domain,
    others.map((other) => other.domain),
  );
};

/** A new token for a proof: 128 bits, so that nobody can have put it on a page by chance. */
export const newToken = (): string => `licet-site=${randomBytes(16).toString('hex')}`;

const boundDomains = async (dir: string): Promise<readonly string[]> =>
  (await readSites(dir)).flatMap(({ domain, provenOn }) => (provenOn === null ? [] : [domain]));

export type Sites = Readonly<{ isBound(domain: string): Promise<boolean> }>;

/** The bound domains of the data folder, read again when the file changes. */
export const openSites = (dir: string, clock: () => Date): Sites => {
  const load = holdFile(join(dir, FILE), clock, async () => new Set(await boundDomains(dir)));
  return { isBound: async (domain) => (await load()).has(domain) };
};
