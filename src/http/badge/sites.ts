import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** A domain a partner may show badges on, and since when that is known. */
const siteRow = z.object({ domain: z.string(), partner: z.string(), provenOn: z.iso.date() });
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

/** Letters that are mistaken for one another in a domain, folded to one of them. */
const folded = (domain: string): string =>
  domain.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1i|]/g, 'l').replace(/-/g, '');

/** Domains of `known` that `domain` could be mistaken for; an `xn--` domain is always worth a look. */
export const lookalikeDomains = (domain: string, known: readonly string[]): readonly string[] =>
  known.filter((other) => other !== domain && folded(other) === folded(domain));

const readSites = async (dir: string): Promise<readonly Site[]> => {
  const text = await readFile(join(dir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"sites":[]}';
    throw error;
  });
  return siteFile.parse(JSON.parse(text)).sites;
};

/**
 * Binds a domain to a partner, after the operator has seen the proof. Returns the domains it looks like, to be warned of.
 * Throws when `domain` is not a domain.
 */
export const bindSite = async (dir: string, site: Site): Promise<readonly string[]> => {
  const domain = readDomain(site.domain);
  if (domain === null) throw new Error('domain: is not a domain name; expected e.g. agency.example');
  const others = (await readSites(dir)).filter((other) => other.domain !== domain);
  await mkdir(dir, { recursive: true });
  const aside = join(dir, `${FILE}.${randomBytes(4).toString('hex')}`);
  await writeFile(aside, `${JSON.stringify({ sites: [...others, { ...site, domain }] }, null, 2)}\n`);
  await rename(aside, join(dir, FILE));
  return lookalikeDomains(
    domain,
    others.map((other) => other.domain),
  );
};

export type Sites = Readonly<{ isBound(domain: string): Promise<boolean> }>;

/** The bound domains of the data folder, read again when the file changes. */
export const openSites = (dir: string): Sites => {
  let held: { at: number; domains: ReadonlySet<string> } | null = null;
  return {
    isBound: async (domain) => {
      const at = await stat(join(dir, FILE)).then(
        (found) => found.mtimeMs,
        () => 0,
      );
      if (held === null || held.at !== at)
        held = { at, domains: new Set((await readSites(dir)).map((site) => site.domain)) };
      return held.domains.has(domain);
    },
  };
};
