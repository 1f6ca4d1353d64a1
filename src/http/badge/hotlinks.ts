import { z } from 'zod';
import type { Day } from '../../../schema/base.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { readDomain } from './sites.ts';
import { readJson, writeJson } from './write-json.ts';

/** A host on whose pages a badge issued for another domain was loaded. Neither page nor reader is kept. */
const hotlink = z.object({
  host: z.string(),
  site: z.string(),
  count: z.number().int().positive(),
  first: z.iso.date(),
  last: z.iso.date(),
});
export type Hotlink = Readonly<z.infer<typeof hotlink>>;
const hotlinkFile = z.object({ hotlinks: z.array(hotlink), others: z.number().int() });
export type HotlinkBook = Readonly<{ hotlinks: readonly Hotlink[]; others: number }>;

const FILE = 'badge-hotlinks.json';
/** Pairs of host and domain that are told apart, in memory and on disk; whatever comes beyond is counted together. */
export const MOST_HOTLINKS = 500;

/** What was counted so far, most first. */
export const readHotlinks = async (dir: string): Promise<HotlinkBook> => {
  const kept = await readJson(dir, FILE);
  return kept === null ? { hotlinks: [], others: 0 } : hotlinkFile.parse(kept);
};

const hostOf = (referer: string): string | null =>
  URL.canParse(referer) ? readDomain(new URL(referer).hostname) : null;

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

const merged = (old: HotlinkBook, fresh: ReadonlyMap<string, Hotlink>, more: number): HotlinkBook => {
  const all = new Map(old.hotlinks.map((one) => [`${one.host} ${one.site}`, one]));
  for (const [key, one] of fresh) {
    const before = all.get(key);
    all.set(key, before ? { ...one, count: before.count + one.count, first: before.first } : one);
  }
  const sorted = [...all.values()].sort((a, b) => b.count - a.count || a.host.localeCompare(b.host));
  const left = sorted.slice(MOST_HOTLINKS).reduce((sum, { count }) => sum + count, 0);
  return { hotlinks: sorted.slice(0, MOST_HOTLINKS), others: old.others + more + left };
};

export type Hotlinks = Readonly<{
  /** Counts one loaded badge, unless the page that shows it belongs to the domain it is for. */
  count(referer: string | undefined, site: string, own: string): void;
  /** Adds what was counted since to the file. */
  flush(): Promise<void>;
}>;

/** Counts hotlinks in memory; `flush` merges them into the data folder, so that several processes add up. */
export const openHotlinks = (dir: string, clock: () => Date): Hotlinks => {
  let fresh = new Map<string, Hotlink>();
  let others = 0;
  const note = (host: string, site: string, today: Day): void => {
    const key = `${host} ${site}`;
    const known = fresh.get(key);
    if (known === undefined && fresh.size >= MOST_HOTLINKS) others += 1;
    else fresh.set(key, { host, site, count: (known?.count ?? 0) + 1, first: today, last: today });
  };
  return {
    count: (referer, site, own) => {
      if (referer === undefined) return;
      const host = hostOf(referer);
      if (host !== null && !within(host, site) && !within(host, own)) note(host, site, shanghaiDay(clock()));
    },
    flush: async () => {
      if (fresh.size === 0 && others === 0) return;
      const [counted, more] = [fresh, others];
      [fresh, others] = [new Map(), 0];
      await writeJson(dir, FILE, merged(await readHotlinks(dir), counted, more));
    },
  };
};
