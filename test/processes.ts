import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Stands in `processes` for every file that no entry names. */
export const REST = '…';

/**
 * Which test files the whole check runs in which process: to start Node, load the service and warm up took a third of the processor
 * time of 137 processes. An entry is a file, or a folder with all of its files that have no entry of their own; so a new test
 * file has its process by where it lies. `ask` stands first because it reads all bundled lists for those that need them, and beside
 * it stand two that need none: whoever needs them would wait, with a core idle. Then the longest first.
 */
export const processes: Readonly<Record<string, readonly string[]>> = {
  ask: ['ask/first-verdict.test.ts', 'ask', 'pages', 'golden', 'sources.test.ts', 'cli'],
  store: ['store', 'registry'],
  browser: ['pages/browser.test.ts'],
  http: ['http'],
  identify: ['identify', 'verdict', 'badge'],
  house: [
    'http/process.test.ts',
    'http/batches-killed.test.ts',
    'house',
    'house.test.ts',
    'fetch',
    'archive',
    REST,
  ],
  harvest: ['harvest'],
  jobs: ['jobs', 'packs'],
  attack: [
    'attack',
    'http/batches.test.ts',
    'http/batches-forms.test.ts',
    'http/batches-apart.test.ts',
    'batch',
  ],
};

const tests = import.meta.dirname;

/** All test files, as paths below `test/`, sorted. */
export const testFiles = (): readonly string[] =>
  readdirSync(tests, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => relative(tests, join(parentPath, name)).split(sep).join('/'))
    .sort();

const named = Object.values(processes).flat();
const isIn = (file: string, entry: string): boolean => file === entry || file.startsWith(`${entry}/`);

/** The most particular entry that the file falls under: its own path before its folder; `REST` for what none names. */
const entryOf = (file: string): string =>
  named.filter((entry) => isIn(file, entry)).sort((a, b) => b.length - a.length)[0] ?? REST;

/** The test files of the process of this name, in the order in which they run. */
export const filesOf = (process: string): readonly string[] => {
  const all = testFiles();
  return (processes[process] ?? []).flatMap((entry) => all.filter((file) => entryOf(file) === entry));
};
