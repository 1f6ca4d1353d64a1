import type { Day, Region } from '../../../schema/base.ts';
import { conceptsIn } from './concept-places.ts';
import { asCheckable, type Checkable, findTerms } from './find.ts';
import { fold } from './fold.ts';
import { scopesOf } from './scopes.ts';
import { findWarnings, type Warning } from './signs.ts';

/**
 * Reads the text of an offer: every place that can be checked and every warning sign, each with its place in the text as sent.
 * @param day the day for which marks are judged
 * @param region where the institution stands; null when nobody is named
 */
export const readOffer = (
  original: string,
  where: Readonly<{ day: Day; region: Region | null }>,
): Readonly<{ spans: readonly Checkable[]; warnings: readonly Warning[] }> => {
  const folded = fold(original);
  const scopes = scopesOf(original, folded);
  const terms = findTerms(original, folded, scopes);
  return {
    spans: terms.map(asCheckable),
    warnings: findWarnings(
      { original, folded, scopes, terms, concepts: conceptsIn(original, folded) },
      where,
    ),
  };
};
