import type { Page } from '../../../schema/source.ts';
import type { Reader } from '../../store/registry-reader.ts';
import type { Visit } from '../../store/visits.ts';
import type { NotObtained, ObtainedPage } from './obtain.ts';

/** At most so many names are asked in one run: at one request in three seconds that takes about 75 minutes. */
const MOST_ASKED = 1_500;
/** The searches of the authorities accept no longer names. */
const LONGEST = 20;

/** The names to ask for: legal Chinese ones that an authority's list carries, or English ones. */
export const namesToAsk = async (
  reader: Pick<Reader, 'names'>,
  askFor: NonNullable<Page['askFor']>,
): Promise<readonly string[]> => {
  const wanted = new Set<string>();
  const english = askFor === 'institution-name-en';
  for await (const { value, kind, language, official } of reader.names()) {
    const fits = english
      ? language === 'en'
      : language === 'zh' && kind === 'legal' && value.length <= LONGEST;
    if (fits && official) wanted.add(value);
  }
  return [...wanted].sort();
};

type Needs = Readonly<{
  url: string;
  names: readonly string[];
  visit: (url: string) => Promise<Visit | undefined>;
  get: (url: string) => Promise<ObtainedPage | NotObtained>;
  most?: number;
}>;

/**
 * Asks a search for one name after another, first those that were asked longest ago. The first request that fails ends the run; the
 * answers until then stand, since each is about one name only. When there are none, that failure is the result.
 */
export const askByName = async ({
  url,
  names,
  visit,
  get,
  most = MOST_ASKED,
}: Needs): Promise<readonly ObtainedPage[] | NotObtained> => {
  const asked: Readonly<{ address: string; at: string }>[] = [];
  for (const name of names) {
    const address = url.replace('{name}', encodeURIComponent(name));
    asked.push({ address, at: (await visit(address))?.at ?? '' });
  }
  const parts: ObtainedPage[] = [];
  for (const { address } of asked.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, most)) {
    const part = await get(address);
    if (!('state' in part)) parts.push(part);
    else if (parts.length > 0) return parts;
    else return part;
  }
  return parts.length > 0 ? parts : { state: 'deferred', detail: 'the registry has no name to ask for yet' };
};
