import { perImport, rule } from './rule.ts';
import { files, housed, type SourceFile } from './tree.ts';

/** The folders that speak SQL, and those of them that know an engine: its files and its words for faults. */
const SQL = ['src/store/sql/', 'src/store/sqlite/', 'src/store/postgres/'];
const ENGINES = ['src/store/sqlite/', 'src/store/postgres/'];
/** The two files through which the rest of the house comes to it. */
const DOORS = ['src/store/open-store.ts', 'src/store/storage-fault.ts'];

/** Files outside the house that must look behind the interfaces, and why. */
const INSIDERS: Readonly<Record<string, string>> = {
  'test/support/postgres.ts': 'starts a database and makes its tables once, for all that are copied from it',
  'test/store/': 'the behaviour of the database itself is tested here',
  'test/http/partner-keys.test.ts': 'alters the log of what was written, to see that it is found out',
  'test/jobs/prepared.test.ts': 'compares every row of every table of two registries',
  'test/http/process.test.ts': 'damages a database to see what is said of it',
  'bench/http/generate.ts': 'fills a registry with a million made-up rows without a night',
  'bench/http/registry.ts': 'copies such a registry',
  'bench/names/made-up-data.ts': 'fills a registry with names alone',
  'bench/names/rivals.ts': 'SQLite is one of the rivals that are measured',
  'bench/refresh/raw-load.ts': 'what anybody would write to load the same rows',
  'bench/refresh/run.ts': 'loads them beside the registry',
};

const isIn = (folders: readonly string[], path: string): boolean =>
  folders.some((folder) => path.startsWith(folder));
const isInside = ({ path }: SourceFile): boolean => isIn(ENGINES, path);
const isInsider = ({ path }: SourceFile): boolean =>
  Object.keys(INSIDERS).some((one) => path === one || (one.endsWith('/') && path.startsWith(one)));
const outside = files.filter((file) => !isInside(file) && !isInsider(file));

rule('only the store room speaks SQL', () =>
  perImport(files, (file, { from }) => {
    const isSql = /^(better-sqlite3|drizzle-orm|node:sqlite|pg$)/.test(from);
    if (
      !isSql ||
      isIn(SQL, file.path) ||
      isInsider(file) ||
      isIn(['schema/tables/', 'schema/postgres/'], file.path)
    )
      return null;
    return `${file.path} imports ${from}: ask src/store for a function that answers the question instead`;
  }),
);

rule('nothing outside the store room knows its engine', () =>
  perImport(outside, (file, { from }) =>
    isIn(ENGINES, from) && !DOORS.includes(file.path)
      ? `${file.path} imports ${from}: use the interfaces of src/store and open them with src/store/open-store.ts`
      : null,
  ),
);

rule('nothing outside the archive knows where its bytes lie', () =>
  perImport(files, (file, { from }) =>
    /^src\/archive\/(file-bytes|write-whole)\.ts$/.test(from) && !/^(src|test)\/archive\//.test(file.path)
      ? `${file.path} imports ${from}: ask the archive (src/archive/open-archive.ts)`
      : null,
  ),
);

rule("nothing outside the store room names an engine's files or faults", () =>
  outside
    .filter(({ path }) => path !== 'test/house/storage.test.ts')
    .filter(({ room, path }) => room !== null || path.startsWith('bench/') || path.startsWith('test/'))
    .filter(({ code, text }) => /['"`/][\w-]+\.(db|sqlite)\b/.test(text) || /\bSQLITE_[A-Z]/.test(code))
    .map(
      ({ path }) =>
        `${path}: give src/store a data folder, and ask src/store/storage-fault.ts what a fault means`,
    ),
);

rule('every exception to the rules of storage is still needed', () =>
  Object.keys(INSIDERS)
    .filter((one) => !files.some(({ path, imports }) => path.startsWith(one) && imports.some(knowsEngine)))
    .map((one) => `test/house/storage.test.ts: ${one} needs no exception any more`),
);

function knowsEngine({ from }: Readonly<{ from: string }>): boolean {
  return isIn(SQL, from) || from === 'better-sqlite3';
}

rule('whoever uses a part of the store names the small interface, not the whole', () =>
  perImport(housed, (file, { from }) =>
    from === 'src/store/store.ts' && file.room !== 'store' && file.path !== 'src/jobs/data-folder.ts'
      ? `${file.path} imports ${from}: name the interfaces it uses (src/store/store.ts lists them)`
      : null,
  ),
);
