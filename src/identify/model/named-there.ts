import { nameKinds } from '../../../schema/record.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import { hasHan } from '../../text/han.ts';
import { placeFit } from '../asked-place.ts';
import type { AskedName } from './asked-name.ts';
import type { Candidate } from './candidates.ts';

/** The observation that a registered name is the one asked with the city stated beside it before, and that it stands there. */
export const NAMED_THERE = 'named-there';

const REGISTERED = ['legal', 'second', 'former', 'english'].map((kind) =>
  (nameKinds as readonly string[]).indexOf(kind),
);

/** 第四医院 beside 哈尔滨市: whether a name on record is 哈尔滨市第四医院, and stands there. */
export const isNamedThere = (index: NameIndex, { there }: AskedName, name: number): boolean =>
  there.length > 0 &&
  REGISTERED.includes(index.nameKind[name] ?? 0) &&
  there.some(
    ({ key, place }) =>
      [index.fullKey[name], index.translationKey[name]].includes(key) &&
      placeFit(place, index.places.at(index.owner[name] ?? 0)) === 'agrees',
  );

const BARE: ReadonlySet<string | null> = new Set(['whole', 'short', 'core']);

/** Whether another is called by the bare name and is on as many lists, or, in Latin letters, all of its name is said as well ("Children's Hospital" in Shanghai). */
const isRivalOf = (one: Candidate, inHan: boolean) => {
  const lists = one.features.get('standing') ?? 0;
  return (other: Candidate): boolean => {
    if (other === one) return false;
    if (other.key === 'whole') return true;
    if (BARE.has(other.key) && (other.features.get('standing') ?? 0) >= lists) return true;
    return !inHan && other.features.has('covered.both') && !other.features.has('branch.differs:known');
  };
};

/**
 * The one institution of the city stated beside a name of whom the name with its city before it is a registered one, as a form with a field for the city asks
 * for it. None where several are called so, or where somebody else there has as good a claim to the bare name.
 */
export const namedThere = <One extends Candidate>(name: string, likely: readonly One[]): One | null => {
  const named = likely.filter(({ features }) => features.has(NAMED_THERE));
  const [one] = named;
  if (one === undefined || named.length > 1) return null;
  return likely.some(isRivalOf(one, hasHan(name))) ? null : one;
};
