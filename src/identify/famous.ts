import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { canonicalWord, genericEn } from '../name-keys/generic-words.ts';
import { canonicalZh, nameKeys, withoutParent, withoutPlace } from '../name-keys/keys.ts';
import { sameSet } from '../names/compare/comparison.ts';
import { latinReadings } from '../names/parse/latin-clauses.ts';
import { parseName } from '../names/parse/parse-name.ts';
import { provincesOrCitiesSpelled } from '../places/english-names.ts';
import type { NameHit, Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import { type AskedPlace, placeFit, placeText } from './asked-place.ts';
import { gatherCandidates, type NameCandidate, narrowByPlace } from './name-candidate.ts';
import type { ProtectedUse } from './protected.ts';
import { ambiguousMatch, lookalikeMatch } from './results.ts';

/** The genuine holders of a protected word, as far as the registry knows them. */
export const genuineHolders = async (
  use: ProtectedUse,
  place: AskedPlace,
  reader: Reader,
): Promise<NameCandidate[]> => {
  const hits: NameHit[] = [];
  for (const name of use.word.genuine) {
    const found = await reader.findNameKey(nameKeys(name).full);
    hits.push(...found.filter((hit) => hit.form === 'full'));
  }
  return gatherCandidates(hits, place).map((one) => ({
    ...one,
    why: [
      reason('name.genuine', { word: use.word.zh }),
      ...one.why.filter((why) => !why.code.startsWith('name.')),
    ],
  }));
};

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

/** The short forms that several genuine holders share: 协和医院, 同济医院. */
const sharedCores = (use: ProtectedUse): ReadonlySet<string> => {
  const cores = use.word.genuine.map((name) => nameKeys(name).short ?? '');
  return new Set(cores.filter((core, at) => cores.indexOf(core) !== at));
};

/** Whether one of these names is, in short, what several genuine holders are called. English names count by their word alone. */
export const sharesCore = (use: ProtectedUse, names: readonly string[]): boolean => {
  const shared = sharedCores(use);
  if (shared.size === 0) return false;
  return names.some((name) => !hasHan(name) || shared.has(nameKeys(name).short ?? ''));
};

const titles = ({ word }: ProtectedUse): string => word.genuine.join('、') || `${word.zh}医院`;

const alikeReasons = (name: string, use: ProtectedUse, extra: string): Reason[] => {
  const why = [reason('name.lookalike', { name, word: use.word.zh, genuine: titles(use) })];
  if (isImitation(name, use)) why.push(reason('name.homophone', { written: use.written, word: use.word.zh }));
  if (extra !== '') why.push(reason('name.extra-words', { words: extra }));
  return why;
};

/**
 * Words for a campus (西院, 浦东院区). The name does not tell whether that is an institution of its own or a part of the genuine
 * holder.
 */
const CAMPUS =
  /^(?:[东西南北新老]院|\p{Script=Han}{0,4}院区|\p{Script=Han}{0,4}分院|[东西南北]区|总院|本部)$/u;

/**
 * A name nobody has, with a famous word in it. The bare word, or the word with a genuine holder's place, may mean a genuine
 * holder (candidates, no verdict); anything else borrows the word and is a lookalike, with how it differs.
 */
export const identifyFamousWord = async (
  name: string,
  use: ProtectedUse,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification> => {
  const genuine = await genuineHolders(use, place, reader);
  const extra = extraWords(name, use);
  const imitation = isImitation(name, use);
  const bare = (one: NameCandidate): number =>
    nameKeys(one.hit.name).short === `${use.word.zh}医院` ? 0 : 1;
  const possible = narrowByPlace(genuine).sort((a, b) => bare(a) - bare(b));
  const campus = CAMPUS.test(extra) && possible.some((one) => one.fit === 'agrees');
  if ((extra === '' || campus) && !imitation && (possible.length > 0 || genuine.length === 0))
    return ambiguousMatch([reason('name.famous-word', { word: use.word.zh })], possible);
  const why = alikeReasons(name, use, extra);
  const [nearest] = genuine;
  if (nearest !== undefined && placeFit(place, nearest.hit) === 'differs' && possible.length === 0)
    why.push(reason('place.differs', { asked: placeText(place), registered: placeText(nearest.hit) }));
  return lookalikeMatch(why, possible.length > 0 ? possible : genuine);
};

/** True when nothing but generic words (and no place) is left of an English name. */
export const isGenericEnglish = (key: string): boolean =>
  key.split(' ').every((word) => genericEn.has(word) || /^#\d+$/u.test(word));
