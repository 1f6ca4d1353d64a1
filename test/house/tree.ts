import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CodeImport, importsIn, withoutComments } from '../../src/code-digest.ts';

/** The checkout the rules are read against. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Left to right: a room imports only from rooms to its left, and from itself. */
export const rooms = [
  'schema',
  'text',
  'places',
  'identifiers',
  'name-keys',
  'readers',
  'scrapers',
  'clock',
  'errors',
  'code-digest',
  'store',
  'fetch',
  'archive',
  'harvest',
  'names',
  'identify',
  'registry',
  'verdict',
  'ask',
  'batch',
  'watch',
  'log',
  'badge',
  'packs',
  'config',
  'http',
  'jobs',
  'top',
] as const;
export type Room = (typeof rooms)[number];

/** Rooms that do no I/O, know no clock and no environment. */
export const pureRooms: readonly Room[] = [
  'schema',
  'text',
  'places',
  'identifiers',
  'name-keys',
  'readers',
  'scrapers',
  'names',
  'verdict',
  'log',
  'badge',
];

export type SourceFile = Readonly<{
  path: string;
  room: Room | null;
  text: string;
  /** The text without comments and quoted strings: what the machine does, not what it says. */
  code: string;
  imports: readonly CodeImport[];
}>;

/** The room of a path; null outside the house (tests, benches); undefined for a folder nobody placed yet. */
export const roomOf = (path: string): Room | null | undefined => {
  const [first = '', second = ''] = path.split('/');
  if (first === 'schema' || first === 'scrapers') return first;
  if (first !== 'src') return null;
  const room = rooms.find((one) => one === second || `${one}.ts` === second);
  return room ?? (/\.[jt]s$/.test(second) || second === 'cli' ? 'top' : undefined);
};

const codeOf = (text: string): string =>
  withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");

/** What a file imports; relative paths are resolved to paths below the root. */
const importsOf = (path: string, text: string): readonly CodeImport[] =>
  importsIn(text).map(({ from, typeOnly }) => ({
    from: from.startsWith('.') ? normalize(join(dirname(path), from)).replaceAll('\\', '/') : from,
    typeOnly,
  }));

/** Every path below a folder, as `folder/…/file`; empty when the folder is not there. */
export const pathsBelow = (folder: string): readonly string[] => {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
};

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

const read = (path: string): SourceFile => {
  const text = readText(path);
  return { path, room: roomOf(path) ?? null, text, code: codeOf(text), imports: importsOf(path, text) };
};

const typeScriptIn = (...folders: readonly string[]): readonly SourceFile[] =>
  folders
    .flatMap(pathsBelow)
    .filter((path) => path.endsWith('.ts') && !path.includes('/migrations/'))
    .map(read);

/** All TypeScript of the project, read once. */
export const files = typeScriptIn('schema', 'scrapers', 'src', 'test', 'bench');

/** That of the package for programs of others. */
export const clientFiles = (): readonly SourceFile[] => typeScriptIn('client/src', 'client/examples');

/** The files that live in a room. */
export const housed: readonly SourceFile[] = files.filter((file) => file.room !== null);
