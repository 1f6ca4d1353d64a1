import type { JudgedFact, Judgement, NewJudgement } from '../../schema/judgement.ts';
import { shanghaiDay } from '../text/dates.ts';

/** One text for a pair, whichever is named first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

/** The newest judgement of each pair, in the order in which the pairs were last judged. */
export const newestOfPairs = <T extends NewJudgement>(given: readonly T[]): readonly T[] => {
  const newest = new Map<string, T>();
  for (const one of given) {
    const key = pairKey(one.one, one.other);
    newest.delete(key);
    newest.set(key, one);
  }
  return [...newest.values()];
};

/** Groups of ids that are one institution: `headOf` gives the same id for all of a group. */
type Groups = Readonly<{ headOf(id: string): string; members(): readonly (readonly string[])[] }>;

const groupsOf = (pairs: readonly NewJudgement[]): Groups & { join(one: string, other: string): void } => {
  const up = new Map<string, string>();
  const headOf = (id: string): string => {
    const above = up.get(id) ?? id;
    return above === id ? id : headOf(above);
  };
  const join = (one: string, other: string): void => {
    const [low = '', high = ''] = [headOf(one), headOf(other)].sort();
    up.set(low, low);
    up.set(high, low);
  };
  for (const { one, other } of pairs) join(one, other);
  const members = (): readonly (readonly string[])[] => [
    ...Map.groupBy([...up.keys()].sort(), headOf).values(),
  ];
  return { headOf, join, members };
};

/**
 * Which institutions the judgements in force make one, and which they keep apart. A judgement of A and B holds for whatever A and
 * B became part of. Where they contradict each other (which `contradictedJudgements` refuses), `different` wins: two hospitals
 * taken for one is the worse mistake.
 */
export const resolveJudgements = (given: readonly Judgement[]) => {
  const counted = newestOfPairs(given);
  const different = counted.filter(({ decision }) => decision === 'different');
  const groups = groupsOf([]);
  const same: Judgement[] = [];
  for (const one of counted.filter(({ decision }) => decision === 'same')) {
    const [a, b] = [groups.headOf(one.one), groups.headOf(one.other)];
    const forbidden = different.some(
      (two) => pairKey(groups.headOf(two.one), groups.headOf(two.other)) === pairKey(a, b),
    );
    if (forbidden) continue;
    groups.join(a, b);
    same.push(one);
  }
  const { headOf } = groups;
  const together = new Map(groups.members().flatMap((ids) => ids.map((id) => [id, ids] as const)));
  /** All ids that persons judged to be one with this one, itself included. */
  const groupOf = (id: string): readonly string[] => together.get(id) ?? [id];
  const apartKeys = new Set(different.map((one) => pairKey(headOf(one.one), headOf(one.other))));
  const areDifferent = (a: string, b: string): boolean => apartKeys.has(pairKey(headOf(a), headOf(b)));
  return { given, counted, same, different, headOf, groupOf, areDifferent };
};
export type ResolvedJudgements = ReturnType<typeof resolveJudgements>;

/** The judgements that lead from one id to another by `same`, in order; empty when none do. */
const pathOf = <T extends NewJudgement>(same: readonly T[], from: string, to: string): readonly T[] => {
  const known = new Map<string, readonly T[]>([[from, []]]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === to) return known.get(id) ?? [];
    for (const step of same) {
      const next = step.one === id ? step.other : step.other === id ? step.one : null;
      if (next === null || known.has(next)) continue;
      known.set(next, [...(known.get(id) ?? []), step]);
      queue.push(next);
    }
  }
  return [];
};

/**
 * The judgements that a new one contradicts (A and B the same, B and C the same, A and C different); null for none. An earlier
 * judgement of the very same pair is no contradiction: the newer one counts.
 */
export const contradictedJudgements = (
  given: readonly NewJudgement[],
  fresh: NewJudgement,
): readonly NewJudgement[] | null => {
  const counted = newestOfPairs([...given, fresh]);
  const same = counted.filter(({ decision }) => decision === 'same');
  for (const apart of counted.filter(({ decision }) => decision === 'different')) {
    const path = pathOf(same, apart.one, apart.other);
    if (path.length > 0) return [...path, apart].filter((one) => one !== fresh);
  }
  return null;
};

/** The judgements about one institution, for its dossier: the other id and the day in Shanghai, without who judged. */
export const judgedFacts = (
  id: string,
  { same, different, headOf }: ResolvedJudgements,
): readonly JudgedFact[] => {
  const mine = (one: string): boolean => headOf(one) === headOf(id);
  const on = (one: Judgement): string => shanghaiDay(new Date(one.at));
  const joined = same
    .filter(({ one }) => mine(one))
    .map((one) => ({
      decision: 'same' as const,
      other: one.other === id ? one.one : one.other,
      on: on(one),
    }));
  const held = different
    .filter(({ one, other }) => mine(one) || mine(other))
    .map((one) => ({
      decision: 'different' as const,
      other: mine(one.one) ? one.other : one.one,
      on: on(one),
    }));
  return [...joined, ...held].sort((a, b) => (pairKey(a.on, a.other) < pairKey(b.on, b.other) ? -1 : 1));
};
