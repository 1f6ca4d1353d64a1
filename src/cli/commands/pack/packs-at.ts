import { existsSync } from 'node:fs';
import { openFetcher } from '../../../fetch/open-fetcher.ts';
import { obtainPacks, PACK_FETCH } from '../../../packs/obtain-pack.ts';
import { PackRefused } from '../../../packs/pack-refused.ts';
import type { Following } from '../../../store/packs.ts';
import type { CommonOptions, Context } from '../../context.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';

export type PackOptions = CommonOptions & Readonly<{ key?: string }>;

/** Does some work, and tells a refused pack as a wrong argument: one line, exit code 2. */
export const asUsage = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof PackRefused)) throw cause;
    throw new UsageError(`<file|url> ${printable(place)} is refused: ${cause.message}`);
  }
};

type Ask = Readonly<{ folder: string; here: Following | null; key: string | undefined }>;

const fetched = async (
  { config, clock, overrides }: Context,
  url: string,
  ask: Ask,
  work: (file: string) => Promise<void>,
): Promise<void> => {
  if (config.whyNoFetch !== null) throw new UsageError(`<file|url> is an address, and ${config.whyNoFetch}`);
  const settings = { ...PACK_FETCH, ...overrides.fetchSettings };
  const fetcher = openFetcher({ contact: config.contact, clock, settings });
  try {
    const keyKnown = ask.key !== undefined || ask.here !== null;
    for await (const file of obtainPacks(url, { fetcher, ...ask, keyKnown })) await work(file);
  } finally {
    await fetcher.close();
  }
};

/** Does some work with each pack at a place, a file or an address, in the order in which they are applied. */
export const withPacks = (
  context: Context,
  place: string,
  ask: Ask,
  work: (file: string) => Promise<void>,
): Promise<void> =>
  asUsage(place, async () => {
    if (/^https?:\/\//.test(place)) return fetched(context, place, ask, work);
    if (!existsSync(place)) throw new UsageError(`<file|url> ${printable(place)} is not there`);
    return work(place);
  });
