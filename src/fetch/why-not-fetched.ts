import type { FetchResult } from './result.ts';

/** What the short words of refusals mean for the person who named the address. */
const plain: Readonly<Record<string, string>> = {
  'private-address':
    'the address lies on this machine or in a private network, which is never opened; name the one that others reach it by',
  'plain HTTP without an exception of the source':
    'the address is plain HTTP; name one that begins with https://',
};

/** Why an address that a person named was not fetched, in words for them. */
export const whyNotFetched = (result: Exclude<FetchResult, { state: 'fetched' }>): string =>
  'why' in result ? (plain[result.why] ?? result.why) : result.state;
