import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import type { Meant } from './hits.ts';

/** Most candidates an answer lists. */
export const MAX_CANDIDATES = 10;

type Candidates = Identification['candidates'];

const round = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

/** Candidates share what one of them can be sure of. */
export const candidatesOf = (meant: readonly Meant[]): Candidates =>
  meant
    .slice(0, MAX_CANDIDATES)
    .map((one) => ({ id: one.id, score: round(one.score / Math.max(2, meant.length)), why: one.why }));

export const nobody = (why: readonly Reason[], candidates: Candidates = []): Identification => ({
  match: 'none',
  score: 0,
  why,
  id: null,
  candidates,
});

/** Two or more could be meant, or one that is not settled: candidates, no verdict. */
export const unsettled = (why: readonly Reason[], meant: readonly Meant[]): Identification => {
  const candidates = candidatesOf(meant);
  return { match: 'ambiguous', score: candidates[0]?.score ?? 0, why, id: null, candidates };
};

export const several = (
  name: string,
  meant: readonly Meant[],
  more: readonly Reason[] = [],
): Identification => unsettled([reason('name.several', { name, count: meant.length }), ...more], meant);

export const lookalike = (why: readonly Reason[], meant: readonly Meant[]): Identification => ({
  match: 'lookalike',
  score: 0,
  why,
  id: null,
  candidates: candidatesOf(meant),
});

/** Exactly one institution answers to the name. */
export const strong = (one: Meant, more: readonly Reason[] = []): Identification => ({
  match: 'strong',
  score: round(one.score),
  why: [...one.why, ...more],
  id: one.id,
  candidates: [],
});

export const exact = (id: string, why: readonly Reason[]): Identification => ({
  match: 'exact',
  score: 1,
  why,
  id,
  candidates: [],
});
