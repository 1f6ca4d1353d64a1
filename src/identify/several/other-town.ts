import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { namesUnder } from '../../names/index/candidate-generation.ts';
import { divisions } from '../../places/divisions.ts';
import { townsSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace, type NamedPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { textsOfBearer } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import { isOfOneOfSeveralTowns } from '../model/never-settled.ts';
import {
  listsOf,
  type Others,
  oneOfSeveral,
  othersNamed,
  placeIn,
  type Search,
  type Step,
} from '../search.ts';

const SAME_WORK =
  /^(?:specialty|kind)\.(?:differs|missing)|^(?:ordinal\.differs|district\.|branch\.differs)/u;

/** Whether both stand in different cities. */
const standsApart = (search: Search, one: Likely, best: Likely): boolean =>
  placeIn(search, one).city !== placeIn(search, best).city;

/**
 * "Fuzhou First People's Hospital": of a place that is spelled like another and of general words, those of the other town who may be called so too.
 * None where the name is on record as it was asked, or the city was said.
 */
export const ofTownSpelledAlike: Others = (search, best) => {
  const [asked] = search.readings;
  const open =
    asked?.places.some((place) => place.includes('|')) === true &&
    asked.core.length + asked.parent.length === 0;
  // Typed in pinyin it has tones, or was meant as it sounds.
  if (!open || asked.sound().length > 0 || best.key === 'whole' || best.features.has('beside.agrees'))
    return [];
  const second = best.features.has('place.equal:second');
  return search.likely.filter(
    (one) =>
      standsApart(search, one, best) &&
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
export const ofSeveralTowns: Step = (search) => {
  const { likely, settledAt } = search;
  const [best] = likely;
  if (best === undefined || !isOfOneOfSeveralTowns((code) => best.features.has(code))) return null;
  const fits = likely.filter(({ features }) => features.has('clean') && features.has('covered.both'));
  const cities = Map.groupBy(fits, (one) => placeIn(search, one).city);
  if (cities.size > 1) return oneOfSeveral(search, fits);
  const alike = best.probability < settledAt ? [] : ofTownSpelledAlike(search, best);
  return alike.length > 0 ? oneOfSeveral(search, [best, ...alike]) : null;
};

const LEVELS = ['县', '区', '市'];

/** A name that begins with its town: the town, and what stands behind it. */
type TownsOwn = Readonly<{ town: NamedPlace; short: string; rest: string }>;

const townsOwn = (name: string): TownsOwn | null => {
  const text = canonicalZh(name);
  const lead = leadingPlace(text);
  return lead === null
    ? null
    : { town: lead.place, short: text.slice(0, lead.length), rest: text.slice(lead.length) };
};

/** 南昌人民医院: as 南昌市 and 南昌县 may call theirs. */
const atLevels = (name: string): readonly string[] => {
  const own = townsOwn(name);
  if (own === null || own.town.full) return [];
  const { town, short, rest } = own;
  return LEVELS.flatMap((level) => ['', town.city ?? ''].map((city) => `${city}${short}${level}${rest}`));
};

/** "Lishui City People's Hospital" says which of them it is. */
const SAYS_LEVEL = /\b(?:city|municipal|county|district|prefecture|new area)\b/iu;

/** "Lishui People's Hospital": what 丽水市 calls so, as 溧水区 of 南京市 may call its own. None where more than the town tells hospitals apart. */
const inTownsSpelledSo = ({ name, readings: [asked], index }: Search, best: Likely): readonly string[] => {
  const worded = asked === undefined || asked.core.length + asked.parent.length > 0;
  if (worded || asked.sound().length > 0 || SAYS_LEVEL.test(name)) return [];
  const named = [index.names.at(best.name), ...textsOfBearer(index, best.name)];
  const own = named.filter(hasHan).flatMap((one) => townsOwn(one) ?? [])[0];
  if (own === undefined || own.rest === '') return [];
  return townsSpelled(placeTitle(own.short))
    .filter((town) => shortName(town.name) !== shortName(own.short))
    .flatMap((town) =>
      [town.name, `${town.city}${town.name}`, `${town.city}${shortName(town.name)}`].map(
        (at) => `${at}${own.rest}`,
      ),
    );
};

/** What a district calls the hospital that is named after it. */
const DISTRICTS_OWN = ['医院', '人民医院', '中心医院'];
/** Lists of authorities from which on a hospital's word is its own before it is a district's: 鼓楼医院 is in 南京. */
const KNOWN_BY_WORD = 4;

/** 普陀医院: a district's word of several cities and the word for a hospital, as the districts of the other cities may call theirs. None for whoever is well known by it. */
const inDistrictsOfWord = (search: Search, best: Likely): readonly string[] => {
  const known = hasHan(search.name) ? search.name : search.index.names.at(best.name);
  const own = townsOwn(known);
  const shared = own?.town.shared === true && own.rest === '医院' && !best.features.has('beside.agrees');
  if (!shared || listsOf(search, best) >= KNOWN_BY_WORD) return [];
  const { city } = placeIn(search, best);
  return divisions()
    .filter((one) => one.level === 3 && one.short === own.short && one.city !== city)
    .flatMap((one) => DISTRICTS_OWN.map((rest) => `${one.city}${one.name}${rest}`));
};

/**
 * 南昌人民医院: a town without its level, where the county or district of that word has a hospital of just that name too (南昌市, 南昌县); in English a town that
 * another is spelled like, and the bare word of a district that another city has too. What only a directory names is no rival to what
 * an authority lists.
 */
export const inOtherTowns: Others = (search, best) => {
  const { name, index } = search;
  const own = best.key === 'whole' ? [] : hasHan(name) ? atLevels(name) : inTownsSpelledSo(search, best);
  const spelled = [...own, ...inDistrictsOfWord(search, best)].map((one) => exactKey(nameKeys(one).full));
  const called = namesUnder(index, spelled).filter((one) => spelled.includes(index.fullKey[one] ?? 0));
  const mayBe = (institution: number): boolean =>
    isDirectoryOnly(index, best) || !isDirectoryOnly(index, { institution });
  return othersNamed(search, best, called, mayBe);
};
