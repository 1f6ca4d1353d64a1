import { DOUBTFUL } from '../../../schema/judgement.ts';
import { exclusiveConflict, schemeOfOne } from './exclusive.ts';
import { type LinkModel, linkModel, logOdds, probabilityOf } from './link-model.ts';
import type { LinkName } from './link-name.ts';
import type { LinkProfile } from './link-profile.ts';
import { nameConflict } from './name-conflict.ts';
import { type Features, nameFeatures } from './name-features.ts';
import { jointFeatures, recordFeatures } from './record-features.ts';

/** Two records compared: how likely they are one institution, by which two of their names, and what was observed. */
type LinkPair = Readonly<{
  probability: number;
  features: Features;
  names: readonly [LinkName, LinkName];
}>;

/**
 * An alias is often a short form: it is the other’s name as a whole, or, in one house, the other's without its place (吴淞中心医院), or
 * says nothing.
 */
const shortForm = (a: LinkName, b: LinkName, roof: boolean): boolean =>
  a.full !== b.full &&
  (a.kind === 'alias' || b.kind === 'alias') &&
  !(roof && (endsAs(a.stem, b.stem) || endsAs(b.stem, a.stem)));
const endsAs = (whole: string, end: string): boolean => end.length > SHORTEST && whole.endsWith(end);
/** 第一医院, 中医院: a stem of so few characters is anybody's. */
const SHORTEST = 4;

/** The best pair of names of two records that nothing forbids; null where every pair of names is forbidden. */
export const comparePair = (
  a: LinkProfile,
  b: LinkProfile,
  model: LinkModel = linkModel,
): LinkPair | null => {
  const records = recordFeatures(a, b);
  const roof = records.includes('house.same');
  let best: LinkPair | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of a.names)
    for (const other of b.names) {
      if (shortForm(one, other, roof) || nameConflict(one, other, roof) !== null) continue;
      const names = nameFeatures(one, other, model);
      const features = [...names, ...records, ...jointFeatures(names, records)];
      const odds = logOdds(features, model);
      if (odds <= most) continue;
      most = odds;
      best = { probability: probabilityOf(odds), features, names: [one, other] };
    }
  return best;
};

/** What is said of a pair where nothing is certain: how likely it is one institution, and what suggests it. */
type Likelihood = Readonly<{ probability: number; why: LinkReason }>;

type LinkReason =
  | 'official-number'
  | 'number-agrees-name-does-not'
  | 'a-part-speaks-against'
  | 'same-name'
  | 'same-name-other-city'
  | 'same-address'
  | 'similar-name';

/** From here on a list's silence about one of two proves nothing where the other stands on it. */
const POSSIBLE = 0.05;
/** A pair that numbers, house or whole name suggest and a compared part forbids. */
const SPOKEN_AGAINST = 0.3;

const OFFICIAL = /^(?:licence-number|uscc|org-code|insurance-code|trial-filing) /u;
/** Numbers of one institution alone; a USCC is often shared by a hospital and its branches. */
const OF_ONE = /^(?:licence-number|trial-filing) /u;

const DIFFERENT_WORDS = new Set(['core.differs', 'core.one', 'words.differ']);

const reasonOf = ({ features }: LinkPair): LinkReason => {
  if (features.some((one) => one.startsWith('name.'))) return 'same-name';
  return features.includes('house.same') ? 'same-address' : 'similar-name';
};

/**
 * Whether numbers alone keep two records apart and none of an authority is theirs in common: then `likelihood` gives null, unless both
 * bear one whole name, and their names need not be taken apart.
 */
export const numbersApart = (a: LinkProfile['numbers'], b: LinkProfile['numbers']): boolean => {
  if (a.some((one) => OFFICIAL.test(one) && b.includes(one))) return false;
  const schemes = new Set(a.map(schemeOfOne));
  return b.some((one) => schemeOfOne(one) !== null && schemes.has(schemeOfOne(one)));
};

const shared = (a: LinkProfile, b: LinkProfile, scheme: RegExp): boolean =>
  a.numbers.some((one) => scheme.test(one) && b.numbers.includes(one));

const wholeName = (a: LinkProfile, b: LinkProfile): boolean =>
  a.names[0] !== undefined && a.names[0].full === b.names[0]?.full;

const saysWhose = ({ names: [name] }: LinkProfile): boolean =>
  name !== undefined && (name.parent !== '' || (name.parts?.places.length ?? 0) > 0);

/** What is said of two records that their columns keep apart; null where nothing suggests a mistake in them. */
const despiteConflict = (conflict: string, a: LinkProfile, b: LinkProfile): Likelihood | null => {
  if (conflict.startsWith('list:')) return null;
  if (shared(a, b, OFFICIAL)) return { probability: SPOKEN_AGAINST, why: 'number-agrees-name-does-not' };
  if (conflict.startsWith('number:') && wholeName(a, b))
    return { probability: SPOKEN_AGAINST, why: 'a-part-speaks-against' };
  if (conflict === 'city' && wholeName(a, b) && saysWhose(a))
    return { probability: DOUBTFUL, why: 'same-name-other-city' };
  return null;
};

/** What is said of two records where every two names of theirs contradict each other. */
const despiteNames = (a: LinkProfile, b: LinkProfile): Likelihood | null => {
  if (shared(a, b, OFFICIAL)) return { probability: SPOKEN_AGAINST, why: 'number-agrees-name-does-not' };
  return recordFeatures(a, b).includes('house.same')
    ? { probability: SPOKEN_AGAINST, why: 'a-part-speaks-against' }
    : null;
};

const ofChineseMedicine = ({ parent, parts }: LinkName): boolean =>
  parent.includes('中医') || (parts?.kinds.includes('tcm') ?? false);
const sameMedicine = ([one, other]: LinkPair['names']): boolean =>
  ofChineseMedicine(one) === ofChineseMedicine(other);

/** It is called by a Chinese name: an English one then joins nothing. */
const hasChinese = ({ names }: LinkProfile): boolean =>
  names.some(({ kind, parts }) => kind === 'legal' && parts !== null);

/**
 * Names with nothing in common but a house are another tenant's, unless both are a university's, the army's or a public hospital's:
 * those have changed their names under one roof.
 */
const withoutCommonWord = ({ probability, features, names }: LinkPair, inChinese: boolean): number => {
  const words = features.some((one) => DIFFERENT_WORDS.has(one));
  const house = features.includes('house.same');
  if (features.includes('domain.same')) return probability;
  // Two hospitals may be called by one short form, and by one English word.
  if (features.includes('name.shared') || (features.includes('name.english') && inChinese))
    return Math.min(probability, 0.5);
  if (words && !(house && features.includes('both.public') && sameMedicine(names)))
    return Math.min(probability, 0.5);
  // Where no city is known, words in common say little: the province has many hospitals.
  if (features.includes('city.unknown') && !features.some((one) => /^(?:name\.|stem\.placed)/u.test(one)))
    return Math.min(probability, 0.5);
  // 维吾尔医医院, a second name of one county's hospital, is another county's as well.
  const vague = features.includes('name.unplaced') && !features.includes('name.legal');
  return vague && !house && !features.includes('house.near') ? Math.min(probability, 0.5) : probability;
};

/**
 * How likely two records are one institution, and what suggests it; null where they are two for certain or nothing suggests that they
 * are one. Pure: it depends on the two alone, so that no other list changes it.
 */
export const likelihood = (a: LinkProfile, b: LinkProfile): Likelihood | null => {
  const conflict = exclusiveConflict(a.exclusive, b.exclusive);
  if (conflict !== null) return despiteConflict(conflict, a, b);
  const pair = comparePair(a, b);
  if (pair === null || pair.features.includes('name.none')) return despiteNames(a, b);
  const words = pair.features.some((one) => DIFFERENT_WORDS.has(one));
  if (shared(a, b, OF_ONE) || (shared(a, b, OFFICIAL) && !words))
    return { probability: 0.99, why: 'official-number' };
  if (shared(a, b, OFFICIAL)) return { probability: 0.5, why: 'number-agrees-name-does-not' };
  const probability = withoutCommonWord(pair, hasChinese(a) && hasChinese(b));
  return probability < POSSIBLE ? null : { probability, why: reasonOf(pair) };
};
