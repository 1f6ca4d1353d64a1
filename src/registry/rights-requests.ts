import { type Day, day } from '../../schema/base.ts';
import { rightsRules } from '../../schema/rights-request.ts';
import { personalNumberIn } from '../identifiers/personal-number.ts';
import type { RightsRequest, RightsRequestStore } from '../store/service/rights-requests.ts';
import { addDays, daysBetween, shanghaiDay } from '../text/dates.ts';

const DAY_MS = 86_400_000;

/** The longest words of a sender, and of an operator who answers, in characters. */
export const MOST_REQUEST_TEXT = 1_000;
export const MOST_REQUEST_ANSWER = 2_000;

/** A run of 15 digits is the number of a practising certificate 医师执业证书编码, whatever else it may be. */
const CERTIFICATE = /(?<!\d)\d{15}(?!\d)/;

/** Whether words hold a number that says who somebody is: it is kept nowhere in plain letters. */
export const namesSomebody = (text: string): boolean =>
  personalNumberIn(text) !== null || CERTIFICATE.test(text.normalize('NFKC'));

/** Requests that may wait: each takes an operator's time, so that nobody may leave them thousands. */
export const MOST_WAITING_REQUESTS = 1_000;

/** The last day on which a request that came in at this instant may be answered. */
const dueOf = (now: Date): Day => addDays(shanghaiDay(now), rightsRules.deadline.days);

/** When a request came in and by when it is due, for one that was received on this day; null for no day, or one to come. */
export const newRightsRequest = (
  receivedOn: string,
  now: Date,
): Readonly<{ at: string; dueOn: Day }> | null => {
  if (!day.safeParse(receivedOn).success || receivedOn > shanghaiDay(now)) return null;
  const at = receivedOn === shanghaiDay(now) ? now : new Date(`${receivedOn}T12:00:00+08:00`);
  return { at: at.toISOString(), dueOn: dueOf(at) };
};

/** How a request stands on a day: its last day is over, or comes within a week, or is further off. */
export type DueState = 'overdue' | 'soon' | 'in-time';

/** Judges the last day of a request that waits, in Asia/Shanghai. */
export const dueStateOf = (dueOn: Day, now: Date): DueState => {
  const left = daysBetween(shanghaiDay(now), dueOn);
  if (left < 0) return 'overdue';
  return left <= rightsRules.deadline.soonDays ? 'soon' : 'in-time';
};

/** Why a request cannot be put off: it is closed, was put off before, or its last day is over (GDPR art. 12(3)). */
type NoExtension = 'closed' | 'extended-before' | 'overdue';

/** Whether a request may be put off; null where it may. */
export const whyNoExtension = (request: RightsRequest, now: Date): NoExtension | null => {
  if (request.state !== 'waiting') return 'closed';
  if (request.extendedBecause !== null) return 'extended-before';
  return dueStateOf(request.dueOn, now) === 'overdue' ? 'overdue' : null;
};

/** Puts the last day off by the days that the law leaves; gives why it could not be, else null. */
export const extendRequest = async (
  store: Pick<RightsRequestStore, 'extend'>,
  request: RightsRequest,
  because: string,
  now: Date,
): Promise<NoExtension | null> => {
  const why = whyNoExtension(request, now);
  if (why !== null) return why;
  const until = addDays(request.dueOn, rightsRules.deadline.extensionDays);
  return (await store.extend(request.id, because, until)) ? null : 'closed';
};

/** Removes closed requests that were kept as long as their senders may read the answer; gives how many. */
export const forgetClosedRequests = (
  store: Pick<RightsRequestStore, 'forgetClosed'>,
  now: Date,
): Promise<number> =>
  store.forgetClosed(new Date(now.getTime() - rightsRules.keptDays * DAY_MS).toISOString());
