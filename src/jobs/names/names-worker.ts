import { setImmediate as pause } from 'node:timers/promises';
import { nameFinderFor } from '../../identify/kept-index/name-finders.ts';
import { namesAhead } from '../../names/index/read-name.ts';
import { openSharedFiles, openStore } from '../../store/open-store.ts';
import { stepBehindOthers } from '../behind-others.ts';
import { serveWorker } from '../serve-worker.ts';
import type { NamesCalls } from './names-index.ts';
import { shareIndex } from './share-index.ts';

stepBehindOthers();
const known = namesAhead();

/** Names read between two pauses, in which the process hears that the one which opened it is gone. */
const CHUNK = 20;

/**
 * Reads the names of all rows that were accepted, before a generation holds them, so that `build` finds most of them read. Whoever asks by number waits
 * for the thread that places those rows and not for this one, which takes what that one leaves; a newer generation's index is waited for by nobody.
 */
const ahead = async ({ data }: NamesCalls['ahead']['given']): Promise<null> => {
  const store = await openStore({ data, alone: true });
  try {
    let read = 0;
    for await (const name of store.statedNames()) {
      known.keep(name);
      read += 1;
      if (read % CHUNK === 0) await pause();
    }
  } finally {
    await store.close();
  }
  return null;
};

/**
 * Has the names index in its file, beside the service: its own connection reads the newest generation. Where several machines share a
 * database one of them builds it. Gives which generation that was.
 */
const build = async ({ data, file, patient }: NamesCalls['build']['given']): Promise<number> => {
  const store = await openStore({ data, alone: true });
  const shared = openSharedFiles(data);
  try {
    const reader = store.reader();
    if (shared === null) await nameFinderFor(reader, file, undefined, known.read);
    else await shareIndex({ store, reader, file, shared, patient, read: known.read });
    return reader.generation;
  } finally {
    await shared?.close();
    await store.close();
  }
};

serveWorker<NamesCalls>({ ahead, build }, async () => undefined);
