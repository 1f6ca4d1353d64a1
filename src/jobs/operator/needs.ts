import type { Archive } from '../../archive/archive.ts';
import { LicetError } from '../../errors.ts';
import type { Source } from '../../harvest/catalogue.ts';
import { FollowsPacks } from '../../store/packs.ts';
import type { DemandStore } from '../../store/service/demand.ts';
import type { PendingCaptureStore } from '../../store/service/pending-captures.ts';
import type { WatchStore } from '../../store/service/watches.ts';
import { suggestByEditDistance } from '../../text/edit-distance.ts';
import type { OperatorStore, RecordNeeds } from '../captures/record-rows.ts';
import { LeaseTaken, withLease } from '../lease-guard.ts';

/** What the jobs of the operator worker are done with. */
export type JobNeeds = Readonly<{
  store: OperatorStore;
  archive: Archive;
  /** Captures that wait for a second person. */
  pending: PendingCaptureStore;
  watches: Pick<WatchStore, 'watchedInstitutions'>;
  demand: Pick<DemandStore, 'most' | 'of'>;
  sources: readonly Source[];
  /** The name under which the job takes the lease. */
  holder: string;
  /** Told when looking is over and writing begins. */
  stage?: (() => void) | undefined;
}>;

/** The source with this id. Throws LICET_UNKNOWN_SOURCE, which suggests similar ids. */
export const pick = ({ sources }: JobNeeds, id: string): Source => {
  const found = sources.find(({ descriptor }) => descriptor.id === id);
  if (found !== undefined) return found;
  const like = suggestByEditDistance(
    id,
    sources.map(({ descriptor }) => descriptor.id),
  );
  const field = { field: '/source', problem: 'is not the id of a source', expected: 'an id of /v1/sources' };
  throw new LicetError('LICET_UNKNOWN_SOURCE', undefined, [
    like.length === 0 ? field : { ...field, nearest: like },
  ]);
};

/**
 * Does an operator's writing under the lease. Throws LICET_BUSY when another process or thread holds it, LICET_CANNOT_DECIDE where the
 * registry is taken from packs.
 */
export const withOperatorLease = <T>(
  { store, holder, stage }: JobNeeds,
  now: Date,
  work: () => Promise<T>,
): Promise<T> => {
  stage?.();
  return withLease({ store, clock: () => now, holder }, work).catch((cause: unknown) => {
    if (cause instanceof FollowsPacks) throw new LicetError('LICET_CANNOT_DECIDE', `${cause.message}.`);
    throw cause instanceof LeaseTaken ? new LicetError('LICET_BUSY', `${cause.message}.`) : cause;
  });
};

/** What rows are recorded with in an operator's name. */
export const recordNeeds = (needs: JobNeeds, now: Date): RecordNeeds => ({
  store: needs.store,
  archive: needs.archive,
  pending: needs.pending,
  underLease: (work) => withOperatorLease(needs, now, work),
});
