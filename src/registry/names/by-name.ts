import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../kit/han.ts';
import { canonicalZh, type NameKeys, nameKeys } from '../../kit/name-key.ts';
import { isGenericZh } from '../../kit/name-words.ts';
import type { NameHit, Reader } from '../../store/types.ts';
import { type AskedPlace, placeFit, placeInName, placeWords } from './asked-place.ts';
import { attachNames } from './attach.ts';
import { genuineHolders, isGenericEnglish, isImitation, judgeFamous, sharesCore } from './famous.ts';
import type { NameFinder } from './finder.ts';
import { gather, type Meant, narrow } from './hits.ts';
import { parentFit, parentOf } from './parents.ts';
import { type ProtectedUse, protectedIn } from './protected.ts';
import { candidatesOf, lookalike, MAX_CANDIDATES, nobody, several, strong, unsettled } from './results.ts';
import { sameRecord } from './same-record.ts';

/** All that looking for one name needs. */
type Search = Readonly<{
  name: string;
  keys: NameKeys;
  /** Stated beside the name. */
  place: AskedPlace;
  use: ProtectedUse | null;
  reader: Reader;
  /** The names index of the generation, awaited only where exact keys leave something open. */
  finder: () => Promise<NameFinder>;
}>;

const isGeneric = (name: string, key: string): boolean =>
  hasHan(name) ? isGenericZh(key) : isGenericEnglish(key);

/** The place beside the name wins; the name's own place fills what it leaves open. */
const bothPlaces = (search: Search): AskedPlace => {
  if (search.place.province !== null || search.place.city !== null) return search.place;
  return placeInName(search.name);
};

const elsewhere = (search: Search, meant: readonly Meant[]): Identification => {
  const registered = [...new Set(meant.slice(0, 3).map((one) => placeWords(one.hit)))].join('、');
  const asked = placeWords(bothPlaces(search));
  return lookalike([reason('place.differs', { asked, registered })], meant);
};

/** The identity holds, but a reader must know that the famous word in the name is not the famous hospital. */
const caution = async (one: Meant, search: Search): Promise<Identification> => {
  const { use } = search;
  if (
    use === null ||
    use.word.genuine.some((name) => nameKeys(one.hit.name).full.includes(nameKeys(name).full))
  )
    return strong(one);
  const genuine = await genuineHolders(use, search.place, search.reader);
  if (!hasHan(one.hit.name) || genuine.some((holder) => holder.id === one.id)) return strong(one);
  return strong(one, [
    reason('name.not-the-famous-one', { word: use.word.zh, genuine: use.word.genuine.join('、') }),
  ]);
};

const settle = async (search: Search, meant: readonly Meant[]): Promise<Identification | null> => {
  if (meant.length === 0) return null;
  const left = narrow(meant);
  const [only] = left;
  if (only === undefined) return elsewhere(search, meant);
  if (left.length === 1) return caution(only, search);
  const own = placeInName(search.name);
  const inOwn =
    search.place.province === null && search.place.city === null
      ? left.filter((one) => placeFit(own, one.hit) === 'agrees')
      : [];
  const [there] = inOwn;
  if (there !== undefined && inOwn.length === 1) return caution(there, search);
  const one = await sameRecord(left, search.reader);
  return one === null ? several(search.name, left) : caution(one, search);
};

const merged = (first: readonly Meant[], second: readonly Meant[]): Meant[] => {
  const seen = new Set(first.map((one) => one.id));
  return [...first, ...second.filter((one) => !seen.has(one.id))];
};

/** A bare core (瑞金医院, "Zhongshan Hospital"): whole names and short forms count alike, and a famous word with several holders never settles. */
const byCore = async (search: Search, hits: readonly NameHit[]): Promise<Identification | null> => {
  const meant = gather(hits, search.place);
  const { use } = search;
  if (use === null || use.word.genuine.length === 1 || isImitation(search.name, use))
    return settle(search, meant);
  const genuine = await genuineHolders(use, search.place, search.reader);
  const own = meant.filter((one) => one.hit.form === 'full' && one.hit.nameKind === 'legal');
  const possible = narrow(merged(genuine.length > 0 ? genuine : meant, own));
  const shortest = narrow(meant);
  const only = shortest.length === 1 ? shortest[0] : await sameRecord(shortest, search.reader);
  // 华西医院, 湘雅医院: the word has several holders, but only one of them bears exactly this short name. 协和医院 and 同济医院 are
  // borne by several, whatever a list with gaps says.
  const everywhere = new Set(hits.map((hit) => hit.institution)).size === shortest.length;
  if (only && everywhere && !sharesCore(use, only.names) && genuine.some((one) => one.id === only.id))
    return strong(only);
  return unsettled([reason('name.famous-word', { word: use.word.zh })], possible);
};

/** 浙江省东方医院 is not settled by 温岭东方医院: a province asked for, a town of it in the only name found. */
const onlyProvince = (search: Search, one: Meant): boolean => {
  const place = bothPlaces(search);
  const municipal = place.province?.endsWith('市') ?? false;
  return (
    place.province !== null && place.city === null && !municipal && placeInName(one.hit.name).city !== null
  );
};

/** A name with place or parent that is not on record as a whole: its short form, if place and parent fit. */
const byShort = async (search: Search): Promise<Identification | null> => {
  const { short } = search.keys;
  if (short === null) return null;
  const place = bothPlaces(search);
  const known = gather(await search.reader.findNameKey(short), place);
  const fitting = narrow(known).filter((one) => parentFit(search.name, one.names) !== 'differs');
  const [only] = fitting;
  if (only === undefined) return null;
  if (fitting.length > 1) return settle(search, fitting);
  const mine = parentOf(search.name) !== '' && only.fit === 'not-asked';
  if (
    (only.fit === 'agrees' || mine) &&
    !onlyProvince(search, only) &&
    parentFit(search.name, only.names) === 'agrees'
  )
    return caution(only, search);
  const why =
    only.fit === 'agrees' || only.fit === 'not-asked'
      ? reason('name.parent-unsettled', {
          registered: only.hit.name,
          asked: parentOf(search.name) || search.name,
        })
      : reason('place.unknown', { asked: placeWords(place) });
  return unsettled([why], fitting);
};

/** Departments are parts of the institution; branches, campuses and "hospitals in the hospital" may be institutions of their own. */
const DEPARTMENT =
  /^(?!.*(?:分院|院区|医院|分部|分中心|门诊部|诊所)).{1,14}(?:科|科室|门诊|病区|病房|实验室|教研室|中心)$/u;

/** A known name with more words after it: a branch or department nobody has on record. */
const byBeginning = async (search: Search): Promise<Identification | null> => {
  if (!hasHan(search.name)) return null;
  const text = canonicalZh(search.name);
  for (let end = text.lastIndexOf('医院'); end > 2; end = text.lastIndexOf('医院', end - 1)) {
    const known = text.slice(0, end + 2);
    if (known.length === text.length || isGenericZh(known)) continue;
    const hits = (await search.reader.findNameKey(known)).filter((hit) => hit.form === 'full');
    const left = narrow(gather(hits, search.place));
    const [only] = left;
    if (only === undefined) continue;
    const words = text.slice(end + 2);
    if (left.length === 1 && DEPARTMENT.test(words))
      return strong(only, [reason('name.department-aside', { words })]);
    return unsettled([reason('name.part-unknown', { known, words })], left);
  }
  return null;
};

/** The short name is borne elsewhere, or under another parent, only: nobody, but a reader should see who bears it. */
const nobodyHere = async (search: Search): Promise<Identification> => {
  const { short } = search.keys;
  const known = short === null ? [] : gather(await search.reader.findNameKey(short), bothPlaces(search));
  const candidates = candidatesOf(known).map((one) => ({ ...one, score: 0 }));
  return nobody([reason('name.not-found', { name: search.name })], candidates);
};

/**
 * English lists have gaps: a short English name found once may be how another Chinese hospital's name is spelled too. Whole
 * English names and the protected words with one holder stand as they are.
 */
const unlessSpelledAlike = async (search: Search, found: Identification): Promise<Identification> => {
  const { name, place } = search;
  const short = found.why.some((why) => why.code === 'name.short.equal');
  if (found.match !== 'strong' || !short || hasHan(name) || search.use) return found;
  const ids = [...new Set([found.id ?? '', ...(await search.finder()).fitting(name, place)])];
  if (ids.length === 1) return found;
  const candidates = ids
    .slice(0, MAX_CANDIDATES)
    .map((id) => ({ id, score: 1 / ids.length, why: found.why }));
  const why = [reason('name.several', { name, count: ids.length })];
  return { match: 'ambiguous', score: 1 / ids.length, why, id: null, candidates };
};

/** What exact keys leave open: similar names, famous words, nobody. */
const bySimilarity = async (search: Search): Promise<Identification> => {
  const { name, place, use } = search;
  const similar = (await search.finder()).find(name, place);
  // A famous word in a similar name settles nothing unless the university it belongs to agrees as well.
  const vouched =
    use === null || similar.why.some((why) => /^part\.parent\.(?:equal|short)$/u.test(why.code));
  if (similar.match === 'strong' && vouched) return similar;
  if (use !== null) return judgeFamous(name, use, bothPlaces(search), search.reader);
  return similar.candidates.length === 0 ? nobodyHere(search) : similar;
};

const byKeys = async (search: Search): Promise<Identification | null> => {
  const hits = await search.reader.findNameKey(search.keys.full);
  const whole = hits.filter((hit) => hit.form === 'full');
  const { name, place } = search;
  if (isGeneric(name, search.keys.full)) {
    const why = reason('name.generic-only', { name });
    const meant = narrow(gather(whole, place));
    return meant.length > 0 ? unsettled([why], meant) : nobody([why]);
  }
  const core = search.keys.short === search.keys.full;
  const found = core ? await byCore(search, hits) : await settle(search, gather(whole, place));
  return found ?? (core ? null : await byShort(search)) ?? (await byBeginning(search));
};

/**
 * Who bears this name: whole names first, then short forms that fit place and parent, then a known name with words added,
 * then similar names  and famous words. `place` is what the question states beside the name.
 */
export const findByName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  finder: () => Promise<NameFinder> = () => attachNames(reader),
): Promise<Identification> => {
  const keys = nameKeys(name);
  if (keys.full === '') return nobody([reason('name.unreadable')]);
  const search: Search = { name, keys, place, use: protectedIn(name), reader, finder };
  const found = await byKeys(search);
  return found === null ? bySimilarity(search) : unlessSpelledAlike(search, found);
};
