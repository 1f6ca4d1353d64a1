import type { Config } from '../../../../config.ts';
import { type ProofState, proveSites } from '../../../badge/proof.ts';
import type { SiteDeps } from '../../deps.ts';

/** Looks for the proof of one domain now, as every night does; null where there is nothing to look for. */
export type CheckNow = (domain: string) => Promise<ProofState | null>;

/** Gives what looks for proofs through the fetch room and its manners; null where this installation opens no address outside. */
export const proofLooker = (
  { state, clock }: Pick<SiteDeps, 'state' | 'clock'>,
  config: Config,
): CheckNow | null => {
  if (!config.fetch) return null;
  return async (domain) => {
    const [{ openFetcher }, { createTxtLookup }] = await Promise.all([
      import('../../../../fetch/open-fetcher.ts'),
      import('../../../../fetch/txt.ts'),
    ]);
    const fetcher = openFetcher({ contact: config.contact, clock });
    const prover = { get: fetcher.get, txt: createTxtLookup() };
    const [look] = await proveSites(state().sites, prover, clock(), domain).finally(fetcher.close);
    return look?.state ?? null;
  };
};
