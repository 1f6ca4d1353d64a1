import type { Registry } from '../../../jobs/data-folder.ts';

/** Pages that must be there: those the newest editions rest on, or every page the database knows. */
export const knownPages = async ({ store }: Registry, all: boolean): Promise<readonly string[]> => {
  if (all) return (await store.snapshots()).map(({ sha256 }) => sha256);
  const sources = [...(await store.sources()).values()];
  return sources.flatMap(({ editions }) => editions.at(-1)?.snapshots ?? []);
};
