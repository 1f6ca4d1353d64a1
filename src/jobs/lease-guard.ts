import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { LeaseState, Leases } from '../store/leases.ts';

/** Thrown when another process or thread holds the lease; the message names it and says until when. */
export class LeaseTaken extends Error {
  override readonly name = 'LeaseTaken';
}

/** What the lease is kept with. */
type LeaseNeeds = Readonly<{
  store: Leases;
  clock: () => Date;
  /** Who takes it: a name of `leaseHolder`. */
  holder: string;
  /** Which one; that of harvests where nothing is said. */
  name?: LeaseName;
  /** How long it lasts unless it is renewed, in milliseconds; ten minutes when left out. */
  forMs?: number;
}>;

/**
 * `harvest`: whoever writes editions or publishes a generation holds it. `packs`: whoever makes packs, which a night does not wait for.
 * `names`, `answers`: whoever builds the names index, or answers names ahead, for all servers of a database.
 */
const DOING = {
  harvest: 'harvesting',
  packs: 'making packs',
  names: 'building the names index',
  answers: 'answering names ahead',
} as const;
export type LeaseName = keyof typeof DOING;
export const leaseNames = Object.keys(DOING) as readonly LeaseName[];

/** How long the lease of a killed process keeps the others waiting, in milliseconds. */
const LEASE_MS = 600_000;
/** A lease is renewed ten times while it lasts. */
const RENEWALS = 10;

/** A name for one holder of the lease: this machine, this process, what it is for, and this attempt. */
export const leaseHolder = (purpose?: string): string =>
  [hostname(), process.pid, ...(purpose === undefined ? [] : [purpose]), randomUUID().slice(0, 8)].join(':');

/** The lease as last written, even if its time has run out; undefined when nobody holds it. */
export const heldLease = (
  store: Pick<Leases, 'lease'>,
  name: LeaseName = 'harvest',
): Promise<LeaseState | undefined> => store.lease(name);

/** True for a lease that ends later than any lease taken by now could: it was stamped by a clock that ran fast. */
export const isFromTheFuture = ({ expiresAt }: LeaseState, now: Date): boolean =>
  Date.parse(expiresAt) - now.getTime() > LEASE_MS;

/** Says who holds a lease, and until when; `how`: what else there is to say. */
export const leaseTaken = (
  { holder, takenAt, expiresAt }: LeaseState,
  name: LeaseName,
  how = '',
): LeaseTaken =>
  new LeaseTaken(
    `${holder} has been ${DOING[name]} since ${takenAt}; its lease ends by ${expiresAt} at the latest${how}`,
  );

const refuse = async ({ store, clock, name = 'harvest' }: LeaseNeeds): Promise<never> => {
  const other = await heldLease(store, name);
  const how =
    other !== undefined && isFromTheFuture(other, clock())
      ? `, which is longer than a lease lasts: a clock is or was wrong; see licet harvest break-lease${name === 'harvest' ? '' : ` --of ${name}`}`
      : '';
  throw other === undefined
    ? new LeaseTaken('another process is writing to this registry')
    : leaseTaken(other, name, how);
};

/** Releases the lease of a holder that cannot do so any more, since its thread was ended or an operator says so. Another holder's lease stays. */
export const releaseLease = (
  store: Pick<Leases, 'dropLease'>,
  holder: string,
  name: LeaseName = 'harvest',
): Promise<void> => store.dropLease(name, holder);

/**
 * Does `work` while holding the lease, so that no other process or thread does what it is for on the same registry. The lease is renewed ten
 * times while it lasts; `held` turns false when it was lost all the same (after a sleep of the machine, for example). Throws LeaseTaken when
 * another holder has it.
 */
export const withLease = async <T>(
  needs: LeaseNeeds,
  work: (held: () => boolean) => Promise<T>,
): Promise<T> => {
  const { store, clock, holder, name = 'harvest', forMs = LEASE_MS } = needs;
  const take = () => store.takeLease({ name, holder, now: clock(), forMs });
  if (!(await take())) return refuse(needs);
  let mine = true;
  const renewal = setInterval(() => {
    take().then(
      (still) => {
        mine = still;
      },
      // Our own long transaction can make one renewal fail; the lease outlasts ten of them.
      () => undefined,
    );
  }, forMs / RENEWALS);
  renewal.unref();
  try {
    return await work(() => mine);
  } finally {
    clearInterval(renewal);
    await releaseLease(store, holder, name);
  }
};
