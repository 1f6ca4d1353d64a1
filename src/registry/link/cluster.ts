import { JOINED } from '../../../schema/judgement.ts';
import { exclusiveConflict } from '../../names/link/exclusive.ts';
import type { LinkProfile } from '../../names/link/link-profile.ts';
import type { LikelyPair } from '../../store/link-book.ts';

/** What of a record keeps it apart from others, whatever their names. */
export type Stand = Pick<LinkProfile, 'id' | 'exclusive' | 'official'>;

/** What persons said of records. */
type Judged = Readonly<{
  areDifferent(one: string, other: string): boolean;
  headOf(id: string): string;
}>;

type Cluster = Readonly<{ members: readonly string[]; stand: Stand }>;

const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].sort();

const joined = (a: Cluster, b: Cluster): Cluster => ({
  members: union(a.members, b.members),
  stand: {
    id: a.stand.id,
    exclusive: union(a.stand.exclusive, b.stand.exclusive),
    official: a.stand.official || b.stand.official,
  },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The surest first; the order of ids decides between equals, so that the same pairs give the same clusters. */
const surestFirst = (a: LikelyPair, b: LikelyPair): number =>
  b.probability - a.probability || compare(a.one, b.one) || compare(a.other, b.other);

/**
 * Records that could as well be either of two which cannot be one: 人民医院 of a province where two towns have one. Its pairs with
 * both are left to a person.
 */
const undecided = (
  pairs: readonly LikelyPair[],
  stands: ReadonlyMap<string, Stand>,
): ReadonlySet<LikelyPair> => {
  const of = Map.groupBy(
    pairs.flatMap((pair) => [
      { id: pair.one, to: pair.other, pair },
      { id: pair.other, to: pair.one, pair },
    ]),
    ({ id }) => id,
  );
  const found = new Set<LikelyPair>();
  for (const own of of.values())
    for (const [at, a] of own.entries())
      for (const b of own.slice(at + 1)) {
        const [one, other] = [stands.get(a.to), stands.get(b.to)];
        if (
          one === undefined ||
          other === undefined ||
          exclusiveConflict(one.exclusive, other.exclusive) === null
        )
          continue;
        const lead = odds(a.pair) + worth(one) - odds(b.pair) - worth(other);
        if (lead < MARGIN) found.add(a.pair);
        if (-lead < MARGIN) found.add(b.pair);
      }
  return found;
};
/** How much likelier one of two that cannot both be right must be to be taken, in log-odds. */
const MARGIN = 1;
/** What only a directory names, perhaps in the wrong town, takes no row from a hospital that an authority names. */
const worth = ({ official }: Stand): number => (official ? 3 : 0);
const odds = ({ probability }: LikelyPair): number =>
  Math.log(probability / (1 - Math.min(probability, 1 - 1e-9)));

/**
 * Which of these records are one institution: what persons judged the same first, then pair after pair, the surest first, unless a
 * province, city, number, complete list or judgement keeps any of the two clusters' records apart.
 */
export const cluster = (
  stands: ReadonlyMap<string, Stand>,
  pairs: readonly LikelyPair[],
  judged: Judged,
): readonly (readonly string[])[] => {
  const clusters = new Map<string, Cluster>();
  for (const [id, stand] of stands) clusters.set(id, { members: [id], stand });
  const join = (a: Cluster, b: Cluster): void => {
    const both = joined(a, b);
    for (const id of both.members) clusters.set(id, both);
  };
  for (const id of stands.keys()) {
    const [own, head] = [clusters.get(id), clusters.get(judged.headOf(id))];
    if (own !== undefined && head !== undefined && own !== head) join(own, head);
  }
  const likely = pairs.filter(({ probability }) => probability >= JOINED);
  const left = undecided(likely, stands);
  for (const pair of likely.filter((one) => !left.has(one)).toSorted(surestFirst)) {
    const [a, b] = [clusters.get(pair.one), clusters.get(pair.other)];
    if (a === undefined || b === undefined || a === b) continue;
    if (exclusiveConflict(a.stand.exclusive, b.stand.exclusive) !== null) continue;
    if (a.members.some((one) => b.members.some((other) => judged.areDifferent(one, other)))) continue;
    join(a, b);
  }
  return [...new Set(clusters.values())].map(({ members }) => members);
};
