import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { canonicalZh, withoutParent } from '../../name-keys/keys.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { placesSpelled, provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import { type AskedPlace, placeFit, placeText } from '../asked-place.ts';
import type { Likelihoods } from '../model/likelihood.ts';
import { unmatched } from '../results.ts';
import { type Search, worthListing } from '../search.ts';
import {
  alikeReasons,
  asSuggestions,
  bearerThere,
  extraWords,
  famousWordIn,
  type Holder,
  holdersOf,
  isImitation,
  lookalikeOf,
} from './lookalike.ts';
import { isOnesOwnThere, notHeldThere } from './outside-mainland.ts';
import { withTownBehind } from './place-of-name.ts';
import { type ProtectedUse, protectedIn, protectedWords } from './protected.ts';

const asPlace = (official: string): AskedPlace[] => {
  const found = placeNamed(official);
  return found === null || found.shared === true
    ? []
    : [{ province: found.province, city: found.city ?? null }];
};

/** The place right before the famous word: 昆山协和医院, 苏州协和医院. */
const placeBefore = (name: string, { written }: ProtectedUse): readonly AskedPlace[] => {
  const text = withoutParent(canonicalZh(name));
  const lead = leadingPlace(text);
  return lead !== null && text.slice(lead.length).startsWith(written)
    ? asPlace(text.slice(0, lead.length))
    : [];
};

/** The places that the words of an English name spell: one, or all that are spelled alike (Suzhou is two). */
const placesInEnglish = (name: string, { word }: ProtectedUse): readonly AskedPlace[] => {
  const words = latinWords(name).filter((one) => !word.en.includes(one) && one !== word.sound.join(''));
  const towns = words.flatMap(provincesOrCitiesSpelled);
  return (towns.length > 0 ? towns : words.flatMap((one) => placesSpelled(one, 'county'))).flatMap(asPlace);
};

/** Every place that the name may state is another than any holder's. */
const standsElsewhere = (name: string, use: ProtectedUse, holders: readonly Holder[]): AskedPlace | null => {
  const places = hasHan(name) ? placeBefore(name, use) : placesInEnglish(name, use);
  const [first = null] = places;
  return places.every((place) => holders.every((one) => placeFit(place, one) === 'differs')) ? first : null;
};

const SMALL = new Set(['clinic', 'outpatient']);

/** A clinic or outpatient house (上海华山医美门诊部): each has a licence of its own, and none of the holders is one. */
export const isSmallHouse = (name: string): boolean =>
  parseReadings(name).every(({ body }) => body !== null && SMALL.has(body));

/** Whether somebody on record who could be meant stands at this place. */
const knownThere = ({ finder: { index } }: Search, found: Likelihoods, place: AskedPlace): boolean =>
  worthListing(found).some((one) => placeFit(place, index.places.at(one.institution)) === 'agrees');

/**
 * A name with a protected word against which it speaks that it states another place than any holder's (昆山协和医院, "Suzhou Union Hospital"),
 * or that it is a clinic's: neither a choice among the holders nor a branch of one, but a `lookalike`. Null for any other name, and
 * where somebody on record who could be meant stands there.
 */
export const borrowedWord = async (search: Search, found: Likelihoods): Promise<Identification | null> => {
  const { name, reader } = search;
  const use = protectedIn(name, protectedWords(reader.reference));
  if (use === null) return null;
  const holders = await holdersOf(use, reader);
  const [nearest] = holders;
  if (nearest === undefined) return null;
  const place = standsElsewhere(name, use, holders);
  const site = place === null ? null : bearerThere(search, found, use, place);
  const elsewhere = place !== null && site === null && !knownThere(search, found, place);
  if (!elsewhere && !isSmallHouse(name)) return null;
  if (elsewhere && isOnesOwnThere(name, use, place))
    return notHeldThere(name, use, place, asSuggestions(use, holders));
  const behind = elsewhere ? withTownBehind(name, use, asSuggestions(use, holders)) : null;
  // Where the word is one hospital's, the steps that follow say so.
  if (behind !== null) return holders.every(({ city }) => city === nearest.city) ? null : behind;
  const why = alikeReasons(name, use, extraWords(name, use));
  if (elsewhere)
    why.push(reason('place.differs', { asked: placeText(place), registered: placeText(nearest) }));
  return unmatched('lookalike', why, asSuggestions(use, holders));
};

const BORNE: ReadonlySet<string | null> = new Set(['whole', 'short', 'core', 'translation']);

/** 瑞锦医院: a name that only sounds like a famous one is no choice among its holders, unless somebody on record bears it. */
export const homophoneOf = async (search: Search, found: Likelihoods): Promise<Identification | null> => {
  if (found.likely.some(({ key }) => BORNE.has(key))) return null;
  const use = await famousWordIn(search);
  return use !== null && isImitation(search.name, use) ? lookalikeOf(search, found) : null;
};
