import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { isGenericZh } from '../name-keys/generic-words.ts';
import { canonicalZh, nameKeys } from '../name-keys/keys.ts';
import { leadingPlace } from '../places/place-names.ts';
import { hasHan } from '../text/han.ts';
import { gatherCandidates, type NameCandidate, narrowByPlace } from './name-candidate.ts';
import { parentOf } from './parents.ts';
import { ambiguousMatch } from './results.ts';
import { bothPlaces, type Search } from './search.ts';

/** After these a hospital's own name may begin: a university, a group, another name of the same house. */
const SEAM = /附属|集团|公司|大学|学院|研究所|医院|中心|总队/gu;
const SHORTEST = 4;
/** How many places to cut are tried; real names have two or three. */
const MOST = 6;

const tailsOf = (text: string): string[] =>
  [...text.matchAll(SEAM)]
    .map((hit) => text.slice(hit.index + hit[0].length))
    .filter((tail) => tail.length >= SHORTEST && /[院所站心部]$/u.test(tail) && !isGenericZh(tail))
    .slice(0, MOST);

const bearers = async (search: Search, tail: string): Promise<NameCandidate[]> => {
  const { full } = nameKeys(tail);
  const hits = (await search.reader.findNameKey(full)).filter((hit) => hit.form === 'full');
  const situated = leadingPlace(tail) !== null || parentOf(tail) !== '';
  const candidates = narrowByPlace(gatherCandidates(hits, situated ? search.place : bothPlaces(search)));
  return situated || candidates.length === 1 ? candidates : [];
};

/**
 * A name nobody has whose end is a known name with its own place: 南京鼓楼医院集团宿迁市人民医院, 福建医科大学附属福州市第一医院.
 * Gives candidates and never a verdict: the words before it may name another hospital. A reason repeats them.
 */
export const byEnding = async (search: Search): Promise<Identification | null> => {
  if (!hasHan(search.name) || search.use !== null) return null;
  const text = canonicalZh(search.name);
  for (const tail of tailsOf(text)) {
    const candidates = await bearers(search, tail);
    if (candidates.length === 0) continue;
    const words = text.slice(0, text.length - tail.length);
    return ambiguousMatch([reason('name.ending-known', { known: tail, words })], candidates);
  }
  return null;
};
