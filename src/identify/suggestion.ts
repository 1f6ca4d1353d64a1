import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import { noMatch } from './results.ts';
import { asCandidates, type Search } from './search.ts';

/** Below this an institution is not worth listing. */
export const WORTH_LISTING = 0.02;
/** An institution elsewhere than the place stated beside the name is listed from here on. */
const ELSEWHERE = 0.25;
/**
 * From here on the first candidate is offered as what may have been meant. Of names whose institution is on record and that nobody
 * is settled on, two of three that lie between this and 0.2 mean it, and nine of ten above (bench/names, 2026-11-28).
 */
const DID_YOU_MEAN = 0.1;

/** The candidates that are worth listing, likeliest first. */
export const worthListing = ({ likely }: Likelihoods): readonly Likely[] =>
  likely.filter((one) => one.probability >= WORTH_LISTING);

/** What comes nearest: who could be meant, else who bears the name elsewhere. */
const nearest = (found: Likelihoods): readonly Likely[] => {
  const listed = worthListing(found);
  return listed.length > 0 ? listed : found.elsewhere.filter((one) => one.probability >= ELSEWHERE);
};

/** Nobody is settled on; who comes nearest is offered (`name.nearest`), and is never an answer. */
export const nobodyFound = (search: Search, found: Likelihoods): Identification => {
  const { name, finder } = search;
  const [best] = found.likely;
  const offered =
    best !== undefined && best.probability >= DID_YOU_MEAN
      ? [reason('name.nearest', { known: finder.index.names.at(best.name), id: best.id })]
      : [];
  return noMatch([reason('name.not-found', { name }), ...offered], asCandidates(search, nearest(found)));
};
