import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { respelled } from '../names/parse/respelled.ts';
import { hasHan } from '../text/han.ts';
import { SPELLED } from './model/ground.ts';
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

/** Whether two letters beside each other changed places, and nothing else (Longhau, Longhua). */
const isTransposed = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, next) => letter !== other[next]);
  const swapped = `${one.charAt(at + 1)}${one.charAt(at)}`;
  return at >= 0 && `${one.slice(0, at)}${swapped}${one.slice(at + 2)}` === other;
};

/** Whether one slip in the distinctive word is all that differs ("Huashang Hospital"). */
const isMistyped = ({ comparison: { conflicts, parts } }: Likely): boolean =>
  conflicts === 1 &&
  parts.some(
    ({ code, asked, found }) =>
      code === 'core.similar' || (code === 'core.differs' && isTransposed(asked, found)),
  );

const byStanding = (a: Likely, b: Likely): number =>
  (b.features.get('standing') ?? 0) - (a.features.get('standing') ?? 0);

/**
 * The best known of whom a name in Latin letters may be the name with one slip: real names differ so as well (Xuanhan, Xuanwu), so that none is
 * likely to be meant, and still it is what to ask about first.
 */
const mistyped = (name: string, { likely }: Likelihoods): readonly Likely[] =>
  hasHan(name) ? [] : likely.filter(isMistyped).toSorted(byStanding).slice(0, 1);

/** Its spelling or its sound is what agrees: it reads like a slip of the pen, be it ever so unlikely among so many names. */
const READS_ALIKE = [...SPELLED, 'sound.similar', 'core.similar', 'core.homophone'];
const MOST_ALIKE = 5;
const spelledAlike = ({ likely }: Likelihoods): readonly Likely[] =>
  likely.filter(({ features }) => READS_ALIKE.some((code) => features.has(code))).slice(0, MOST_ALIKE);

/** What comes nearest: who could be meant, else whose name is mistyped or reads alike, else who bears the name elsewhere. */
const nearest = (name: string, found: Likelihoods): readonly Likely[] => {
  const listed = worthListing(found);
  if (listed.length > 0) return listed;
  const slips = mistyped(name, found);
  if (slips.length > 0) return slips;
  const elsewhere = found.elsewhere.filter((one) => one.probability >= ELSEWHERE);
  return elsewhere.length > 0 ? elsewhere : spelledAlike(found);
};

/** Whether somebody is likely enough to be offered. */
export const offersSomebody = ({ likely: [best] }: Likelihoods): boolean =>
  best !== undefined && best.probability >= DID_YOU_MEAN;

/** Whose name it may be: the likeliest, else whose name is mistyped. */
const offeredBy = (name: string, found: Likelihoods): readonly Likely[] => {
  const likely = found.likely.slice(0, 1).filter((one) => one.probability >= DID_YOU_MEAN);
  return likely.length > 0 ? likely : mistyped(name, found);
};

/**
 * Nobody is settled on; who comes nearest is offered (`name.nearest`), and is never an answer. A name that is like nobody's is read once more with
 * its places spelled right.
 */
export const nobodyFound = (search: Search, found: Likelihoods): Identification => {
  const { name, place, finder } = search;
  const own = offeredBy(name, found);
  const [other] = (own.length > 0 ? [] : respelled(name))
    .map((right) => finder.likely(right, place))
    .filter((meant) => offeredBy(name, meant).length > 0)
    .toSorted((a, b) => (b.likely[0]?.probability ?? 0) - (a.likely[0]?.probability ?? 0));
  const kept = other ?? found;
  const offered = other === undefined ? own : offeredBy(name, other);
  return noMatch(
    [
      reason('name.not-found', { name }),
      ...offered.map((one) => reason('name.nearest', { known: finder.index.names.at(one.name), id: one.id })),
    ],
    asCandidates(search, nearest(name, kept)),
  );
};
