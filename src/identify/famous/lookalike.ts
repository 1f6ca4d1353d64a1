import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { canonicalWord } from '../../name-keys/generic-words.ts';
import { canonicalZh, nameKeys, withoutParent, withoutPlace } from '../../name-keys/keys.ts';
import { sameSet } from '../../names/compare/comparison.ts';
import { shortens } from '../../names/compare/short-parent.ts';
import { latinReadings } from '../../names/parse/latin-clauses.ts';
import { atHouse } from '../../names/parse/latin-pieces.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { calledAfter } from '../../names/parse/respelled.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeTitle } from '../../places/english-title.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { shortLevenshtein } from '../../text/edit-distance.ts';
import { hasHan } from '../../text/han.ts';
import { type AskedPlace, placeFit, placeText } from '../asked-place.ts';
import type { Likely } from '../model/likelihood.ts';
import { ambiguousMatch, noMatch, unmatched } from '../results.ts';
import { asCandidates, placeIn, type Search, type Step } from '../search.ts';
import { brandIn } from './brands.ts';
import { firmWithoutHouse } from './firm.ts';
import { isQuarterOfMany, placeOfName, withTownBehind } from './place-of-name.ts';
import { type ProtectedUse, protectedIn, protectedWords } from './protected.ts';
import { isOnesOwnThere, notHeldThere } from './regions.ts';

export type Holder = Readonly<{ id: string; name: string } & AskedPlace>;

/** Those who bear a famous word in their own right, as far as the registry knows them. */
export const holdersOf = async (use: ProtectedUse, reader: Reader): Promise<readonly Holder[]> => {
  const found = new Map<string, Holder>();
  for (const name of use.word.genuine)
    for (const hit of await reader.findNameKey(nameKeys(name).full))
      if (hit.form === 'full' && !found.has(hit.institution))
        found.set(hit.institution, { id: hit.institution, name, province: hit.province, city: hit.city });
  return [...found.values()];
};

const LATIN_HOSPITAL = /\bhospital\b/iu;
const KIND_ONLY = /医院|大学|附属|总院|本部/gu;
/** Whether the body a name says it belongs to is a genuine holder's. */
const underGenuine = (name: string, use: ProtectedUse): boolean => {
  const { parent } = parseName(name);
  return use.word.genuine.some((one) => sameSet(parseName(one).parent, parent));
};

/** What a name has besides the famous word, its place and the word "hospital". */
export const extraWords = (name: string, use: ProtectedUse): string => {
  if (hasHan(name)) {
    const text = withoutPlace(withoutParent(canonicalZh(name)));
    const [before = '', after = ''] = text.split(use.written);
    return `${withoutPlace(before)}${after}`.replace(KIND_ONLY, '');
  }
  // Of a line of a paper only the clause that names the hospital, and the body it belongs to.
  const [reading] = latinReadings(name);
  const words = [...(reading?.own ?? []), ...(underGenuine(name, use) ? [] : (reading?.parent ?? []))]
    .join(' ')
    .split(/[^a-z0-9]+/u)
    .map(canonicalWord);
  const own = words.filter(
    (word) =>
      word !== '' &&
      !use.word.en.includes(word) &&
      !['the', 'of', 'hospital', 'west', 'china'].includes(word),
  );
  return own.filter((word) => provincesOrCitiesSpelled(word).length === 0).join(' ');
};

/** Whether the word is written in a way that only sounds like the protected one (谐和). */
export const isImitation = (name: string, use: ProtectedUse): boolean =>
  hasHan(name) && use.written !== use.word.zh;

const titles = ({ word }: ProtectedUse): string => word.genuine.join('、') || `${word.zh}医院`;

export const alikeReasons = (name: string, use: ProtectedUse, extra: string): Reason[] => {
  const why = [reason('name.lookalike', { name, word: use.word.zh, genuine: titles(use) })];
  if (isImitation(name, use)) why.push(reason('name.homophone', { written: use.written, word: use.word.zh }));
  if (extra !== '') why.push(reason('name.extra-words', { words: extra }));
  return why;
};

/** The famous word a name uses: a protected one, else the distinctive word of a hospital that many selective lists name. */
export const famousWordIn = async ({ name, place, reader }: Search): Promise<ProtectedUse | null> =>
  protectedIn(name, protectedWords(reader.reference)) ??
  (hasHan(name) ? brandIn(name, reader, place.province !== null || place.city !== null) : null);

/** Kinds that say nothing of what a house is; a department is called international ("West China International Medical Center"), and so is another hospital (华山国际医院). */
const kindsOf = (name: string, { kinds }: NameParts): readonly string[] => {
  const ofAny = hasHan(name) || LATIN_HOSPITAL.test(name) ? ['affiliated'] : ['affiliated', 'international'];
  return kinds.filter((one) => !ofAny.includes(one));
};

/** Kinds and specialties that no holder's own name has: 协和男科医院. What stands behind a house is a part of it: "West China Hospital Cardiology". */
const addedKind = (name: string, holders: readonly Holder[]): boolean => {
  const own = parseName(hasHan(name) ? name : atHouse(name)[0]);
  const words = [...kindsOf(name, own), ...own.specialties];
  const theirs = holders
    .map((one) => parseName(one.name))
    .flatMap((one) => [...one.kinds, ...one.specialties]);
  return words.some((word) => !theirs.includes(word));
};

export const asSuggestions = (use: ProtectedUse, holders: readonly Holder[]) =>
  holders.map(({ id }) => ({ id, score: 0, why: [reason('name.genuine', { word: use.word.zh })] }));

/** Letters by which a place may be misspelt, in words that are long enough to be known again. */
const [SLIPS, LONG] = [2, 5];

/** Holders in whose city the further words may mean that they stand, misspelt: "Bejing Union Hospital". */
const misspeltPlaceOf = (extra: string, holders: readonly Holder[]): readonly Holder[] => {
  const words = extra.toLowerCase().split(' ');
  return holders.filter(({ city }) =>
    words.every(
      (word) => word.length >= LONG && shortLevenshtein(word, placeTitle(city ?? '').toLowerCase()) <= SLIPS,
    ),
  );
};

/** Holders whose university the further words are in short: 首医天坛, 川大华西. */
const byParentInShort = (extra: string, holders: readonly Holder[]): readonly Holder[] =>
  holders.filter(({ name }) => shortens(extra, parseName(name).parentText));

/** Who stands at a place with the famous word in a name: 瑞金医院海南医院 in Hainan. */
export const bearerThere = (search: Search, { word, written }: ProtectedUse, place: AskedPlace) =>
  search.likely.find(
    (one) =>
      placeFit(place, placeIn(search, one)) === 'agrees' &&
      [word.zh, written].some((own) => search.index.names.at(one.name).includes(own)),
  ) ?? null;

/** Nobody is settled on, and this one comes nearest. */
export const nearestOf = (search: Search, one: Likely): Identification =>
  noMatch(
    [
      reason('name.not-found', { name: search.name }),
      reason('name.nearest', { known: search.index.names.at(one.name), id: one.id }),
    ],
    asCandidates(search, [one]),
  );

/**
 * What a name that fits nobody and has a famous word in it is: a `lookalike` where something speaks against its being a holder's (it
 * only sounds like the word, stands elsewhere, or has another kind or specialty); else a branch of the holder that no list holds, or,
 * for the bare word, its holders to choose from. Null for a name without such a word.
 */
export const lookalikeOf: Step = async (search) => {
  const { name, reader } = search;
  const use = await famousWordIn(search);
  if (use === null) return null;
  const holders = await holdersOf(use, reader);
  const place = placeOfName(search, use);
  const here = holders.filter((one) => placeFit(place, one) !== 'differs');
  const extra = extraWords(name, use);
  const elsewhere = holders.length > 0 && here.length === 0;
  const site = elsewhere ? bearerThere(search, use, place) : null;
  if (site !== null) return nearestOf(search, site);
  if (elsewhere && isQuarterOfMany(use)) return null;
  const candidates = asSuggestions(use, here.length > 0 ? here : holders);
  const behind = elsewhere ? withTownBehind(name, use, candidates) : null;
  if (behind !== null) return behind;
  const firm = firmWithoutHouse(name, extra);
  if (elsewhere && firm === null && isOnesOwnThere(name, use, place))
    return notHeldThere(name, use, place, candidates);
  if (isImitation(name, use) || elsewhere || firm !== null || (extra !== '' && addedKind(name, holders))) {
    const why = [...alikeReasons(name, use, extra), ...(firm === null ? [] : [firm])];
    const [nearest] = holders;
    if (elsewhere && nearest !== undefined)
      why.push(reason('place.differs', { asked: placeText(place), registered: placeText(nearest) }));
    return unmatched('lookalike', why, candidates);
  }
  if (extra === '') return ambiguousMatch([reason('name.famous-word', { word: use.word.zh })], candidates);
  const [meant] = [...misspeltPlaceOf(extra, here), ...byParentInShort(extra, here)];
  if (meant !== undefined)
    return noMatch(
      [reason('name.not-found', { name }), reason('name.nearest', { known: meant.name, id: meant.id })],
      asSuggestions(use, [meant]),
    );
  const known = here[0]?.name ?? titles(use);
  const after = calledAfter(name).find(
    ({ parent }) => protectedIn(parent, [use.word]) !== null && extraWords(parent, use) === '',
  );
  const words = after?.words ?? extra;
  return unmatched('branch-not-on-record', [reason('name.branch', { known, words })], candidates);
};

/** The notice that a name with a protected word in it is not the famous hospital's; none where the institution of this id is one. */
export const notTheFamousOne = async (
  asked: string,
  id: string,
  reader: Reader,
): Promise<readonly Reason[]> => {
  const use = protectedIn(asked, protectedWords(reader.reference));
  if (use === null) return [];
  const names = (await reader.dossier(id))?.names.filter(({ value }) => hasHan(value)) ?? [];
  const keys = names.map(({ value }) => nameKeys(value).full);
  const genuine = use.word.genuine.map((name) => nameKeys(name).full);
  if (keys.length === 0 || genuine.some((one) => keys.some((key) => one.includes(key) || key.includes(one))))
    return [];
  return [reason('name.not-the-famous-one', { word: use.word.zh, genuine: use.word.genuine.join('、') })];
};
