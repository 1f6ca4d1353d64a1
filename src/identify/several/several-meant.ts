import { reason } from '../../../schema/reason.ts';
import { isOfOtherHouse } from '../famous/borrowed.ts';
import { ambiguousMatch } from '../results.ts';
import { asCandidates, type Step, worthListing } from '../search.ts';

/** All candidates together, or the best of them, must be this likely for a choice to be offered. */
const TOGETHER = 0.4;
const BEST = 0.25;

/** Two or more could be meant: a choice of those that are worth listing. */
export const severalMeant: Step = (search) => {
  const listed = worthListing(search);
  const together = listed.reduce((sum, one) => sum + one.probability, 0);
  if (listed.length < 2 || (together < TOGETHER && (listed[0]?.probability ?? 0) < BEST)) return null;
  if (isOfOtherHouse(search.name, listed)) return null;
  // Where somebody bears the very name, it is not said that nobody does.
  const bear =
    listed.some((one) => one.key === 'whole') ||
    listed.every((one) => one.key === 'core' || one.key === 'short');
  const said = { name: search.name, count: listed.length };
  const why = reason(bear ? 'name.several' : 'name.similar-only', said);
  return ambiguousMatch([why], asCandidates(search, listed));
};
