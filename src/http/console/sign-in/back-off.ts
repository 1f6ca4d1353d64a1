import { grownCache } from '../../../text/grown-cache.ts';

/** Tries of one name before it has to wait; a person mistypes that often. */
const FREE = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Names that are remembered; each forgotten one cost 0.3 s of checking. */
const MOST_NAMES = 10_000;

/** Tries of a name that came to nothing, and until when the next has to wait. */
type Tries = Readonly<{ count: number; until: number }>;

type BackOff = Readonly<{
  /** Counts a try before it is looked at; the seconds to wait where it may not be looked at, else 0. */
  begin(name: string, nowMs: number): number;
  /** Takes a try back that was begun and never looked at. */
  takeBack(name: string): void;
  /** Forgets the tries of a name that signed in. */
  succeeded(name: string): void;
}>;

/**
 * Makes passwords wait that are tried under one name, whoever tries them: from the sixth try on 30 seconds, then twice as long each
 * time, up to a quarter of an hour. Names that nobody bears wait alike. Passkeys never wait.
 */
export const createBackOff = (): BackOff => {
  const tries = grownCache<Tries>(MOST_NAMES);
  return {
    begin: (name, nowMs) => {
      const { count, until } = tries.get(name) ?? { count: 0, until: 0 };
      if (nowMs < until) return Math.ceil((until - nowMs) / 1000);
      const over = count + 1 - FREE;
      const wait = over < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS);
      tries.set(name, { count: count + 1, until: nowMs + wait });
      return 0;
    },
    takeBack: (name) => {
      const { count } = tries.get(name) ?? { count: 0 };
      if (count > 1) tries.set(name, { count: count - 1, until: 0 });
      else tries.delete(name);
    },
    succeeded: (name) => void tries.delete(name),
  };
};
