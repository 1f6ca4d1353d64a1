import type { Judgement } from '../../schema/judgement.ts';
import type { LikelyPair, LinkBook } from '../store/link-book.ts';
import type { MergeRank, MergerReason, MergeWriter, RegistryWriter } from '../store/registry-writer.ts';
import type { ResolvedJudgements } from './judgements.ts';
import { cluster, type Stand } from './link/cluster.ts';
import type { Profiles } from './link/compare-records.ts';
import { type Component, componentsOf } from './link/components.ts';

type Merger = Pick<RegistryWriter, 'next'> & Omit<MergeWriter, 'judgements'> & Pick<LinkBook, 'pairsOf'>;

/**
 * Of several records of one institution the id that is kept: the one that others were merged into already, else one that an
 * authority's list names, else the oldest, else the first in the order of the ids.
 */
const keptIdOf = async (
  ids: readonly string[],
  now: ReadonlyMap<string, string>,
  registry: Merger,
): Promise<string | undefined> => {
  const leading = new Set(ids.map((id) => now.get(id)));
  const rows: MergeRank[] = [];
  for (const id of ids) {
    const rank = await registry.mergeRank(id);
    if (rank !== undefined) rows.push(rank);
  }
  const order = (one: MergeRank): readonly number[] => [
    leading.has(one.id) ? 0 : 1,
    one.rank,
    one.firstGeneration,
  ];
  const best = rows.toSorted((a, b) => {
    const [left, right] = [order(a), order(b)];
    const at = left.findIndex((value, place) => value !== right[place]);
    return at < 0 ? (a.id < b.id ? -1 : 1) : (left[at] ?? 0) - (right[at] ?? 0);
  });
  return best[0]?.id;
};

/** Gives for a record the group of records that are merged with it now, itself included; `now`: record → what it is merged into. */
const mergedGroups = (now: ReadonlyMap<string, string>): ((id: string) => readonly string[]) => {
  const below = Map.groupBy(now.keys(), (id) => now.get(id) ?? id);
  return (id) => {
    const head = now.get(id) ?? id;
    return [head, ...(below.get(head) ?? [])];
  };
};

/** Both institutions of each judgement that counts for the first time in this generation. */
export const newlyJudged = (judgements: readonly Judgement[], next: number): readonly string[] =>
  judgements.filter(({ generation }) => generation === next).flatMap(({ one, other }) => [one, other]);

const JUDGED: MergerReason = { why: 'judged-same', probability: 1 };

/** What best joins a record with the others of its cluster. */
const reasonFor = (id: string, members: readonly string[], pairs: readonly LikelyPair[]): MergerReason =>
  pairs
    .filter(
      ({ one, other }) => (one === id && members.includes(other)) || (other === id && members.includes(one)),
    )
    .toSorted((a, b) => b.probability - a.probability)[0] ?? JUDGED;

const mergeComponent = async (
  { ids, pairs }: Component,
  stands: ReadonlyMap<string, Stand>,
  weighed: ResolvedJudgements,
  registry: Merger,
  now: ReadonlyMap<string, string>,
): Promise<readonly string[]> => {
  const touched: string[] = [];
  for (const members of cluster(stands, pairs, weighed)) {
    const head = members.length === 1 ? members[0] : await keptIdOf(members, now, registry);
    for (const id of members) {
      const [before, after] = [now.get(id), id === head ? undefined : head];
      if (before === after) continue;
      const { why, probability } = reasonFor(id, members, pairs);
      await registry.setMerger(id, after ?? null, { why, probability });
      touched.push(...[id, before, after].filter((one) => one !== undefined));
    }
  }
  return ids.length === 0 ? [] : touched;
};

/**
 * Reads as one the records that likely pairs and judgements make one institution, and apart again those that nothing joins any
 * longer. Only components that hold one of `seeds` are looked at: nothing outside them can have changed. Past generations keep what
 * they were. Gives the ids whose dossiers must be compiled anew.
 */
export const applyLinks = async (
  seeds: Iterable<string>,
  registry: Merger,
  profiles: Profiles,
  weighed: ResolvedJudgements,
): Promise<readonly string[]> => {
  const now = await registry.mergers();
  const touched: string[] = [];
  const judgedWith = (id: string): readonly string[] => weighed.groupOf(id);
  for await (const component of componentsOf(seeds, registry, mergedGroups(now), judgedWith)) {
    if (component.ids.length === 1 && !now.has(component.ids[0] ?? '')) continue;
    const stands = new Map<string, Stand>();
    for (const id of component.ids) stands.set(id, await profiles.of(id));
    touched.push(...(await mergeComponent(component, stands, weighed, registry, now)));
  }
  return touched;
};
