import type { RegistryWriter } from '../../registry-writer.ts';
import type { PutBack } from './registry-writer.ts';

/**
 * The registry while its first generation is made: when the transaction began there was neither a pair nor a merger. Of a record that
 * got none since, the database need not be asked for any, which would be a dozen questions for each of a million. `putBack`: what was
 * taken away while rows are placed and dossiers compiled.
 */
export const onFirstNight = (writer: RegistryWriter, putBack: PutBack): RegistryWriter => {
  const paired = new Set<string>();
  const merged = new Set<string>();
  return {
    ...writer,
    endPlacing: async () => {
      await writer.endPlacing();
      await putBack('placing');
    },
    hashLines: async function* () {
      yield* writer.hashLines();
      await putBack('compiling');
    },
    addPair: async (pair) => {
      paired.add(pair.one).add(pair.other);
      await writer.addPair(pair);
    },
    setMerger: async (institution, into, because) => {
      merged.add(institution);
      if (into !== null) merged.add(into);
      await writer.setMerger(institution, into, because);
    },
    pairsOf: async (id) => (paired.has(id) ? writer.pairsOf(id) : []),
    headOf: async (id) => (merged.has(id) ? writer.headOf(id) : id),
    couldBe: async (id) => (paired.has(id) || merged.has(id) ? writer.couldBe(id) : []),
  };
};
