import type { Descriptor } from '../../../schema/source.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import type { FetchRequest, FetchResult } from '../../fetch/result.ts';
import type { Credits } from '../../store/credits.ts';
import { budgetOf, costOf, creditMonth, type KeyUse } from './credits.ts';

type Needs = Readonly<{
  get: Fetcher['get'];
  credits: Credits;
  descriptor: Descriptor;
  use: KeyUse;
  now: () => Date;
}>;

const instead = (
  { url }: FetchRequest,
  now: Date,
  outcome: Readonly<{ state: 'deferred'; until: string; why: string } | { state: 'refused'; why: string }>,
): FetchResult => ({
  requestedUrl: url,
  url,
  retrievedAt: now.toISOString(),
  redirects: [],
  robots: null,
  ...outcome,
});

/** The first instant of the month after this one, in Asia/Shanghai. */
const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1, -8)).toISOString();
};

/** True when an answer contains the key, in its body or in an address it leads to: then nothing of it may be kept. */
const repeats = (result: FetchResult, key: string): boolean => {
  const steps = result.redirects.map(({ to }) => to);
  if ([result.url, ...steps].some((address) => address.includes(key))) return true;
  return result.state === 'fetched' && Buffer.from(result.bytes).includes(key);
};

/** Why an interface with a key refused: 401 and 403 are about the key or the credit, not a challenge for a person. */
const notLetIn = ({ status, why }: Extract<FetchResult, { state: 'challenged' }>): string =>
  status === 401
    ? 'status 401: the key was not accepted'
    : status === 403
      ? 'status 403: no credit is left in the account, or the key may not see this'
      : why;

/**
 * A `get` for an interface that wants a key. What an answer may cost is reserved before the request, so that neither a crash nor a
 * second process exceeds the month's budget, and corrected to its real cost afterwards. Without an answer the reserve stays spent:
 * whether it was charged is not known. The key is sent with the request and appears nowhere else.
 */
export const keyedGet =
  ({ get, credits, descriptor: { id, key }, use, now }: Needs) =>
  async (request: FetchRequest, kept?: Uint8Array): Promise<FetchResult> => {
    if (key === undefined) return get(request);
    const month = creditMonth(now());
    const { reserve = 1, header } = key;
    const budget = budgetOf(key, use);
    if (!(await credits.spend({ source: id, month, credits: reserve, budget }))) {
      const left = `what is left of the ${budget} credits of ${month} may not pay for another answer (up to ${reserve})`;
      return instead(request, now(), { state: 'deferred', until: nextMonth(month), why: left });
    }
    const result = await get({ ...request, secret: { header, value: use.key }, accept: 'application/json' });
    // An unchanged answer cost what the kept one did.
    const body =
      result.state === 'fetched' ? result.bytes : result.state === 'not-modified' ? kept : undefined;
    const cost = body === undefined ? reserve : costOf(key, body);
    await credits.correct(id, month, cost - reserve);
    if (repeats(result, use.key))
      return instead(request, now(), {
        state: 'refused',
        why: 'the answer repeats the key; nothing of it was kept',
      });
    return result.state === 'challenged'
      ? instead(request, now(), { state: 'refused', why: notLetIn(result) })
      : result;
  };
