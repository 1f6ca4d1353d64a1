import type { SourceFile } from './tree.ts';

/** What is loaded later, or by another thread, waits for nobody: `import()` and `new URL(…, import.meta.url)`. */
const LATER = /\b(?:import|new URL)\(\s*['"]([^'"]+)['"]/g;

const fileOf = (path: string): string => path.split('/').at(-1) ?? path;

/** The files of ours that must be there before this one runs. */
const needs = (
  { code, text, imports }: SourceFile,
  known: ReadonlyMap<string, unknown>,
): readonly string[] => {
  const later = code.includes('import(') || code.includes('new URL(') ? [...text.matchAll(LATER)] : [];
  const asked = new Set(later.map(([, path = '']) => fileOf(path)));
  return imports
    .filter(({ from, typeOnly }) => !typeOnly && known.has(from) && !asked.has(fileOf(from)))
    .map(({ from }) => from);
};

/** One sentence for each ring of files of which each needs the next one to be there: what it finds half-made depends on who asks first. */
export const importCycles = (files: readonly SourceFile[]): readonly string[] => {
  const known = new Map(files.map((file) => [file.path, file]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at !== -1) found.push([...way.slice(at), path].join(' imports '));
    const file = known.get(path);
    if (at !== -1 || done.has(path) || file === undefined) return;
    for (const next of needs(file, known)) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found.map((ring) => `${ring}: move what both need into a file of its own`);
};
