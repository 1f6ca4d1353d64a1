import { join } from 'node:path';
import { brandsOf } from '../../identify/famous/brands.ts';
import { holdsIndex } from '../../identify/kept-index/index-file.ts';
import { indexStamp, keepIndexIn, nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import type { Generations } from '../../store/generations.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { type Channel, openChannel } from '../worker-channel.ts';
import { openAnswering } from './answers-ahead.ts';

/**
 * The calls of the names worker. `ahead`: read the names of what was accepted, before it is published. `build`: write the index of the newest
 * generation of a data folder into a file; its number is the answer.
 */
export type NamesCalls = Readonly<{
  ahead: Readonly<{ given: Readonly<{ data: string }>; answer: null }>;
  build: Readonly<{ given: Readonly<{ data: string; file: string; patient: boolean }>; answer: number }>;
}>;

const openWorker = (): Channel<NamesCalls, never> =>
  openChannel<NamesCalls>({ file: new URL('./names-worker.ts', import.meta.url), data: null, apart: true });

/** Builds in a process that ends afterwards, since the memory of a large index is given back only then. */
const buildIn = async (
  worker: Channel<NamesCalls, never>,
  given: NamesCalls['build']['given'],
): Promise<number> => {
  try {
    return await worker.call('build', given);
  } finally {
    await worker.stop();
  }
};

/** Where a data folder keeps its names index. */
export const namesFile = (data: string): string => join(data, 'names.index');

/**
 * The names index of the service. `ready` takes up the index and the famous names of the generation that answers: from the file
 * beside the database, or built in a process of its own when the file is of another generation. Questions that need the index wait for that
 * one; all others are answered meanwhile. Where several machines share a database, one process builds and the others take up what it
 * kept there; a `patient` one leaves building to others as long as there are any that work.
 */
export const openNames = (store: Pick<Generations, 'reader'>, data: string, patient = false) => {
  const file = namesFile(data);
  const answering = openAnswering(data, patient);
  let written = 0;
  /** The process that has read names ahead, until it builds. */
  let early: Channel<NamesCalls, never> | null = null;
  const build = (): Promise<number> => {
    // What is said of names until now holds no more.
    answering.stop();
    const worker = early ?? openWorker();
    early = null;
    return buildIn(worker, { data, file, patient });
  };
  let building = Promise.resolve();
  /** One after another, each of the newest generation: what was begun earlier may not know of it. */
  const prepare = (generation: number): Promise<number> => {
    const next = building.then(async () => {
      if (written !== generation) written = await build();
      return written;
    });
    building = next.then(
      () => undefined,
      () => undefined,
    );
    return next;
  };
  return {
    /**
     * For a first generation that is being made: opens the process that will build its index, and gives what makes it read all names that were
     * accepted, while their rows are placed.
     */
    ahead: (): (() => void) => {
      early ??= openWorker();
      const worker = early;
      return () => void worker.call('ahead', { data }).catch(() => undefined);
    },
    /** Writes the index of the generation that is to answer next, or of a newer one, while another one still answers; gives which one it was. */
    prepare,
    /** Whether the index of the generation that answers lies ready in its file; a first question by name then finds it there. */
    kept: async (): Promise<boolean> => {
      const reader = store.reader();
      const held = await holdsIndex(file, indexStamp(reader));
      if (held) keepIndexIn(file, reader);
      return held;
    },
    /** Takes up what this reader's questions by name need, before or as it answers. */
    ready: async (reader: Reader = store.reader()): Promise<void> => {
      keepIndexIn(file, reader);
      await nameFinderFor(reader, file, async () => void (await build()));
      await brandsOf(reader);
    },
    /** Has the names of the generation that answers answered ahead, for which nobody waits. */
    answerAhead: (failed: (cause: unknown) => void): void => answering.begin(store.reader(), failed),
    /** The same at once. */
    answered: (): Promise<void> => answering.take(store.reader()),
    close: answering.stop,
  };
};
