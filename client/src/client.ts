import createFetchClient, { type Client } from 'openapi-fetch';
import { askAgain } from './ask-again.ts';
import { LicetProblem } from './problem.ts';
import type { components, paths } from './schema.ts';

export type Verdict = components['schemas']['Verdict'];
/** Who is meant, and what one wants to rely on it for. */
export type Question = components['schemas']['Question'];
export type Batch = components['schemas']['Batch'];
type Changes = paths['/v1/changes']['get']['responses'][200]['content']['application/json'];
export type Change = Changes['changes'][number];
type Rows = paths['/v1/batches/{id}/rows']['get']['responses'][200]['content']['application/json'];
export type BatchRow = Rows['rows'][number];
export type ResultFormat = 'xlsx' | 'csv' | 'json' | 'ndjson';

export type LicetOptions = Readonly<{
  /** Address of the service, e.g. https://licet.example */
  baseUrl: string;
  /** A partner's key, `licet_…`. Without one the small quota of anybody holds. */
  key?: string;
  /** Language of sentences; English where nothing is said. */
  lang?: 'en' | 'zh';
  /** How often a request is made again after 429 or 503, each after the time the service names. */
  retries?: number;
  /** Another fetch than the global one. */
  fetch?: typeof globalThis.fetch;
}>;

type ListOptions = Readonly<{
  /** What the list is called, in messages and in the result: hospitals.xlsx */
  file?: string;
  /** The same list under the same key is handed in once, however often this is called. */
  idempotencyKey?: string;
  /** A treatment or marks for every row that names none. */
  service?: string;
  claim?: readonly string[];
}>;

type Answered<T> = Readonly<{ data?: T; error?: unknown; response: Response }>;

const orThrow = <T>({ data, error, response }: Answered<T>): T => {
  if (data === undefined) throw new LicetProblem(response.status, error);
  return data;
};

/** Asks a service of Licet. Every method throws `LicetProblem` where it is refused. */
export class Licet {
  /** Every address of the service, typed; for what has no method here. */
  readonly api: Client<paths>;
  readonly #lang: 'en' | 'zh';

  constructor({ baseUrl, key, lang = 'en', retries = 2, fetch = globalThis.fetch }: LicetOptions) {
    this.#lang = lang;
    this.api = createFetchClient<paths>({
      baseUrl: new URL(baseUrl).href.replace(/\/$/, ''),
      fetch: askAgain(fetch, retries),
      headers: { 'accept-language': lang, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    });
  }

  /** May one rely on this institution, for this, today? */
  async verify(question: Question): Promise<Verdict> {
    const body = { lang: this.#lang, ...question };
    const answer = orThrow(await this.api.POST('/v1/verify', { body }));
    if ('answers' in answer) throw new TypeError('one question was asked, and several were answered');
    // The types of the fetch client leave out fields that are always null.
    return { practitioner: null, ...answer };
  }

  /** Hands in a list of hospitals as a file (XLSX, CSV, JSON, NDJSON); needs a key with the scope `batch`. */
  async addBatch(list: Uint8Array<ArrayBuffer> | string, options: ListOptions = {}): Promise<Batch> {
    const { idempotencyKey, claim, ...query } = options;
    const given = await this.api.POST('/v1/batches', {
      params: {
        query: { lang: this.#lang, ...query, ...(claim === undefined ? {} : { claim: [...claim] }) },
      },
      headers: {
        'content-type': 'application/octet-stream',
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: list as never,
      bodySerializer: (bytes: unknown) => bytes as Uint8Array<ArrayBuffer>,
    });
    return orThrow(given);
  }

  /** The rows of a list as they are answered, in order, until all are; asks again every `everyMs` milliseconds. */
  async *batchRows(id: string, everyMs = 2000): AsyncGenerator<BatchRow> {
    for (let after: number | null = 0; after !== null; ) {
      const page: Rows = orThrow(
        await this.api.GET('/v1/batches/{id}/rows', { params: { path: { id }, query: { after } } }),
      );
      yield* page.rows;
      after = page.next;
      const ended = ['done', 'cancelled', 'failed'].includes(page.batch.state);
      if (page.rows.length > 0) continue;
      if (ended) return;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  /** The same list with its answers, as a file. */
  async batchResult(id: string, format: ResultFormat = 'xlsx'): Promise<Uint8Array> {
    const bytes = await this.api.GET('/v1/batches/{id}/result', {
      params: { path: { id }, query: { format } },
      parseAs: 'arrayBuffer',
    });
    return new Uint8Array(orThrow(bytes));
  }

  /** The bytes of a kept page, as they were received. */
  async evidenceBytes(sha256: string): Promise<Uint8Array> {
    const bytes = await this.api.GET('/v1/evidence/{sha256}/bytes', {
      params: { path: { sha256 } },
      parseAs: 'arrayBuffer',
    });
    return new Uint8Array(orThrow(bytes));
  }

  /**
   * What changed in the registry since a cursor, without gaps.
   * @param since the cursor of the last change that was handled; '0' for all
   * @returns pages of changes, each with the cursor to keep once it is handled
   */
  async *changes(since = '0'): AsyncGenerator<Readonly<{ changes: readonly Change[]; cursor: string }>> {
    for (let at = since, more = true; more; ) {
      const page: Changes = orThrow(await this.api.GET('/v1/changes', { params: { query: { since: at } } }));
      yield { changes: page.changes, cursor: page.next };
      ({ next: at, more } = page);
    }
  }
}
