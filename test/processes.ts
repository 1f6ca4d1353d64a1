import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Which test files the whole check runs in which process, longest process first: to start Node, load the service and warm up
 * took a third of the processor time of 137 processes. An entry is a file, or a folder with all of its files that no other
 * entry names; so a new test file has its process by where it lies.
 */
export const processes: Readonly<Record<string, readonly string[]>> = {
  browser: ['pages/browser.test.ts'],
  ask: ['ask'],
  attack: ['attack'],
  http: ['http'],
  nights: ['harvest/killed-nights.test.ts', 'harvest/faults.test.ts'],
  harvest: ['harvest'],
  start: ['http/process.test.ts'],
  identify: ['identify'],
  store: ['store'],
  house: ['house', 'house.test.ts'],
  verdict: ['verdict'],
  cli: ['cli'],
  jobs: ['jobs'],
  registry: ['registry'],
  badge: ['badge'],
  pages: ['pages'],
  golden: ['golden', 'sources.test.ts', 'config.test.ts', 'readers', 'identifiers', 'places'],
  fetch: ['fetch', 'archive'],
};

const tests = import.meta.dirname;

/** All test files, as paths below `test/`, sorted. */
export const testFiles = (): readonly string[] =>
  readdirSync(tests, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => relative(tests, join(parentPath, name)).split(sep).join('/'))
    .sort();

/** The test files of the process of this name, in the order in which they run. */
export const filesOf = (process: string): readonly string[] => {
  const named = new Set(Object.values(processes).flat());
  const all = testFiles();
  return (processes[process] ?? []).flatMap((entry) =>
    entry.endsWith('.ts') ? [entry] : all.filter((file) => file.startsWith(`${entry}/`) && !named.has(file)),
  );
};
