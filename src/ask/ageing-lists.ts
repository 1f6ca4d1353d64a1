import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../schema/base.ts';
import type { Reference } from '../../schema/reference.ts';
import { authoritativeKinds } from '../../schema/source.ts';
import type { Reader } from '../store/registry-reader.ts';
import { addDays, daysBetween, shanghaiDay } from '../text/dates.ts';
import { editionAt } from '../verdict/evidence/edition-at.ts';
import { askAbout } from './ask.ts';

/** Days before a list stops deciding on which its operator is told, and told again. */
export const WARNED_AT = [30, 14, 3] as const;
/** Answers about so many institutions of a list are compared; of a longer list the first so many. */
const MOST_COMPARED = 5_000;
const AT_A_TIME = 100;

/** A list that still decides: the last day it may, how long that is, and what happens then. */
export type AgeingList = Readonly<{
  source: string;
  lastDay: Day;
  daysLeft: number;
  /** The warning reached: three quarters of its time are over, or so many days are left. */
  warning: 'three-quarters' | (typeof WARNED_AT)[number];
  /** Answers about its institutions that change the day after, when nothing newer comes; counted from 30 days before on. */
  answersAtStake: number | null;
}>;

type Told = Omit<AgeingList, 'answersAtStake'>;

const ageing = (reference: Reference, source: string, today: Day): Told | null => {
  const at = editionAt(reference, source, today);
  if (at === undefined || at.superseded || at.state !== 'fresh' || at.lastFreshDay === null) return null;
  const { evidenceKind, freshnessDays } = at.source.descriptor;
  if (!authoritativeKinds.includes(evidenceKind) || freshnessDays === null) return null;
  const daysLeft = daysBetween(today, at.lastFreshDay);
  const warned = WARNED_AT.filter((days) => daysLeft <= days).at(-1);
  if (warned === undefined && daysLeft * 4 > freshnessDays) return null;
  return { source, lastDay: at.lastFreshDay, daysLeft, warning: warned ?? 'three-quarters' };
};

const atStake = async (reader: Reader, { source, lastDay }: Told, now: Date): Promise<number> => {
  const ids = (await reader.institutionsOn?.(source)) ?? [];
  const after = new Date(`${addDays(lastDay, 1)}T04:00:00.000Z`);
  let count = 0;
  for (const [at, id] of ids.slice(0, MOST_COMPARED).entries()) {
    // Others are answered in between.
    if (at % AT_A_TIME === 0) await setImmediate();
    const dossier = await reader.dossier(id);
    if (dossier === undefined) continue;
    const outcomeOn = (day: Date) => askAbout(dossier, 'en', reader.reference, day).outcome;
    if (outcomeOn(now) !== outcomeOn(after)) count += 1;
  }
  return count;
};

const kept = new WeakMap<Reference, Map<Day, Promise<readonly AgeingList[]>>>();

const compute = async (reader: Reader, now: Date): Promise<readonly AgeingList[]> => {
  const today = shanghaiDay(now);
  const found = [...reader.reference.sources.keys()].flatMap((source) => {
    const told = ageing(reader.reference, source, today);
    return told === null ? [] : [told];
  });
  const lists: AgeingList[] = [];
  for (const told of found) {
    const near = told.warning !== 'three-quarters';
    lists.push({ ...told, answersAtStake: near ? await atStake(reader, told, now) : null });
  }
  return lists.sort((a, b) => a.daysLeft - b.daysLeft);
};

/**
 * The lists that will soon stop deciding, soonest first: from three quarters of their time on, then 30, 14 and 3 days before
 * (verdict.md §6). Counted once a day and generation.
 */
export const ageingLists = (reader: Reader, now: Date): Promise<readonly AgeingList[]> => {
  const day = shanghaiDay(now);
  const days = kept.get(reader.reference) ?? new Map<Day, Promise<readonly AgeingList[]>>();
  kept.set(reader.reference, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const made = compute(reader, now);
  days.clear();
  days.set(day, made);
  made.catch(() => days.delete(day));
  return made;
};
