import type { Judgement } from '../../schema/judgement.ts';
import type { MergeRank, MergeWriter, RegistryWriter } from '../store/registry-writer.ts';
import type { ResolvedJudgements } from './judgements.ts';

type Merger = Pick<RegistryWriter, 'next'> & Omit<MergeWriter, 'judgements'>;

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
    one.official ? 0 : 1,
    one.firstGeneration,
  ];
  const best = rows.toSorted((a, b) => {
    const [left, right] = [order(a), order(b)];
    const at = left.findIndex((value, place) => value !== right[place]);
    return at < 0 ? (a.id < b.id ? -1 : 1) : (left[at] ?? 0) - (right[at] ?? 0);
  });
  return best[0]?.id;
};

/** Which institution is to be merged into which other one by the judgements in force. */
const wantedMergers = async (
  { members }: ResolvedJudgements,
  now: ReadonlyMap<string, string>,
  registry: Merger,
): Promise<ReadonlyMap<string, string>> => {
  const lead = new Map<string, string>();
  for (const ids of members()) {
    const head = await keptIdOf(ids, now, registry);
    for (const id of ids)
      if (head !== undefined && id !== head && (await registry.mergeRank(id)) !== undefined)
        lead.set(id, head);
  }
  return lead;
};

/** Both institutions of each judgement that counts for the first time in this generation: their dossiers change. */
const newlyJudged = (judgements: readonly Judgement[], next: number): readonly string[] =>
  judgements.filter(({ generation }) => generation === next).flatMap(({ one, other }) => [one, other]);

/**
 * Reads institutions as one where a person judged them the same, and apart again where that was taken back. Past generations keep
 * what they were. Gives the ids whose dossiers must be compiled anew.
 */
export const applyJudgements = async (
  registry: Merger,
  weighed: ResolvedJudgements,
  judgements: readonly Judgement[],
): Promise<readonly string[]> => {
  const fresh = newlyJudged(judgements, registry.next);
  if (judgements.length === 0) return [];
  const now = await registry.mergers();
  const next = await wantedMergers(weighed, now, registry);
  const touched = new Set(fresh.map((id) => next.get(id) ?? id));
  for (const id of [...new Set([...now.keys(), ...next.keys()])].sort()) {
    const [before, after] = [now.get(id), next.get(id)];
    if (before === after) continue;
    await registry.setMerger(id, after ?? null);
    for (const one of [id, before, after]) if (one !== undefined) touched.add(one);
  }
  return [...touched];
};
