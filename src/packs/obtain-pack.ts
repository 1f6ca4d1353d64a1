import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PACK_ENDING, PACK_FORMAT, packFileName } from '../../schema/pack.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { whyNotFetched } from '../fetch/why-not-fetched.ts';
import type { Following } from '../store/packs.ts';
import { PackRefused } from './pack-refused.ts';

/** What a publisher says of one pack in its list; what else it says does not matter here. */
const offered = z.looseObject({
  name: packFileName,
  kind: z.enum(['full', 'delta']),
  generation: z.number().int(),
  base: z.looseObject({ generation: z.number().int(), content: z.string() }).nullable(),
  content: z.string(),
});
type Offered = Readonly<z.infer<typeof offered>>;

const offer = z.looseObject({ format: z.literal(PACK_FORMAT), packs: z.array(offered) });

/** A pack is fetched whole: this is how large it may be, in bytes, and how long it may take, in milliseconds. */
export const PACK_FETCH = { maxBytes: 512 * 1_048_576, timeoutMs: 600_000 } as const;

/** The deltas that lead from here to the newest generation, in their order; undefined where one is not on offer. */
const deltasFrom = (
  packs: readonly Offered[],
  here: Following,
  newest: number,
): readonly Offered[] | undefined => {
  const way: Offered[] = [];
  let at: Pick<Following, 'generation' | 'content'> = here;
  while (at.generation < newest) {
    const next = packs.find(
      ({ kind, base }) =>
        kind === 'delta' && base?.generation === at.generation && base.content === at.content,
    );
    if (next === undefined) return undefined;
    way.push(next);
    at = next;
  }
  return way;
};

/** Which packs of a publisher's list lead from here to its newest generation: deltas as far as there are any, else the full one. */
const choosePacks = (packs: readonly Offered[], here: Following | null): readonly Offered[] => {
  const [full] = packs.filter(({ kind }) => kind === 'full').sort((a, b) => b.generation - a.generation);
  if (full === undefined) throw new PackRefused('the publisher has made no pack yet');
  if (here !== null && here.generation === full.generation && here.content === full.content) return [];
  // Older than what is here: it is fetched, so that it is refused aloud and not taken for nothing new.
  if (here !== null && full.generation < here.generation) return [full];
  return (here === null ? undefined : deltasFrom(packs, here, full.generation)) ?? [full];
};

type ObtainNeeds = Readonly<{
  fetcher: Pick<Fetcher, 'get'>;
  folder: string;
  here: Following | null;
  /** Whether a key is known: then the signature alone says whose it is, and plain HTTP will do. */
  keyKnown: boolean;
}>;

const bytesAt = async (url: string, { fetcher, keyKnown }: ObtainNeeds): Promise<Uint8Array> => {
  const result = await fetcher.get({ url, source: 'packs', plainHttp: keyKnown });
  if (result.state === 'fetched') return result.bytes;
  throw new PackRefused(`${url} cannot be had: ${whyNotFetched(result)}`);
};

const saved = async (url: string, at: number, needs: ObtainNeeds, bytes?: Uint8Array): Promise<string> => {
  const file = join(needs.folder, `${at}${PACK_ENDING}`);
  await writeFile(file, bytes ?? (await bytesAt(url, needs)), { mode: 0o600 });
  return file;
};

const offerIn = (bytes: Uint8Array): z.infer<typeof offer> | null => {
  // A list is JSON; a pack begins with the mark of gzip.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return null;
  try {
    return offer.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new PackRefused(
      `there is neither a pack at this address nor a list of packs of the format ${PACK_FORMAT}`,
      { cause },
    );
  }
};

/**
 * Fetches what leads from here to a publisher's newest generation, with the manners of src/fetch: `url` is that of one pack or of a
 * list (`/v1/packs`). Gives the files in the order in which they are applied, each fetched when it is asked for. Throws PackRefused.
 */
export async function* obtainPacks(url: string, needs: ObtainNeeds): AsyncIterable<string> {
  const bytes = await bytesAt(url, needs);
  const list = offerIn(bytes);
  if (list === null) {
    yield await saved(url, 0, needs, bytes);
    return;
  }
  const base = `${url.split('?')[0]}/`;
  for (const [at, { name }] of choosePacks(list.packs, needs.here).entries())
    yield await saved(new URL(name, base).href, at, needs);
}
