import { canonicalZh, nameKeys } from '../../name-keys/keys.ts';
import { exactKey } from '../../names/index/blocking-keys.ts';
import { namesUnder } from '../../names/index/candidate-generation.ts';
import { parseReadings } from '../../names/parse/parse-name.ts';
import { divisions } from '../../places/divisions.ts';
import { townsSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import { leadingPlace, type NamedPlace } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { placeFit } from '../asked-place.ts';
import { isDirectoryOnly } from '../model/candidates.ts';
import { namesOfBearer } from '../model/house-of.ts';
import type { Likely } from '../model/likelihood.ts';
import type { Search } from '../search.ts';

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
const inTownsSpelledSo = ({ name, finder: { index } }: Search, best: Likely): readonly string[] => {
  const [asked] = parseReadings(name);
  const worded = asked === undefined || asked.core.length + asked.parent.length > 0;
  if (worded || asked.sound().length > 0 || SAYS_LEVEL.test(name)) return [];
  const named = [best.name, ...namesOfBearer(index, best.name)].map((one) => index.names.at(one));
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
const inDistrictsOfWord = ({ name, finder: { index } }: Search, best: Likely): readonly string[] => {
  const known = hasHan(name) ? name : index.names.at(best.name);
  const own = townsOwn(known);
  const shared = own?.town.shared === true && own.rest === '医院' && !best.features.has('beside.agrees');
  if (!shared || (index.standing[best.institution] ?? 0) >= KNOWN_BY_WORD) return [];
  const { city } = index.places.at(best.institution);
  return divisions()
    .filter((one) => one.level === 3 && one.short === own.short && one.city !== city)
    .flatMap((one) => DISTRICTS_OWN.map((rest) => `${one.city}${one.name}${rest}`));
};

/**
 * 南昌人民医院: a town without its level, where the county or district of that word has a hospital of just that name too (南昌市, 南昌县); in English a town that
 * another is spelled like, and the bare word of a district that another city has too. What only a directory names is no rival to what
 * an authority lists.
 */
export const inOtherTowns = (search: Search, best: Likely): readonly Likely[] => {
  const { name, place, finder } = search;
  const { index } = finder;
  const own = best.key === 'whole' ? [] : hasHan(name) ? atLevels(name) : inTownsSpelledSo(search, best);
  const spelled = [...own, ...inDistrictsOfWord(search, best)].map((one) => exactKey(nameKeys(one).full));
  const others = new Map(
    namesUnder(index, spelled)
      .filter((one) => spelled.includes(index.fullKey[one] ?? 0))
      .map((one) => [index.owner[one] ?? 0, one] as const),
  );
  others.delete(best.institution);
  return [...others]
    .filter(([institution]) => placeFit(place, index.places.at(institution)) !== 'differs')
    .filter(([institution]) => isDirectoryOnly(index, best) || !isDirectoryOnly(index, { institution }))
    .flatMap(([institution, one]) =>
      finder.likely(index.names.at(one), place).likely.filter((other) => other.institution === institution),
    );
};
