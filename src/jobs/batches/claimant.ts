import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Claimant } from '../../store/service/batches.ts';

/** A process, and where its number stands for it and no other one. */
type Place = Readonly<{ place: string; pid: number; id: string }>;

/** Runs of a machine and its containers count processes each for themselves: two of one name may both have a process 7. */
const placeOfNumbers = (): string => {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
};

const here: Place = { place: placeOfNumbers(), pid: process.pid, id: randomUUID() };

/** The claim of a process whose number says nothing here holds so long after its last sign of life. */
const CLAIM_MS = 60_000;

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Under which name this process claims a list, which no other one ever bears, and whether whoever claimed one is still at it: where its
 * number can be looked up, while it runs. `self`: another process than this one, for tests.
 */
export const claimantAt = (now: Date, { place, pid, id }: Place = here): Claimant => ({
  name: `${place} ${pid} ${id}`,
  at: now.toISOString(),
  isLive: (name, at) => {
    const [elsewhere, number] = name.split(' ');
    if (elsewhere === place) return Number(number) !== pid && runs(Number(number));
    return now.getTime() - Date.parse(at) < CLAIM_MS;
  },
});
