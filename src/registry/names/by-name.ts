import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { hasHan } from '../../kit/han.ts';
import { canonicalZh, type NameKeys, nameKeys } from '../../kit/name-key.ts';
import { isGenericZh } from '../../kit/name-words.ts';
import type { NameHit, Reader } from '../../store/types.ts';
import { type AskedPlace, placeInName, placeWords } from './asked-place.ts';
import { genuineHolders, isGenericEnglish, judgeFamous } from './famous.ts';
import { gather, type Meant, narrow } from './hits.ts';
import { parentFit, parentOf } from './parents.ts';
import { type ProtectedUse, protectedIn } from './protected.ts';
import { lookalike, nobody, several, strong, unsettled } from './results.ts';

/** All that looking for one name needs. */
type Search = Readonly<{
  name: string;
  keys: NameKeys;
  /** Stated beside the name. */
  place: AskedPlace;
  use: ProtectedUse | null;
  reader: Reader;
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
const caution = (one: Meant, use: ProtectedUse | null): Identification => {
  if (use === null) return strong(one);
  const genuine = use.word.genuine.map((name) => nameKeys(name).full);
  const isGenuine = genuine.some((key) => nameKeys(one.hit.name).full.includes(key));
  if (isGenuine || !hasHan(one.hit.name)) return strong(one);
  return strong(one, [
    reason('name.not-the-famous-one', { word: use.word.zh, genuine: use.word.genuine.join('、') }),
  ]);
};

const settle = (search: Search, meant: readonly Meant[]): Identification | null => {
  if (meant.length === 0) return null;
  const left = narrow(meant);
  const [only] = left;
  if (only === undefined) return elsewhere(search, meant);
  return left.length === 1 ? caution(only, search.use) : several(search.name, left);
};

const merged = (first: readonly Meant[], second: readonly Meant[]): Meant[] => {
  const seen = new Set(first.map((one) => one.id));
  return [...first, ...second.filter((one) => !seen.has(one.id))];
};

/** A bare core (瑞金医院, "Zhongshan Hospital"): whole names and short forms count alike, and a famous word with several holders never settles. */
const byCore = async (search: Search, hits: readonly NameHit[]): Promise<Identification | null> => {
  const meant = gather(hits, search.place);
  const { use } = search;
  if (use === null || use.word.genuine.length === 1) return settle(search, meant);
  const genuine = await genuineHolders(use, search.place, search.reader);
  const own = meant.filter((one) => one.hit.form === 'full' && one.hit.nameKind === 'legal');
  const possible = narrow(merged(genuine.length > 0 ? genuine : meant, own));
  const shortest = narrow(meant);
  const [only] = shortest;
  if (only !== undefined && shortest.length === 1 && genuine.some((one) => one.id === only.id)) {
    // 华西医院, 湘雅医院: the word has several holders, but only one of them bears exactly this short name.
    const twins = await search.reader.findNameKey(search.keys.full);
    if (new Set(twins.map((hit) => hit.institution)).size === 1) return strong(only);
  }
  return unsettled([reason('name.famous-word', { word: use.word.zh })], possible);
};

/** A name with place or parent that is not on record as a whole: its short form, if place and parent fit. */
const byShort = async (search: Search): Promise<Identification | null> => {
  const { short } = search.keys;
  if (short === null) return null;
  const place = bothPlaces(search);
  const hits = await search.reader.findNameKey(short);
  const meant = narrow(gather(hits, place)).filter((one) => one.fit !== 'differs');
  const fitting = meant.filter((one) => parentFit(search.name, one.hit.name) !== 'differs');
  const [only] = fitting;
  if (only === undefined) return null;
  if (fitting.length > 1) return several(search.name, fitting);
  if (only.fit === 'agrees' && parentFit(search.name, only.hit.name) === 'agrees')
    return caution(only, search.use);
  const why =
    only.fit === 'agrees' || only.fit === 'not-asked'
      ? reason('name.parent-unsettled', {
          registered: only.hit.name,
          asked: parentOf(search.name) || search.name,
        })
      : reason('place.unknown', { asked: placeWords(place) });
  return unsettled([why], fitting);
};

/** A known name with more words after it: a branch or department nobody has on record. */
const byBeginning = async (search: Search): Promise<Identification | null> => {
  if (!hasHan(search.name)) return null;
  const text = canonicalZh(search.name);
  for (let end = text.lastIndexOf('医院'); end > 2; end = text.lastIndexOf('医院', end - 1)) {
    const known = text.slice(0, end + 2);
    if (known.length === text.length || isGenericZh(known)) continue;
    const hits = (await search.reader.findNameKey(known)).filter((hit) => hit.form === 'full');
    const left = narrow(gather(hits, search.place));
    if (left.length > 0)
      return unsettled([reason('name.part-unknown', { known, words: text.slice(end + 2) })], left);
  }
  return null;
};

/**
 * Who bears this name: whole names first, then short forms that fit place and parent, then a known name with words added,
 * then famous words. Point reads only. `place` is what the question states beside the name.
 */
export const findByName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification> => {
  const keys = nameKeys(name);
  if (keys.full === '') return nobody([reason('name.unreadable')]);
  const search: Search = { name, keys, place, use: protectedIn(name), reader };
  const hits = await reader.findNameKey(keys.full);
  const whole = hits.filter((hit) => hit.form === 'full');
  if (isGeneric(name, keys.full)) {
    const why = reason('name.generic-only', { name });
    const meant = narrow(gather(whole, place));
    return meant.length > 0 ? unsettled([why], meant) : nobody([why]);
  }
  const core = keys.short === keys.full;
  const found =
    (core ? await byCore(search, hits) : settle(search, gather(whole, place))) ??
    (core ? null : await byShort(search)) ??
    (await byBeginning(search)) ??
    (search.use ? await judgeFamous(name, search.use, bothPlaces(search), reader) : null);
  return found ?? nobody([reason('name.not-found', { name })]);
};
