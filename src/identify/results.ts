import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';

/** Most candidates an answer lists. */
export const MAX_CANDIDATES = 10;

/** Score of a candidate that its website or its address chose among several. */
export const CHOSEN = 0.97;

type Candidates = Identification['candidates'];

export const roundScore = (value: number): number =>
  Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

/** Nobody on record is settled on; `candidates` are suggestions. */
export const noMatch = (why: readonly Reason[], candidates: Candidates = []): Identification => ({
  match: 'none',
  score: 0,
  why,
  id: null,
  candidates: candidates.slice(0, MAX_CANDIDATES),
});

/** Two or more could be meant: candidates and no verdict. A single one that is not settled is a suggestion (`none`). */
export const ambiguousMatch = (why: readonly Reason[], candidates: Candidates): Identification =>
  candidates.length < 2
    ? noMatch(why, candidates)
    : {
        match: 'ambiguous',
        score: candidates[0]?.score ?? 0,
        why,
        id: null,
        candidates: candidates.slice(0, MAX_CANDIDATES),
      };

/** A choice among those who bear a name. */
export const severalBear = (name: string, candidates: Candidates): Identification =>
  ambiguousMatch([reason('name.several', { name, count: candidates.length })], candidates);

/** Candidates for a number and a name, or two numbers, that do not fit together: who holds what, and no verdict. */
export const conflictingHolders = (
  why: readonly Reason[],
  holders: readonly Readonly<{ id: string; why: Reason }>[],
): Identification => {
  const candidates = holders.map(({ id, why: one }) => ({ id, score: 0, why: [one] }));
  return candidates.length === 1 ? noMatch(why, candidates) : ambiguousMatch(why, candidates);
};

/** Not itself on record: a branch of a known institution, or a name that borrows a famous word; whose, in `candidates`. */
export const unmatched = (
  match: 'lookalike' | 'branch-not-on-record',
  why: readonly Reason[],
  candidates: Candidates,
): Identification => ({ match, score: 0, why, id: null, candidates: candidates.slice(0, MAX_CANDIDATES) });

/** Exactly one institution is meant, by its name. */
export const strongMatch = (id: string, score: number, why: readonly Reason[]): Identification => ({
  match: 'strong',
  score: roundScore(score),
  why,
  id,
  candidates: [],
});

export const exactMatch = (id: string, why: readonly Reason[]): Identification => ({
  match: 'exact',
  score: 1,
  why,
  id,
  candidates: [],
});

/** Whom an answer means, as what stands beside another one: the institution that it settles on, else those to choose from. */
export const meantBy = ({ id, score, why, candidates }: Identification): Candidates =>
  id === null ? candidates : [{ id, score, why }];

/** Whether a reason says that a name is borne as it was asked. */
export const saysEqual = ({ code }: Reason): boolean => /^name\.[a-z]+\.equal$/.test(code);

/**
 * Whether an answer settles on this institution, or holds it for one of several that bear the very name: not for what a part of it, a firm or an
 * imitation is called after.
 */
export const couldMean = ({ id: found, match, why, candidates }: Identification, id: string): boolean =>
  found === id ||
  ((match === 'ambiguous' || why.some(({ code }) => code === 'name.nearest')) &&
    candidates.some((one) => one.id === id && one.why.some(saysEqual)));
