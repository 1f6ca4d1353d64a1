import { reason } from '../../schema/reason.ts';
import type { Reason } from '../../schema/verdict.ts';
import type { NameHit } from '../store/registry-reader.ts';
import { type AskedPlace, type PlaceFit, placeFit, placeText } from './asked-place.ts';

/** One institution with the best of its names that were hit. */
export type NameCandidate = Readonly<{
  id: string;
  hit: NameHit;
  /** Every name of it that was hit. */
  names: readonly string[];
  fit: PlaceFit;
  /** Probability that this is the one meant, by the name alone, 0–1. */
  score: number;
  why: readonly Reason[];
}>;

const BY_KIND: Readonly<Record<string, readonly [string, number]>> = {
  legal: ['name.legal.equal', 0.999],
  second: ['name.second.equal', 0.996],
  english: ['name.english.equal', 0.99],
  former: ['name.former.equal', 0.985],
  alias: ['name.alias.equal', 0.98],
  translation: ['name.translation.equal', 0.97],
};

const rate = (hit: NameHit): readonly [string, number] =>
  hit.form === 'short' ? ['name.short.equal', 0.975] : (BY_KIND[hit.nameKind] ?? ['name.alias.equal', 0.98]);

const placeReasons = (fit: PlaceFit, asked: AskedPlace, hit: NameHit): Reason[] => {
  if (fit === 'not-asked') return [];
  if (fit === 'agrees') return [reason('place.agrees', { place: placeText(asked) })];
  if (fit === 'unknown') return [reason('place.unknown', { asked: placeText(asked) })];
  return [reason('place.differs', { asked: placeText(asked), registered: placeText(hit) })];
};

const candidateOf = (hit: NameHit, asked: AskedPlace): NameCandidate => {
  const [code, score] = rate(hit);
  const fit = placeFit(asked, hit);
  const why = [reason(code, { name: hit.name }), ...placeReasons(fit, asked, hit)];
  return {
    id: hit.institution,
    hit,
    names: [hit.name],
    fit,
    score: fit === 'unknown' ? score - 0.03 : score,
    why,
  };
};

/** A translation of ours counts only where nobody bears the words as a name. */
const bornNames = (hits: readonly NameHit[]): readonly NameHit[] => {
  const born = hits.filter(({ nameKind }) => nameKind !== 'translation');
  return born.length > 0 ? born : hits;
};

/** Hits gathered by institution, the best name of each; best first, then by id, so that the same question gives the same order. */
export const gatherCandidates = (hits: readonly NameHit[], asked: AskedPlace): NameCandidate[] => {
  const best = new Map<string, NameCandidate>();
  for (const hit of bornNames(hits)) {
    const one = candidateOf(hit, asked);
    const before = best.get(one.id);
    const names = [...(before?.names ?? []), hit.name];
    best.set(one.id, { ...(before === undefined || before.score < one.score ? one : before), names });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
};

/** Candidates that the place leaves: those elsewhere are dropped; where some agree, those without a place are dropped too. */
export const narrowByPlace = (candidates: readonly NameCandidate[]): NameCandidate[] => {
  const possible = candidates.filter((one) => one.fit !== 'differs');
  const agreeing = possible.filter((one) => one.fit === 'agrees');
  return agreeing.length > 0 ? agreeing : possible;
};
