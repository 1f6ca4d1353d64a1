import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Archive } from '../../archive/archive.ts';
import type { Source } from '../../harvest/catalogue.ts';
import { shelfFolder } from '../../packs/pack-shelf.ts';
import type { Generations } from '../../store/generations.ts';
import type { History } from '../../store/history.ts';
import { openStore } from '../../store/open-store.ts';
import type { PackSource } from '../../store/packs.ts';
import { rebuildGenerations } from '../rebuild.ts';

type Needs = Readonly<{
  store: Pick<Generations, 'reader'> & Pick<History, 'pastGenerations'> & PackSource;
  archive: Archive;
  sources: () => Promise<readonly Source[]>;
  data: string;
}>;

/** Sources whose rights let nothing travel but that they exist, and that have rows here. */
const withheldIn = (store: PackSource): Promise<readonly string[]> =>
  store.readPack(async ({ descriptors, rowCounts }) =>
    [...descriptors.values()]
      .filter(({ id, rights }) => rights.redistribute === 'metadata' && (rowCounts.get(id) ?? 0) > 0)
      .map(({ id }) => id)
      .sort(),
  );

/** How far the registry without some sources has come; `whole` is false while it is being built on. */
const progress = z.strictObject({
  withheld: z.array(z.string()),
  generation: z.number().int(),
  whole: z.boolean(),
});
type Progress = z.infer<typeof progress>;

const readProgress = async (note: string): Promise<Progress | null> => {
  const text = await readFile(note, 'utf8').catch(() => null);
  const read = text === null ? null : progress.safeParse(JSON.parse(text));
  return read?.success === true ? read.data : null;
};

/** Builds on from the last generation that is there; from the first one where other sources are left out now, or the last time was cut off. */
const advance = async (folder: string, withheld: readonly string[], needs: Needs) => {
  const note = `${folder}.json`;
  const last = await readProgress(note);
  const goesOn = last?.whole === true && JSON.stringify(last.withheld) === JSON.stringify(withheld);
  if (!goesOn) {
    // The note first: killed in between, nobody takes the empty folder for a whole one.
    await rm(note, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
  const { generation } = needs.store.reader();
  const past = await needs.store.pastGenerations(generation);
  const missing = past.filter(({ number }) => !goesOn || number > last.generation);
  const into = await openStore({ data: folder, alone: true });
  const save = (whole: boolean) =>
    writeFile(note, JSON.stringify({ withheld, generation, whole }), { mode: 0o600 });
  try {
    if (missing.length === 0) return into;
    await save(false);
    const seen = new Set((await into.sources()).keys());
    const takes = (source: string) => !withheld.includes(source);
    await rebuildGenerations(missing, {
      archive: needs.archive,
      sources: await needs.sources(),
      into,
      seen,
      takes,
    });
    await into.refresh();
    await save(true);
    return into;
  } catch (cause) {
    await into.close();
    throw cause;
  }
};

/**
 * Does some work with the registry that may travel: this one, where all its sources may; otherwise one of its own, built from the kept
 * pages without the sources that may not, and built on from generation to generation. Throws CannotReplay.
 */
export const withTravellingRegistry = async <T>(
  needs: Needs,
  work: (store: PackSource) => Promise<T>,
): Promise<T> => {
  const withheld = await withheldIn(needs.store);
  if (withheld.length === 0) return work(needs.store);
  const into = await advance(join(shelfFolder(needs.data), 'travelling'), withheld, needs);
  return work(into).finally(() => into.close());
};
