import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** One thing a file leans on: a path beside it, or a package; `typeOnly` ones leave no trace in what runs. */
export type CodeImport = Readonly<{ from: string; typeOnly: boolean }>;

const STATEMENT = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;
/** Workers, and files read beside the code: `new URL('…', import.meta.url)`. */
const BESIDE = /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g;

/** A text of TypeScript without its comments. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:\\'"`/])\/\/[^\n]*/gm, '$1');

/** What a text of TypeScript imports, word for word, in the order it stands there. */
export const importsIn = (text: string): readonly CodeImport[] => {
  const plain = withoutComments(text);
  return [
    ...[...plain.matchAll(STATEMENT)].map((m) => ({ from: m[2] ?? '', typeOnly: m[1] !== undefined })),
    ...[...plain.matchAll(DYNAMIC)].map((m) => ({ from: m[1] ?? '', typeOnly: false })),
    ...[...plain.matchAll(BESIDE)].map((m) => ({ from: besideOf(m[1] ?? ''), typeOnly: false })),
  ];
};

/** `new URL('a.css', …)` means the file beside, as `./a.css` does. */
const besideOf = (path: string): string => (/^\.|^\//.test(path) ? path : `./${path}`);

type Read = Readonly<{ sum: string; next: readonly string[]; packages: readonly string[] }>;
export type CodeDigests = Readonly<{
  /** Digest (32 hexadecimal digits) of these files and of all they reach. */
  of(...entries: readonly string[]): string;
  /** The files it covers, as paths below the root, sorted. */
  reach(...entries: readonly string[]): readonly string[];
}>;

const root = join(import.meta.dirname, '..');

/** `@scope/name/file` → `@scope/name`. */
const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

const versionsIn = (folder: string): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies ?? {};
  } catch {
    return {};
  }
};

/** A path that only a text quotes (a template of a file to be written) leads nowhere. */
const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const readFile = (path: string): Read => {
  const text = textOf(path);
  const sum = createHash('sha256').update(text).digest('hex');
  if (!/\.[cm]?[jt]s$/.test(path)) return { sum, next: [], packages: [] };
  const found = importsIn(text).filter(({ typeOnly }) => !typeOnly);
  const isPath = (from: string) => from.startsWith('.') || from.startsWith('/');
  return {
    sum,
    next: found.filter(({ from }) => isPath(from)).map(({ from }) => resolve(dirname(path), from)),
    packages: found
      .filter(({ from }) => !isPath(from) && !from.startsWith('node:'))
      .map(({ from }) => packageOf(from)),
  };
};

/**
 * Digests of code by what it really reaches: an entry file, every file and data file it imports, directly or not, and the
 * versions of the packages they name. Files are read once and kept, so what a running process says of its own code does
 * not change under it. `base` is where `package.json` stands and what paths are counted from.
 */
export const codeDigests = (base: string = root): CodeDigests => {
  const known = new Map<string, Read>();
  const versions = versionsIn(base);
  const read = (path: string): Read => {
    const kept = known.get(path) ?? readFile(path);
    known.set(path, kept);
    return kept;
  };
  const reached = (entries: readonly string[]): readonly string[] => {
    const met = new Set<string>();
    const waiting = entries.map((entry) => resolve(entry));
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (met.has(path)) continue;
      met.add(path);
      waiting.push(...read(path).next);
    }
    return [...met];
  };
  /** A file outside the root (a source folder handed in) is named from its entry, so that its place does not count. */
  const nameOf = (path: string, entry: string): string => {
    const below = relative(base, path);
    return (below.startsWith('..') ? `outside/${relative(dirname(entry), path)}` : below)
      .split(sep)
      .join('/');
  };
  const reach = (...entries: readonly string[]): readonly string[] =>
    reached(entries)
      .map((path) => nameOf(path, entries[0] ?? path))
      .sort();
  const of = (...entries: readonly string[]): string => {
    const paths = reached(entries);
    const lines = paths.map((path) => `${nameOf(path, entries[0] ?? path)} ${read(path).sum}`);
    const packages = new Set(paths.flatMap((path) => read(path).packages));
    for (const name of packages) lines.push(`package ${name} ${versions[name] ?? ''}`);
    return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 32);
  };
  return { of, reach };
};

let ours: CodeDigests | undefined;

/**
 * Digest of these files of ours and of all they reach by import. What is stored beside it was made by that code: where it
 * differs, what is stored is made or read anew. Used for source folders, rows read before, dossiers and the names index.
 */
export const codeDigest = (...entries: readonly string[]): string => {
  ours ??= codeDigests();
  return ours.of(...entries);
};
