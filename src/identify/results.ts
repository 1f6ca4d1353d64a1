import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import type { NameCandidate } from './name-candidate.ts';

/** Most candidates an answer lists. */
export const MAX_CANDIDATES = 10;

type Candidates = Identification['candidates'];

const round = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;

/** How often the first of several that bear one name was the one meant (bench/names, half A); the others share the rest. */
const FIRST = 0.7;

/** Candidates of an answer, the likeliest first: the first gets `FIRST` of its score, the others share the rest. */
export const candidatesOf = (meant: readonly NameCandidate[]): Candidates =>
  meant.slice(0, MAX_CANDIDATES).map((one, at) => {
    const part = at === 0 ? FIRST : (1 - FIRST) / (meant.length - 1);
    return { id: one.id, score: round(one.score * (meant.length === 1 ? 0.5 : part)), why: one.why };
  });

export const noMatch = (why: readonly Reason[], candidates: Candidates = []): Identification => ({
  match: 'none',
  score: 0,
  why,
  id: null,
  candidates,
});

/** Two or more could be meant, or one that is not certain: candidates and no verdict. */
export const ambiguousMatch = (why: readonly Reason[], meant: readonly NameCandidate[]): Identification => {
  const candidates = candidatesOf(meant);
  return { match: 'ambiguous', score: candidates[0]?.score ?? 0, why, id: null, candidates };
};

export const severalBearName = (
  name: string,
  meant: readonly NameCandidate[],
  more: readonly Reason[] = [],
): Identification => ambiguousMatch([reason('name.several', { name, count: meant.length }), ...more], meant);

export const lookalikeMatch = (why: readonly Reason[], meant: readonly NameCandidate[]): Identification => ({
  match: 'lookalike',
  score: 0,
  why,
  id: null,
  candidates: candidatesOf(meant),
});

/** A match made a candidate, for this reason. */
export const downgradeToCandidate = (why: Reason, found: Identification): Identification => {
  if (found.id === null)
    return found.candidates.length > 0 ? { ...found, why: [why, ...found.why] } : noMatch([why]);
  const candidates = [{ id: found.id, score: round(found.score * 0.8), why: found.why }];
  return { match: 'ambiguous', score: candidates[0]?.score ?? 0, why: [why], id: null, candidates };
};

/** The candidates of the first answer, then those of the second, whose scores are lowered to the least of the first. */
export const appendCandidates = (first: Identification, then: Identification): Identification => {
  if (first.candidates.length === 0) return then;
  const known = new Set(first.candidates.map((one) => one.id));
  const least = Math.min(...first.candidates.map((one) => one.score));
  const more = then.candidates
    .filter((one) => !known.has(one.id))
    .map((one) => ({ ...one, score: Math.min(one.score, least) }));
  return { ...first, candidates: [...first.candidates, ...more].slice(0, MAX_CANDIDATES) };
};

/** Exactly one institution answers to the name. */
export const strongMatch = (one: NameCandidate, more: readonly Reason[] = []): Identification => ({
  match: 'strong',
  score: round(one.score),
  why: [...one.why, ...more],
  id: one.id,
  candidates: [],
});

export const exactMatch = (id: string, why: readonly Reason[]): Identification => ({
  match: 'exact',
  score: 1,
  why,
  id,
  candidates: [],
});
