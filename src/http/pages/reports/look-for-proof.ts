import type { Config } from '../../../config.ts';
import { lookForToken, type ProofState } from '../../badge/proof.ts';
import type { SiteDeps } from '../deps.ts';

/** Looks on a website for the token that its owner was asked to put there. */
export type LookForProof = (site: Readonly<{ domain: string; token: string }>) => Promise<ProofState>;

/** Gives what looks through the fetch room and its manners; null where this installation opens no address outside. */
export const tokenLooker = ({
  clock,
  config,
}: Pick<SiteDeps, 'clock'> & { config: Config }): LookForProof | null => {
  if (!config.fetch) return null;
  return async (site) => {
    const [{ openFetcher }, { createTxtLookup }] = await Promise.all([
      import('../../../fetch/open-fetcher.ts'),
      import('../../../fetch/txt.ts'),
    ]);
    const fetcher = openFetcher({ contact: config.contact, clock });
    return lookForToken(site, { get: fetcher.get, txt: createTxtLookup() }).finally(fetcher.close);
  };
};
