import type { RegistryWriter } from '../store/writing.ts';

type Merger = Pick<RegistryWriter, 'sameJudgements' | 'merge'>;

/**
 * Merges pairs that a person judged to be the same: the newer id (greater text) of a pair leads to the candidate from then on.
 * Past generations keep both. Gives the ids that took something in.
 */
export const mergeJudged = async (registry: Merger): Promise<readonly string[]> => {
  const living = new Map<string, string>();
  const follow = (id: string): string => {
    const next = living.get(id);
    return next === undefined ? id : follow(next);
  };
  const taken: string[] = [];
  for (const { institution, candidate } of await registry.sameJudgements()) {
    const from = follow(institution);
    const into = follow(candidate);
    if (from === into) continue;
    await registry.merge(from, into);
    living.set(from, into);
    taken.push(into);
  }
  return taken;
};
