import type { ByteStore, StoredItem } from '../../src/archive/byte-store.ts';

/** Keeps bytes in memory: another place to keep them than files, to see that the archive does not care. */
export const memoryBytes = (): ByteStore => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (name, bytes) => void kept.set(name, bytes.slice()),
    get: async (name) => {
      const bytes = kept.get(name);
      return (
        bytes &&
        (async function* () {
          yield bytes.subarray(0, 3);
          yield bytes.subarray(3);
        })()
      );
    },
    sizeOf: async (name) => kept.get(name)?.length,
    remove: async (name) => void kept.delete(name),
    walk: async function* () {
      for (const [name, { length }] of kept)
        yield { name, bytes: length, at: new Date(0), unfinished: false, place: name } satisfies StoredItem;
    },
    discard: async () => undefined,
  };
};
