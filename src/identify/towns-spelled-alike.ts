import { parseReadings } from '../names/parse/parse-name.ts';
import type { NameFinder } from './finder.ts';
import type { Likelihoods, Likely } from './model/likelihood.ts';
import { isOfOneOfSeveralTowns } from './model/never-settled.ts';
import type { Search } from './search.ts';

const SAME_WORK =
  /^(?:specialty|kind)\.(?:differs|missing)|^(?:ordinal\.differs|district\.|branch\.differs)/u;

/** Whether both stand in different cities. */
const standsApart = ({ index }: NameFinder, one: Likely, best: Likely): boolean =>
  index.places.at(one.institution).city !== index.places.at(best.institution).city;

/**
 * "Fuzhou First People's Hospital": of a place that is spelled like another and of general words, those of the other town who may be called so too.
 * None where the name is on record as it was asked, or the city was said.
 */
export const ofTownSpelledAlike = (
  { name, finder }: Search,
  best: Likely,
  likely: readonly Likely[],
): readonly Likely[] => {
  const [asked] = parseReadings(name);
  const open =
    asked?.places.some((place) => place.includes('|')) === true &&
    asked.core.length + asked.parent.length === 0;
  // Typed in pinyin it has tones, or was meant as it sounds.
  if (!open || asked.sound().length > 0 || best.key === 'whole' || best.features.has('beside.agrees'))
    return [];
  const second = best.features.has('place.equal:second');
  return likely.filter(
    (one) =>
      standsApart(finder, one, best) &&
      one.comparison.parts.some(({ code }) => code === 'place.equal') &&
      !one.comparison.parts.some(
        ({ code, conflicts }) =>
          (conflicts && SAME_WORK.test(code)) ||
          (code === 'ordinal.missing' && !(second && asked.ordinal === null)),
      ),
  );
};

/**
 * "Taihe County People's Hospital": where several towns are called so and nothing says which, those of them whose name fits as well as the likeliest
 * one's, it among them; none where it is of one city alone.
 */
export const ofSeveralTowns = (search: Search, { likely, settledAt }: Likelihoods): readonly Likely[] => {
  const [best] = likely;
  if (best === undefined || !isOfOneOfSeveralTowns((code) => best.features.has(code))) return [];
  const fits = likely.filter(({ features }) => features.has('clean') && features.has('covered.both'));
  const cities = Map.groupBy(fits, ({ institution }) => search.finder.index.places.at(institution).city);
  if (cities.size > 1) return fits;
  const alike = best.probability < settledAt ? [] : ofTownSpelledAlike(search, best, likely);
  return alike.length > 0 ? [best, ...alike] : [];
};
