import type { Archive } from '../archive/archive.ts';
import type { Source } from '../harvest/catalogue.ts';
import { reconcileCode } from '../registry/reconcile.ts';
import type { History } from '../store/history.ts';
import type { Integrity } from '../store/integrity/integrity.ts';
import { openStore } from '../store/open-store.ts';
import { CannotReplay, rebuildGenerations } from './rebuild.ts';

/** The result of a replay. */
export type Replay = Readonly<{
  generation: number;
  /** The hash the generation was published with, and the one it has when rebuilt from the kept pages. */
  published: string;
  rebuilt: string;
  equal: boolean;
  /** Institutions whose stored record, which answers, is not the one that was rebuilt. */
  differing: readonly string[];
  editions: number;
  /** Sources whose editions were read by other code than today's, which alone may change the hash. */
  readOtherwise: readonly string[];
  /** True when other code than today's linked and compiled one of the generations, which alone may change the hash. */
  compiledOtherwise: boolean;
}>;

type ReplayNeeds = Readonly<{
  store: Pick<History, 'pastGenerations'> & Readonly<{ integrity: Integrity }>;
  archive: Archive;
  sources: readonly Source[];
  generation: number;
  /** A data folder that holds no registry yet; the rebuilt one is left in it. */
  data: string;
  progress?: ((generation: number, of: number) => void) | undefined;
}>;

/** Institutions whose record differs between two registries in one generation, or is altered in the first one. */
const differingRecords = async (
  stored: Integrity,
  rebuilt: Integrity,
  generation: number,
): Promise<readonly string[]> => {
  const left = new Map<string, string>();
  for await (const { institution, hash } of rebuilt.dossiers(generation)) left.set(institution, hash);
  const differing: string[] = [];
  for await (const { institution, hash, whole } of stored.dossiers(generation)) {
    if (!whole || left.get(institution) !== hash) differing.push(institution);
    left.delete(institution);
  }
  return [...differing, ...left.keys()].sort();
};

/**
 * Rebuilds a past generation from the archive and the judgements of persons, edition by edition and night by night, in a data
 * folder of its own. The same pages read by the same code give the same registry hash. Throws CannotReplay when a page or a source is gone.
 */
export const replay = async (needs: ReplayNeeds): Promise<Replay> => {
  const generations = await needs.store.pastGenerations(needs.generation);
  const last = generations.at(-1);
  if (last?.number !== needs.generation) throw new CannotReplay(`there is no generation ${needs.generation}`);
  const code = reconcileCode();
  const into = await openStore({ data: needs.data, alone: true });
  const { archive, sources, progress } = needs;
  try {
    const built = { archive, sources, into, seen: new Set<string>(), progress };
    const { editions, readOtherwise } = await rebuildGenerations(generations, built);
    await into.refresh();
    const rebuilt = into.reader().reference.registryHash;
    const differing = await differingRecords(needs.store.integrity, into.integrity, needs.generation);
    const equal = rebuilt === last.registryHash && differing.length === 0;
    return {
      generation: needs.generation,
      published: last.registryHash,
      rebuilt,
      equal,
      differing,
      editions,
      readOtherwise: [...readOtherwise].sort(),
      compiledOtherwise: generations.some((past) => past.code !== code),
    };
  } finally {
    await into.close();
  }
};
