import type { Day } from '../../../schema/base.ts';
import type { Hotlink, HotlinkStore } from '../../store/service/hotlinks.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { readDomain } from './sites.ts';

/** Pairs of host and domain that are told apart, in memory and as kept; whatever comes beyond is counted together. */
export const MOST_HOTLINKS = 500;

const hostOf = (referer: string): string | null =>
  URL.canParse(referer) ? readDomain(new URL(referer).hostname) : null;

const within = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

export type Hotlinks = Readonly<{
  /** Counts one loaded badge, unless the page that shows it belongs to the domain it is for. */
  count(referer: string | undefined, site: string, own: string): void;
  /** Adds what was counted since to what is kept. */
  flush(): Promise<void>;
}>;

/** Counts hotlinks in memory; `flush` adds them to the store, so that several processes add up. */
export const openHotlinks = (store: () => Pick<HotlinkStore, 'add'>, clock: () => Date): Hotlinks => {
  let fresh = new Map<string, Hotlink>();
  let others = 0;
  const note = (one: Hotlink): void => {
    const key = `${one.host} ${one.site}`;
    const known = fresh.get(key);
    if (known !== undefined) fresh.set(key, { ...one, count: known.count + one.count, first: known.first });
    else if (fresh.size < MOST_HOTLINKS) fresh.set(key, one);
    else others += one.count;
  };
  const noteLoaded = (host: string, site: string, today: Day): void =>
    note({ host, site, count: 1, first: today, last: today });
  return {
    count: (referer, site, own) => {
      if (referer === undefined) return;
      const host = hostOf(referer);
      if (host !== null && !within(host, site) && !within(host, own))
        noteLoaded(host, site, shanghaiDay(clock()));
    },
    flush: async () => {
      if (fresh.size === 0 && others === 0) return;
      const counted = { hotlinks: [...fresh.values()], others };
      [fresh, others] = [new Map(), 0];
      await Promise.resolve()
        .then(() => store().add(counted, MOST_HOTLINKS))
        .catch((fault: unknown) => {
          // What could not be written now is written with the next flush.
          others += counted.others;
          for (const one of counted.hotlinks) note(one);
          throw fault;
        });
    },
  };
};
