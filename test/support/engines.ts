import { join } from 'node:path';
import t, { type Test } from 'tap';
import { keepStateIn } from '../../src/store/open-store.ts';
import { emptyDatabase } from './postgres.ts';

/** Gives a test a data folder of its own, whose state this engine keeps. */
export type Engine = Readonly<{ name: string; folder(t: Test): Promise<string> }>;

const sqlite: Engine = { name: 'SQLite', folder: async (t) => join(t.testdir(), 'data') };

const postgres: Engine = {
  name: 'PostgreSQL',
  folder: async (t) => {
    const folder = join(t.testdir(), 'data');
    keepStateIn(folder, await emptyDatabase());
    return folder;
  },
};

/** Why no PostgreSQL runs on this machine; null where it does. It comes with `npm ci`, but a system may lack what it needs. */
const missing = await emptyDatabase().then(
  () => null,
  (cause: unknown) => String(cause),
);

/** The engines that this machine has: whatever is promised of the store is asked of each. */
export const engines: readonly Engine[] = missing === null ? [sqlite, postgres] : [sqlite];

/** The names of tests become names of folders, which a system keeps short. */
const LONGEST_REASON = 60;

/** Says in the names of tests which engines they ran on. */
export const enginesInWords =
  missing === null ? 'SQLite and PostgreSQL' : `SQLite alone: ${missing.slice(0, LONGEST_REASON)}`;

/** One test for each engine. */
export const onEachEngine = (title: string, work: (t: Test, data: string) => Promise<unknown>): void => {
  for (const { name, folder } of engines)
    void t.test(`${title} (${name})`, async (t) => work(t, await folder(t)));
};
