import { openFetcher } from '../../../fetch/open-fetcher.ts';
import { whyNotFetched } from '../../../fetch/why-not-fetched.ts';
import { type Checkpoint, openCheckpoint } from '../../../log/checkpoint.ts';
import { bundlePaths, entriesIn } from '../../../log/tiles.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../usage-error.ts';
import { printable } from '../../width.ts';

/** Entries of a log that are fetched at most: one that says it has more would fill this machine before it is believed. */
const MOST_ENTRIES = 1_000_000;

/** A log as it was fetched: its signed state, the entries under it, and the keys that were believed. */
type FetchedLog = Readonly<{
  checkpoint: Checkpoint;
  entries: readonly string[];
  keys: readonly string[];
}>;

/**
 * Fetches a public log with the manners of src/fetch: its checkpoint and all its entries. `key`: the one key to believe; without it those
 * that the log itself names. Throws a UsageError where there is no such log.
 */
export const fetchLog = async (
  { config, clock, overrides }: Context,
  from: string,
  key: string | undefined,
): Promise<FetchedLog> => {
  if (config.whyNoFetch !== null) throw new UsageError(`--from is an address, and ${config.whyNoFetch}`);
  const fetcher = openFetcher({ contact: config.contact, clock, settings: overrides.fetchSettings ?? {} });
  const base = from.endsWith('/') ? from.slice(0, -1) : from;
  const refuse = (why: string): never => {
    throw new UsageError(`--from ${printable(from)} is refused: ${why}`);
  };
  const bytesAt = async (path: string): Promise<Buffer> => {
    const result = await fetcher.get({ url: `${base}/${path}`, source: 'log', plainHttp: key !== undefined });
    if (result.state === 'fetched') return Buffer.from(result.bytes);
    return refuse(`${path} cannot be had: ${whyNotFetched(result)}`);
  };
  try {
    const keys = key === undefined ? (await bytesAt('keys')).toString('utf8').trim().split('\n') : [key];
    const checkpoint = await openCheckpoint((await bytesAt('checkpoint')).toString('utf8'), keys);
    if (checkpoint === null) return refuse('its checkpoint is not signed by that key');
    if (checkpoint.size > MOST_ENTRIES) refuse(`it says it has ${checkpoint.size} entries`);
    const entries: string[] = [];
    for (const path of bundlePaths(checkpoint.size))
      entries.push(
        ...(entriesIn(await bytesAt(`tile/${path}`)) ?? refuse(`tile/${path} is no bundle of entries`)),
      );
    return { checkpoint, entries, keys };
  } finally {
    await fetcher.close();
  }
};
