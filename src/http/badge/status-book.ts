import { createHash } from 'node:crypto';
import { STATUS_ENTRIES } from '../../badge/status-list.ts';
import { LicetError } from '../../errors.ts';
import type { Stated, StatusEntry } from '../../store/service/status-places.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';
import type { SiteDeps } from '../pages/deps.ts';

/**
 * Statements that may have a place at once. Each that is in force is asked anew whenever the list is made, so their number is
 * bounded by what that may cost; a free place is found in a few steps in a list this empty.
 */
const MOST_STATED = 100_000;
/** Statements keep their places this long after a credential was last issued of them; it has ended after a day. */
const KEEP_DAYS = 30;

/** The same statement goes to the same place in every process and after every loss of the list. */
const wantedPlace = ({ institution, site, campus, ask, state, kid }: Stated): number =>
  createHash('sha256')
    .update(JSON.stringify([institution, site, campus, ask, state, kid]))
    .digest()
    .readUInt32BE(0) % STATUS_ENTRIES;

type StatusDeps = Pick<SiteDeps, 'state' | 'clock'>;

/** The place of a credential that is about to be issued. Throws LICET_STATUS_LIST_FULL where there is none. */
export const statusIndexOf = async ({ state, clock }: StatusDeps, stated: Stated): Promise<number> => {
  const today = shanghaiDay(clock());
  const bounds = { places: STATUS_ENTRIES, most: MOST_STATED, forgetBefore: addDays(today, -KEEP_DAYS) };
  const place = await state().statusPlaces.place({ ...stated, wanted: wantedPlace(stated), today }, bounds);
  if (place === null) throw new LicetError('LICET_STATUS_LIST_FULL');
  return place;
};

/** What credentials that may still be in force state: those of today and of yesterday. */
export const liveStatements = ({ state, clock }: StatusDeps): Promise<readonly StatusEntry[]> =>
  state().statusPlaces.issuedSince(addDays(shanghaiDay(clock()), -1));
