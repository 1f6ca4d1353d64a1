import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { isGenericZh } from '../name-keys/generic-words.ts';
import { nameKeys } from '../name-keys/keys.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { leadingPlace } from '../places/place-names.ts';
import type { NameHit, Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import type { AskedPlace } from './asked-place.ts';
import { brandIn, fitsSomebody } from './brands.ts';
import { byCore } from './by-core.ts';
import { byEnding } from './by-ending.ts';
import { byBeginning, byShort } from './by-short.ts';
import { identifyFamousWord, isGenericEnglish } from './famous.ts';
import type { NameFinder } from './finder.ts';
import { nameFinderFor } from './kept-index/name-finders.ts';
import { gatherCandidates, narrowByPlace } from './name-candidate.ts';
import { protectedIn, protectedWords } from './protected.ts';
import { rankCandidates } from './rank.ts';
import {
  ambiguousMatch,
  appendCandidates,
  candidatesOf,
  downgradeToCandidate,
  MAX_CANDIDATES,
  noMatch,
} from './results.ts';
import { bothPlaces, decideByPlace, type Search } from './search.ts';

const isGeneric = (name: string, key: string): boolean =>
  hasHan(name)
    ? isGenericZh(key) && leadingPlace(key) === null && (parseName(name).ordinal ?? 0) <= 20
    : isGenericEnglish(key);

/** No match: the short form exists only in other places or under other parents. Those are shown as candidates with score 0. */
const noMatchHere = async (search: Search): Promise<Identification> => {
  const { short } = search.keys;
  const known =
    short === null ? [] : gatherCandidates(await search.reader.findNameKey(short), bothPlaces(search));
  const candidates = candidatesOf(known).map((one) => ({ ...one, score: 0 }));
  return noMatch([reason('name.not-found', { name: search.name })], candidates);
};

/**
 * English lists have gaps: a short English name found once may be how another Chinese hospital's name is spelled too (Renji is 仁济
 * in a dozen towns). English names that say more, and the protected words with one holder, stand as they are.
 */
const doubtIfSpelledAlike = async (search: Search, found: Identification): Promise<Identification> => {
  const { name, place } = search;
  const bareCore = search.keys.short === search.keys.full;
  const short = bareCore || found.why.some((why) => why.code === 'name.short.equal');
  // 朝阳区中医院 stands in Beijing and in Changchun.
  const district = hasHan(name) && leadingPlace(search.keys.full)?.place.shared === true;
  if (found.match !== 'strong' || search.use || !(hasHan(name) ? district : short)) return found;
  const ids = [...new Set([found.id ?? '', ...(await search.finder()).fitting(name, place)])];
  if (ids.length === 1) return found;
  const candidates = ids
    .slice(0, MAX_CANDIDATES)
    .map((id) => ({ id, score: 1 / ids.length, why: found.why }));
  const why = [reason('name.several', { name, count: ids.length })];
  return { match: 'ambiguous', score: 1 / ids.length, why, id: null, candidates };
};

/** 大华山中心卫生院 bears the name of its town, not of 华山医院: the whole word is registered there. */
const ownWord = (name: string, written: string, similar: Identification): boolean => {
  const { coreText } = parseName(name);
  const codes = new Set((similar.candidates[0]?.why ?? []).map((why) => why.code));
  const agrees =
    codes.has('part.core.equal') && (codes.has('part.place.equal') || codes.has('part.district.equal'));
  const differs = ['part.kind.differs', 'part.specialty.differs', 'part.ordinal.differs'];
  return (
    coreText !== written && coreText.includes(written) && agrees && !differs.some((code) => codes.has(code))
  );
};

/** Names that no exact key finds: similar names, then famous words, else no match. */
const bySimilarity = async (search: Search): Promise<Identification> => {
  const { name, place, use } = search;
  const similar = (await search.finder()).find(name, place);
  // A famous word in a similar name settles nothing unless the university it belongs to agrees as well.
  const vouched =
    use === null || similar.why.some((why) => /^part\.parent\.(?:equal|short)$/u.test(why.code));
  if (similar.match === 'strong' && vouched) return similar;
  if (use !== null && ownWord(name, use.written, similar)) return similar;
  if (use !== null) return identifyFamousWord(name, use, bothPlaces(search), search.reader);
  const brand = hasHan(name) && !fitsSomebody(similar) ? await brandIn(name, search.reader) : null;
  if (brand !== null) return identifyFamousWord(name, brand, bothPlaces(search), search.reader);
  return similar.candidates.length === 0 ? noMatchHere(search) : similar;
};

/** Names of generic words only (市妇幼保健院, 第一中心医院): no match without a place; with one, the hospitals of that place are candidates. */
const byGenericWords = async (search: Search, whole: readonly NameHit[]): Promise<Identification> => {
  const { name, place } = search;
  const why = reason('name.generic-only', { name });
  const meant = await rankCandidates(narrowByPlace(gatherCandidates(whole, place)), name, search.reader);
  const exact = meant.length > 0 ? ambiguousMatch([why], meant) : noMatch([why]);
  if (place.province === null && place.city === null) return exact;
  const similar = downgradeToCandidate(why, (await search.finder()).find(name, place));
  const here = meant.some((one) => one.fit === 'agrees' && one.hit.city !== null);
  return here ? appendCandidates(exact, similar) : appendCandidates(similar, exact);
};

/** A name whose beginning or end is a known name. Only a department of a known hospital is a strong match. */
const byParts = async (search: Search): Promise<Identification | null> => {
  const begun = await byBeginning(search);
  if (begun?.match === 'strong') return begun;
  const ended = await byEnding(search);
  if (ended === null) return begun;
  const similar = (await search.finder()).find(search.name, search.place);
  if (similar.match === 'strong') return null;
  return appendCandidates(ended, begun ?? similar);
};

const SLIP = /^part\.text\.(?:reordered|slip)$/u;

/**
 * 开滦总医院西林医院 for 开滦总医院林西医院: a whole name but for a slip of the pen goes before the part of it that is known, and so does
 * one that compares better than a name that is alike in short only.
 */
const likelierFirst = async (search: Search, found: Identification): Promise<Identification> => {
  const similar = (await search.finder()).find(search.name, search.place);
  const [first] = similar.candidates;
  if (first === undefined) return found;
  const likelier =
    first.why.some((why) => SLIP.test(why.code)) || first.score > (found.candidates[0]?.score ?? 0) + 0.2;
  return likelier ? appendCandidates({ ...similar, candidates: [first] }, found) : found;
};

const byKeys = async (search: Search): Promise<Identification | null> => {
  const hits = await search.reader.findNameKey(search.keys.full);
  const whole = hits.filter((hit) => hit.form === 'full');
  const { name, place } = search;
  if (isGeneric(name, search.keys.full)) return byGenericWords(search, whole);
  const core = search.keys.short === search.keys.full;
  const found = core
    ? await byCore(search, hits)
    : await decideByPlace(search, gatherCandidates(whole, place));
  const inPart = found ?? (core ? null : await byShort(search)) ?? (await byParts(search));
  return found === null && inPart?.match === 'ambiguous' ? likelierFirst(search, inPart) : inPart;
};

/**
 * Who bears this name: whole names first, then short forms that fit place and parent, then a known name with words added,
 * then similar names and famous words. `place` is what the question states beside the name.
 */
export const findByName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  finder: () => Promise<NameFinder> = () => nameFinderFor(reader),
): Promise<Identification> => {
  const keys = nameKeys(name);
  if (keys.full === '') return noMatch([reason('name.unreadable')]);
  const search: Search = {
    name,
    keys,
    place,
    use: protectedIn(name, protectedWords(reader.reference)),
    reader,
    finder,
  };
  const found = await byKeys(search);
  return found === null ? bySimilarity(search) : doubtIfSpelledAlike(search, found);
};
