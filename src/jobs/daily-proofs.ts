import type { Clock } from '../clock.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { createTxtLookup } from '../fetch/txt.ts';
import { proveSites } from '../http/badge/proof.ts';
import { waitingBounds } from '../http/badge/sites.ts';
import { openServiceState } from '../store/open-store.ts';
import { shanghaiDay } from '../text/dates.ts';

/**
 * Gives the function that checks whether every partner's domain still shows its proof, and forgets domains that have waited for
 * theirs too long. It does so at its first call on a day in Asia/Shanghai; further calls on that day do nothing.
 * @param dir the data folder
 */
export const openDailyProofs = (
  dir: string,
  clock: Clock,
): ((fetcher: Pick<Fetcher, 'get'>) => Promise<void>) => {
  const txt = createTxtLookup();
  let done = '';
  return async ({ get }) => {
    const today = shanghaiDay(clock());
    if (done === today) return;
    done = today;
    const state = openServiceState(dir);
    const look = async (): Promise<void> => {
      await state.sites.forgetWaiting(waitingBounds(today).forgetBefore);
      await proveSites(state.sites, { get, txt }, clock());
    };
    await look().finally(state.close);
  };
};
