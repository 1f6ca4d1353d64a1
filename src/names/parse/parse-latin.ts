import { placesSpelled, provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { branchOf } from './latin-branch.ts';
import { type LatinReading, latinReadings } from './latin-clauses.ts';
import { englishTokens, KEPT } from './latin-words.ts';
import { branchPlace, builtAlike, type NameParts, partsOfTokens, type Tokens } from './parts.ts';
import { latin, spelledInPinyin, spokenName } from './sound.ts';

/** What a hospital is called that has no name but its place's. */
const BY_PLACE = new Set(['people', 'tcm', 'central', 'municipal', 'mch', 'womenchildren', 'integrated']);

/** Zhongshan is a hospital's name and a city: "Zhongshan People's Hospital", "Zhongshan City Hospital" are the city's. */
const asPlaces = (tokens: Tokens): Tokens => {
  const core = tokens.filter((one) => one.role === 'core');
  const placed = tokens.some((one) => one.role === 'place');
  const [only] = core;
  if (only === undefined || core.length > 1 || placed || !KEPT.has(only.key)) return tokens;
  const places = provincesOrCitiesSpelled(only.key);
  if (places.length === 0 || !tokens.some((one) => BY_PLACE.has(one.key))) return tokens;
  return tokens.map((one) => (one === only ? { key: places.join('|'), role: 'place' } : one));
};

/** Alternatives of a place word that another place of the name rules out: Taizhou with Zhejiang is 台州. */
const withinStated = (tokens: Tokens): Tokens => {
  const sure = tokens.flatMap((one) => (one.role === 'place' && !one.key.includes('|') ? [one.key] : []));
  const provinces = new Set(sure.map((name) => placeNamed(name)?.province ?? name));
  return tokens.map((one) => {
    if (one.role !== 'place' || !one.key.includes('|')) return one;
    const fit = one.key.split('|').filter((name) => provinces.has(placeNamed(name)?.province ?? ''));
    return fit.length > 0 ? { ...one, key: fit.join('|') } : one;
  });
};

const NAMING = new Set(['core', 'place', 'district']);

/** 陕西 and 山西 sound alike without tones; English writes the first with a double a. */
const placeSound = (name: string): string => (name === '陕西省' ? 'shaanxi' : latin(shortName(name)));

/** Words of the body a hospital belongs to; places by their sound, so that 厦门大学 and "Xiamen University" meet. */
export const parentWords = (tokens: Tokens): string[] => [
  ...new Set(tokens.map((one) => (one.role === 'place' ? placeSound(one.key.split('|')[0] ?? '') : one.key))),
];

/** What a clause after the name says of the place; other words are set aside. */
const placesAround = (piece: string): Tokens => {
  const tokens = englishTokens(piece);
  const placed = tokens.every(
    (one) => one.role === 'place' || one.role === 'district' || one.role === 'generic',
  );
  return placed ? tokens : tokens.length <= 2 ? tokens.filter((one) => one.role === 'place') : [];
};

/** "People's Hospital, Jinjiang": where the name states no place, a single word after it may be the town. */
const townAround = (piece: string): Tokens => {
  const tokens = englishTokens(piece);
  const [only] = tokens.filter((one) => one.role !== 'generic');
  return tokens.length <= 2 && only?.role === 'core' && spelledInPinyin(only.key)
    ? [only]
    : placesAround(piece);
};

/** "Shandong Provincial Hospital" is 山东省立医院: where no other word remains, the word for the founder becomes the kind. */
const withFounderAsKind = (
  sorted: ReturnType<typeof partsOfTokens>,
  tokens: Tokens,
): ReturnType<typeof partsOfTokens> => {
  const alone = sorted.core.length + sorted.kinds.length + sorted.specialties.length === 0;
  const founder = tokens.find(
    (one, at) =>
      (one.key === 'provincial' || one.key === 'municipal') &&
      (tokens[at + 1]?.role === 'body' || (one.key === 'provincial' && tokens[at + 1]?.role === 'ordinal')),
  );
  return alone && founder ? { ...sorted, kinds: [`${founder.key}founded`] } : sorted;
};

/** "Hong Kong Adventist Hospital – Tsuen Wan": a house told apart by what follows a dash, where that is no place we know. */
const BEHIND_DASH = /hospital(?:\s{1,3}[-–—－]\s{1,3}|[-–—－])([a-z' ]{3,30})$/iu;
const behindDash = (name: string): string => {
  const behind = BEHIND_DASH.exec(name)?.[1]?.toLowerCase().trim() ?? '';
  return placesAround(behind).length > 0 || /\b(?:university|college|hospital|china)\b/u.test(behind)
    ? ''
    : behind;
};

const partsOfReading = (name: string, reading: LatinReading): NameParts => {
  const head = asPlaces(reading.own.flatMap(englishTokens));
  const placeless = reading.parent.length === 0 && !head.some((one) => NAMING.has(one.role));
  const around = reading.around.flatMap(placeless ? townAround : placesAround);
  const tokens = withinStated([...head, ...around]);
  const sorted = withFounderAsKind(partsOfTokens(tokens), tokens);
  const spoken = spokenName(name) ?? [];
  const headPlaces = partsOfTokens(tokens.slice(0, head.length)).places;
  return builtAlike({
    script: 'latin',
    text: '',
    ...sorted,
    head: headPlaces,
    coreText: '',
    rest: '',
    parent: [...new Set(reading.parent.flatMap((piece) => parentWords(englishTokens(piece))))],
    parentText: '',
    sound: () => spoken,
    branch: branchOf(reading) || branchPlace(tokens) || behindDash(name),
    department: reading.aside.join(', '),
  });
};

/** Jinzhou is 锦州, a prefecture, and 晋州, a town elsewhere: the town as a second reading, so that neither is certain. */
const asTownOfSameSound = (parts: NameParts): NameParts | null => {
  const [place] = parts.places;
  if (place === undefined || parts.places.length > 1 || parts.parent.length > 0) return null;
  const sound = latin(shortName(place.split('|')[0] ?? ''));
  const towns = placesSpelled(sound, 'county').filter((one) => shortName(one) !== shortName(place));
  return towns.length === 0 ? null : { ...parts, places: [], head: [], districts: [`${sound}:s`] };
};

/** Whether a reading is such a second one, and no other house of the line. */
export const isTownReading = ({ head, districts: [only, ...more] }: NameParts): boolean =>
  head?.length === 0 && more.length === 0 && only?.endsWith(':s') === true;

/** Takes a name in Latin letters apart (English, pinyin, or an affiliation line of a paper), in each way it can be read. */
export const parseLatinName = (name: string): readonly NameParts[] => {
  const read = latinReadings(name).map((reading) => partsOfReading(name, reading));
  const town = read.length === 1 && read[0] !== undefined ? asTownOfSameSound(read[0]) : null;
  return town === null ? read : [...read, town];
};
