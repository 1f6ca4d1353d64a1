import { Resolver } from 'node:dns/promises';

/** `none`: the name exists without such a record, or not at all · `unreachable`: the name servers did not answer. */
type TxtAnswer =
  | Readonly<{ state: 'found'; records: readonly string[] }>
  | Readonly<{ state: 'none' | 'unreachable' }>;

export type LookUpTxt = (name: string) => Promise<TxtAnswer>;

/** What name servers say when there is nothing to be found, as opposed to when they say nothing. */
const NONE: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);
const TIMEOUT_MS = 3000;

/**
 * Looks TXT records up with the name servers of this machine. Never throws for what a name server does.
 * @param servers others to ask, `address:port`: for tests, which pass them in code
 */
export const createTxtLookup = (servers?: readonly string[]): LookUpTxt => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return (name) =>
    resolver.resolveTxt(name).then(
      (records): TxtAnswer => ({ state: 'found', records: records.map((parts) => parts.join('')) }),
      (error: NodeJS.ErrnoException): TxtAnswer => ({
        state: NONE.has(error.code ?? '') ? 'none' : 'unreachable',
      }),
    );
};
