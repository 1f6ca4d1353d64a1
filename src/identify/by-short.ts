import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { isGenericZh } from '../name-keys/generic-words.ts';
import { canonicalZh, withoutParent, withoutPlace } from '../name-keys/keys.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { leadingPlace } from '../places/place-names.ts';
import { shortName } from '../places/short-name.ts';
import { hasHan } from '../text/han.ts';
import { placeInName, placeText } from './asked-place.ts';
import { gatherCandidates, type NameCandidate, narrowByPlace } from './name-candidate.ts';
import { parentFit, parentOf } from './parents.ts';
import { ambiguousMatch, strongMatch } from './results.ts';
import { bothPlaces, decideByPlace, type Search, strongWithCaution } from './search.ts';

/** 浙江省东方医院 is not settled by 温岭东方医院: a province asked for, a town of it in the only name found. */
const onlyProvince = (search: Search, one: NameCandidate): boolean => {
  const place = bothPlaces(search);
  const municipal = place.province?.endsWith('市') ?? false;
  return (
    place.province !== null && place.city === null && !municipal && placeInName(one.hit.name).city !== null
  );
};

/** Counties and districts a name begins with, in short and as they are called today: what its short form leaves out. */
const townsOf = (name: string): string[] => {
  if (!hasHan(name)) return [];
  const text = withoutParent(canonicalZh(name));
  const out: string[] = [];
  let rest = text.slice(0, text.length - withoutPlace(text).length);
  for (let found = leadingPlace(rest); found !== null; found = leadingPlace(rest)) {
    if (found.place.level === 3) out.push(shortName(found.place.now ?? rest.slice(0, found.length)));
    rest = rest.slice(found.length);
  }
  return out;
};

/** 敦化市铁路医院 is not 图们铁路医院: both stand in one prefecture, but each names a town of its own. */
const otherTown = (asked: string, registered: readonly string[]): boolean => {
  const mine = townsOf(asked);
  if (mine.length === 0) return false;
  return registered.every((name) => {
    const theirs = townsOf(name);
    return theirs.length > 0 && !theirs.some((one) => mine.includes(one));
  });
};

/** 四平市铁路医院 is not settled by 双辽市铁路医院: words that every town has, and only one of the two names states a town. */
const onlyOneTown = (search: Search, one: NameCandidate): boolean => {
  if (!hasHan(search.name) || parseName(search.keys.short ?? '').core.length > 0) return false;
  const said = townsOf(search.name).length > 0;
  return one.names.every((name) => townsOf(name).length > 0 !== said);
};

/** A name with place or parent that is not on record as a whole: its short form, if place and parent fit. */
export const byShort = async (search: Search): Promise<Identification | null> => {
  const { short } = search.keys;
  if (short === null) return null;
  const place = bothPlaces(search);
  const known = gatherCandidates(await search.reader.findNameKey(short), place);
  const fitting = narrowByPlace(known).filter(
    (one) => parentFit(search.name, one.names) !== 'differs' && !otherTown(search.name, one.names),
  );
  const [only] = fitting;
  if (only === undefined) return null;
  if (fitting.length > 1) return decideByPlace(search, fitting);
  const mine = parentOf(search.name) !== '' && only.fit === 'not-asked';
  if (
    (only.fit === 'agrees' || mine) &&
    !onlyProvince(search, only) &&
    !onlyOneTown(search, only) &&
    parentFit(search.name, only.names) === 'agrees'
  )
    return strongWithCaution(only, search);
  const why =
    only.fit === 'agrees' || only.fit === 'not-asked'
      ? reason('name.parent-unsettled', {
          registered: only.hit.name,
          asked: parentOf(search.name) || search.name,
        })
      : reason('place.unknown', { asked: placeText(place) });
  return ambiguousMatch([why], fitting);
};

/** Departments are parts of the institution; branches, campuses and "hospitals in the hospital" may be institutions of their own. */
const DEPARTMENT =
  /^(?!.*(?:分院|院区|医院|分部|分中心|门诊部|诊所)).{1,14}(?:科|科室|门诊|病区|病房|实验室|教研室)$/u;

/** A known name with more words after it: a branch or department nobody has on record. */
export const byBeginning = async (search: Search): Promise<Identification | null> => {
  if (!hasHan(search.name)) return null;
  const text = canonicalZh(search.name);
  for (let end = text.lastIndexOf('医院'); end > 2; end = text.lastIndexOf('医院', end - 1)) {
    const known = text.slice(0, end + 2);
    if (known.length === text.length || isGenericZh(known)) continue;
    const hits = (await search.reader.findNameKey(known)).filter((hit) => hit.form === 'full');
    const left = narrowByPlace(gatherCandidates(hits, search.place));
    const [only] = left;
    if (only === undefined) continue;
    const words = text.slice(end + 2);
    if (left.length === 1 && DEPARTMENT.test(words))
      return strongMatch(only, [reason('name.department-aside', { words })]);
    // The hospital itself is unlikely to be meant, since branches are institutions of their own: 0.4 of its score.
    const unlikely = left.map((one) => ({ ...one, score: one.score * 0.4 }));
    return ambiguousMatch([reason('name.part-unknown', { known, words })], unlikely);
  }
  return null;
};
