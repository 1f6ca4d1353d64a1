import { reason } from '../../../schema/reason.ts';
import { canonicalZh, withoutParent } from '../../name-keys/keys.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { placesSpelled, provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan, latinWords } from '../../text/han.ts';
import { type AskedPlace, placeFit, placeText } from '../asked-place.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import type { Likely } from '../model/likelihood.ts';
import { unmatched } from '../results.ts';
import { placeIn, type Search, type Step, worthListing } from '../search.ts';
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
import { withTownBehind } from './place-of-name.ts';
import { type ProtectedUse, protectedIn, protectedWords } from './protected.ts';
import { isOnesOwnThere, notHeldThere } from './regions.ts';

const IN_ITS_TOWN = ['beside.agrees', 'place.equal:both', 'place.equal:where', 'district.equal'];

/** 华西皮肤泌尿专科医院: a famous word, and what is called so in short is on no authority's list and its town was not said. */
export const borrowsFamousWord = async (search: Search, best: Likely): Promise<boolean> => {
  const { key, features } = best;
  if (!isDirectoryOnly(search.index, best) || key === 'whole') return false;
  // "Shuyang Tongji Hospital": what nobody else is called in our words.
  if (key === 'translation' && features.has('key.sole')) return false;
  if (IN_ITS_TOWN.some((code) => features.has(code))) return false;
  const use = await famousWordIn(search);
  // 华山医院北院: the holder's own name stands in that of its part.
  const ofHolder =
    features.has('branch.same-house') &&
    use?.word.genuine.some((one) => search.index.names.at(best.name).startsWith(one));
  return use !== null && ofHolder !== true;
};

/** How likely somebody must be to come before the holders of a famous word. */
const LIKELY = 0.5;

/**
 * "China-Japan Union Hospital" (吉林大学中日联谊医院): whether all words of a name, of which a famous one is a part, fit somebody whom an authority lists and
 * who is no holder of that word.
 */
export const fitsAnother = async (search: Search): Promise<boolean> => {
  const [best] = search.likely;
  const fits =
    best !== undefined &&
    best.probability >= LIKELY &&
    best.comparison.conflicts === 0 &&
    !best.features.has('directory-only') &&
    best.comparison.parts.some(({ code }) => code === 'core.equal');
  if (!fits) return false;
  const use = await famousWordIn(search);
  return use === null || !(await holdersOf(use, search.reader)).some(({ id }) => id === best.id);
};

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
const isSmallHouse = (name: string): boolean =>
  parseReadings(name).every(({ body }) => body !== null && SMALL.has(body));

/** 上海瑞金门诊部: a clinic, and all who are like it are hospitals. */
export const isOfOtherHouse = (name: string, listed: readonly Likely[]): boolean =>
  isSmallHouse(name) &&
  listed.every(({ comparison }) => comparison.parts.some(({ code }) => code === 'body.differs'));

/** Whether somebody on record who could be meant stands at this place. */
const knownThere = (search: Search, place: AskedPlace): boolean =>
  worthListing(search).some((one) => placeFit(place, placeIn(search, one)) === 'agrees');

/**
 * A name with a protected word against which it speaks that it states another place than any holder's (昆山协和医院, "Suzhou Union Hospital"),
 * or that it is a clinic's: neither a choice among the holders nor a branch of one, but a `lookalike`. Null for any other name, and
 * where somebody on record who could be meant stands there.
 */
export const borrowedWord: Step = async (search) => {
  const { name, reader } = search;
  const use = protectedIn(name, protectedWords(reader.reference));
  if (use === null) return null;
  const holders = await holdersOf(use, reader);
  const [nearest] = holders;
  if (nearest === undefined) return null;
  const place = standsElsewhere(name, use, holders);
  const site = place === null ? null : bearerThere(search, use, place);
  const elsewhere = place !== null && site === null && !knownThere(search, place);
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
export const homophoneOf: Step = async (search) => {
  if (search.likely.some(({ key }) => BORNE.has(key))) return null;
  const use = await famousWordIn(search);
  return use !== null && isImitation(search.name, use) ? lookalikeOf(search) : null;
};
