import type { Leases } from '../store/leases.ts';

/** Another process harvests now. `until`: when its turn runs out unless it goes on. */
export class TurnTaken extends Error {
  override readonly name = 'TurnTaken';
}

type TurnNeeds = Readonly<{
  store: Leases;
  clock: () => Date;
  /** Names this process, one of its threads and this attempt. */
  holder: string;
}>;

const NAME = 'harvest';
/** A killed process holds up the others no longer than this. */
export const TURN_MS = 600_000;
const BEAT_MS = 60_000;

const refuse = async ({ store }: TurnNeeds): Promise<never> => {
  const other = await store.lease(NAME);
  throw new TurnTaken(
    other === undefined
      ? 'another process is writing to this registry'
      : `${other.holder} has been harvesting since ${other.takenAt}; its turn ends by ${other.expiresAt} at the latest`,
  );
};

/** Lets go of the turn of a thread that was ended in the middle of its work. */
export const dropTurn = (store: Pick<Leases, 'dropLease'>, holder: string): Promise<void> =>
  store.dropLease(NAME, holder);

/**
 * Does `work` while no other process harvests the same registry. Throws TurnTaken when one does. The turn is renewed
 * while the work goes on; `goOn` turns false when it was lost all the same.
 */
export const inTurn = async <T>(needs: TurnNeeds, work: (goOn: () => boolean) => Promise<T>): Promise<T> => {
  const { store, clock, holder } = needs;
  const take = () => store.takeLease({ name: NAME, holder, now: clock(), forMs: TURN_MS });
  if (!(await take())) return refuse(needs);
  let mine = true;
  const beat = setInterval(() => {
    take().then(
      (still) => {
        mine = still;
      },
      // Our own long transaction keeps the beat waiting; the next one will do.
      () => undefined,
    );
  }, BEAT_MS);
  beat.unref();
  try {
    return await work(() => mine);
  } finally {
    clearInterval(beat);
    await store.dropLease(NAME, holder);
  }
};
