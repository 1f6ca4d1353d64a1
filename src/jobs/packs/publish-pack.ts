import about from '../../../package.json' with { type: 'json' };
import type { Source } from '../../harvest/catalogue.ts';
import { openKeys } from '../../http/badge/keys.ts';
import { makePack, packOf } from '../../packs/make-pack.ts';
import { type ShelvedPack, shelfFolder } from '../../packs/pack-shelf.ts';
import type { PackSource } from '../../store/packs.ts';
import type { ServiceState } from '../../store/service/service-state.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import type { Registry } from '../data-folder.ts';
import { leaseHolder, withLease } from '../lease-guard.ts';
import { withTravellingRegistry } from './travelling-registry.ts';

type PublishNeeds = Readonly<{
  registry: Pick<Registry, 'store' | 'archive'>;
  state: Pick<ServiceState, 'signingKeys'>;
  sources: () => Promise<readonly Source[]>;
  data: string;
  clock: () => Date;
  /** Public address of this installation. */
  publisher: string | null;
}>;

/** The packs of the newest generation; `made` is false where they lay on the shelf already. */
type Published = Readonly<{ full: ShelvedPack; delta: ShelvedPack | null; made: boolean }>;

const publish = async (store: PackSource, needs: PublishNeeds): Promise<Published> => {
  const { registry, state, data, clock, publisher } = needs;
  const shelf = shelfFolder(data);
  const { generation, layout } = await store.readPack(async (rows) => rows);
  const known = await packOf(shelf, generation, layout);
  if (known !== null) return { full: known, delta: null, made: false };
  const keys = openKeys(() => state.signingKeys, 'receipt', clock);
  const { generation: own, reference } = registry.store.reader();
  const made = await makePack({
    store,
    archive: registry.archive,
    shelf,
    signer: await keys.signing(),
    keys: (await keys.jwks()).keys,
    publisher,
    madeBy: `licet ${about.version}`,
    policyVersion: POLICY_VERSION,
    own: { generation: own, registryHash: reference.registryHash },
  });
  return { ...made, made: true };
};

/**
 * Makes the packs of the newest generation, signed by the key of receipts, unless they are there. Only sources whose rights let their
 * rows be handed on travel. Throws LeaseTaken while another process makes them, CannotReplay where a registry without the others cannot
 * be built.
 */
export const publishPack = async (needs: PublishNeeds): Promise<Published> => {
  const { registry, sources, data, clock } = needs;
  const lease = { store: registry.store, clock, holder: leaseHolder('packs'), name: 'packs' } as const;
  return withLease(lease, async () => {
    await registry.store.refresh();
    return withTravellingRegistry({ ...registry, sources, data }, (store) => publish(store, needs));
  });
};
