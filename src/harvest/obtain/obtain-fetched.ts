import type { Descriptor, Page } from '../../../schema/source.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import type { Fetched, FetchResult, Previous } from '../../fetch/result.ts';
import type { Credits } from '../../store/credits.ts';
import type { Generations } from '../../store/generations.ts';
import type { Visit, Visits } from '../../store/visits.ts';
import { askByName, namesToAsk } from './ask-by-name.ts';
import { type CreditKeys, whyKeyOff } from './credits.ts';
import { linkIn } from './follow-link.ts';
import { keyedGet } from './keyed-get.ts';
import type { NotObtained, Obtain, Obtained, ObtainedPage } from './obtain.ts';
import { pageAddress, printedTotal } from './paged-list.ts';

type ObtainNeeds = Readonly<{
  fetcher: Fetcher;
  archive: Archive;
  store: Visits & Partial<Pick<Generations, 'reader'> & Readonly<{ credits: Credits }>>;
  /** Keys of interfaces that want one; a source without its key is not asked. */
  keys?: CreditKeys | undefined;
  now?: (() => Date) | undefined;
}>;

/** A list that announces more pages than this is refused: its total must be wrong. */
const MOST_PAGES = 500;

const states: Readonly<
  Record<Exclude<FetchResult['state'], 'fetched' | 'not-modified'>, NotObtained['state']>
> = {
  challenged: 'challenged',
  unreachable: 'unreachable',
  'too-big': 'too-big',
  'forbidden-by-robots': 'forbidden',
  deferred: 'deferred',
  refused: 'forbidden',
};

const detailsOf = (
  result: Fetched | Extract<FetchResult, { state: 'not-modified' }>,
): Record<string, string> => ({
  ...(result.requestedUrl === result.url ? {} : { requestedUrl: result.requestedUrl }),
  ...(result.redirects.length === 0
    ? {}
    : { redirects: result.redirects.map(({ status, to }) => `${status} ${to}`).join(', ') }),
  ...(result.robots === null
    ? {}
    : { robots: `${result.robots.from}${result.robots.line === null ? '' : ` line ${result.robots.line}`}` }),
  ...(result.state === 'fetched' && result.etag !== null ? { etag: result.etag } : {}),
  ...(result.state === 'fetched' && result.lastModified !== null
    ? { lastModified: result.lastModified }
    : {}),
});

const previousOf = (visit: Visit | undefined): Previous | undefined =>
  visit === undefined
    ? undefined
    : {
        sha256: visit.sha256,
        ...(visit.etag === null ? {} : { etag: visit.etag }),
        ...(visit.lastModified === null ? {} : { lastModified: visit.lastModified }),
      };

/** The way to ask a source: plainly, or with its key and within its budget of credits. */
const asker = ({ fetcher, store, keys = {}, now }: ObtainNeeds, descriptor: Descriptor) => {
  const use = descriptor.key === undefined ? undefined : keys[descriptor.key.variable];
  return use === undefined || store.credits === undefined || now === undefined
    ? fetcher.get
    : keyedGet({ get: fetcher.get, credits: store.credits, descriptor, use, now });
};

/** Fetches one address by a conditional request. What came is archived before it is parsed. */
const getter = (needs: ObtainNeeds, descriptor: Descriptor, page: Page) => {
  const { archive, store } = needs;
  const ask = asker(needs, descriptor);
  const keep = async (url: string, result: Fetched): Promise<void> => {
    await archive.put(result.bytes);
    const { sha256, contentType, transport, etag, lastModified } = result;
    const way = { source: descriptor.id, url, page: page.key, finalUrl: result.url, at: result.retrievedAt };
    await store.saveVisit({ ...way, sha256, contentType, transport, etag, lastModified });
  };
  return async (url: string): Promise<ObtainedPage | NotObtained> => {
    const visit = await store.visit(descriptor.id, url);
    const kept = visit === undefined ? undefined : await archive.get(visit.sha256);
    const previous = kept === undefined ? undefined : previousOf(visit);
    const request = {
      url,
      source: descriptor.id,
      plainHttp: descriptor.plainHttp === true,
      ...(previous !== undefined && { previous }),
    };
    const result = await ask(request, kept);
    const way = { url: result.url, retrievedAt: result.retrievedAt };
    if (result.state === 'fetched') {
      await keep(url, result);
      const { bytes: body, contentType, transport } = result;
      return { ...way, body, contentType, transport, details: detailsOf(result) };
    }
    if (result.state === 'not-modified') {
      if (visit === undefined || kept === undefined)
        return { state: 'unreachable', detail: 'answered "not modified" to a first request' };
      const { contentType, transport } = visit;
      return { ...way, body: kept, contentType, transport, details: detailsOf(result) };
    }
    return { state: states[result.state], detail: result.why };
  };
};

type Get = ReturnType<typeof getter>;

/** Follows the links that lead from the address a reader is shown to the page itself. Gives its address. */
const arrive = async (page: Page, get: Get): Promise<string | NotObtained> => {
  let url = page.url;
  for (const { link, nth } of page.follow ?? []) {
    const step = await get(url);
    if ('state' in step) return step;
    const next = linkIn(step.body, step.contentType, step.url, link, nth);
    if (next === null)
      return {
        state: 'refused',
        detail: `no ${nth === undefined ? '' : `${nth}. `}link on ${step.url} matches ${link}`,
      };
    url = next;
  }
  return url;
};

/** All pages of a paged list, as many as its printed total asks for. */
const fetchPaged = async (
  url: string,
  paging: NonNullable<Page['paging']>,
  get: Get,
): Promise<readonly ObtainedPage[] | NotObtained> => {
  const parts: ObtainedPage[] = [];
  let pages = 1;
  for (let number = 1; number <= pages; number += 1) {
    const part = await get(pageAddress(url, paging, number));
    if ('state' in part) return { ...part, detail: `part ${number}: ${part.detail}` };
    const total = printedTotal(part.body, paging.total);
    if (total === null) return { state: 'refused', detail: `part ${number}: ${paging.total} is not a count` };
    pages = Math.ceil(total / paging.size);
    if (pages > MOST_PAGES) return { state: 'refused', detail: `${total} rows announced in ${pages} pages` };
    parts.push(part);
  }
  return parts;
};

const fetchParts = async (
  needs: ObtainNeeds,
  { id, key }: Descriptor,
  page: Page,
  url: string,
  get: Get,
): Promise<readonly ObtainedPage[] | NotObtained> => {
  if (page.paging !== undefined) return fetchPaged(url, page.paging, get);
  const visit = (address: string) => needs.store.visit(id, address);
  if (page.askFor === 'operator-id') {
    const names = needs.keys?.[key?.variable ?? '']?.ids ?? [];
    return askByName({ url, names, visit, get });
  }
  const reader = needs.store.reader?.();
  if (page.askFor !== undefined && reader !== undefined) {
    const names = await namesToAsk(reader, page.askFor);
    return askByName({ url, names, visit, get });
  }
  const only = await get(url);
  return 'state' in only ? only : [only];
};

/** Obtains pages through the fetch room. Whatever goes wrong becomes the state of the run. */
export const obtainFetched =
  (needs: ObtainNeeds): Obtain =>
  async (descriptor, page): Promise<Obtained> => {
    const get = getter(needs, descriptor, page);
    const off = whyKeyOff(descriptor, needs.keys ?? {});
    if (off !== null) return { state: 'deferred', detail: off };
    const url = await arrive(page, get);
    if (typeof url !== 'string') return url;
    const parts = await fetchParts(needs, descriptor, page, url, get);
    if ('state' in parts) return parts;
    const [first, ...rest] = parts;
    if (first === undefined) return { state: 'refused', detail: 'the list has no first page' };
    return { state: 'obtained', ...first, rest };
  };
