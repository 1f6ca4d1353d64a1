import { rootOf } from './merkle-tree.ts';

/** Hashes of a full tile; a tile stands for a tree of eight levels. */
const WIDTH = 256;

/** A tile that is asked for: hashes of a level, or entries; `width`: how many of them, 256 for a full one. */
type Tile = Readonly<{ level: number | 'entries'; index: number; width: number }>;

const PATH = /^(entries|[0-9]|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path behind `/tile/` names (C2SP tlog-tiles); null where it names none. */
export const tileAt = (path: string): Tile | null => {
  const [, level, index, part] = PATH.exec(path) ?? [];
  if (level === undefined || index === undefined) return null;
  const width = part === undefined ? WIDTH : Number(part);
  const at = Number(index.replace(/[x/]/g, ''));
  // One tile has one address: caches keep it for ever.
  if ((part !== undefined && width >= WIDTH) || tilePath(at) !== index) return null;
  return { level: level === 'entries' ? level : Number(level), index: at, width };
};

/** The number of a tile as its path writes it: 1234067 is `x001/x234/067`. */
export const tilePath = (index: number): string => {
  const digits = String(index);
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/');
};

/** The hashes of a tile; null where the log does not hold so many. Those above the leaves are heads of full tiles below. */
export const hashesOf = ({ level, index, width }: Tile, leaves: readonly Buffer[]): Buffer | null => {
  const span = WIDTH ** (level === 'entries' ? 0 : level);
  const first = index * WIDTH;
  if ((first + width) * span > leaves.length) return null;
  const heads = Array.from({ length: width }, (_, at) =>
    rootOf(leaves.slice((first + at) * span, (first + at + 1) * span)),
  );
  return Buffer.concat(heads);
};

/** Entries, each behind its length in two bytes; null where the log does not hold so many. */
export const bundleOf = ({ index, width }: Tile, entries: readonly string[]): Buffer | null => {
  const first = index * WIDTH;
  if (first + width > entries.length) return null;
  return Buffer.concat(
    entries.slice(first, first + width).flatMap((entry) => {
      const body = Buffer.from(entry);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(body.length);
      return [length, body];
    }),
  );
};

/** The entries of a bundle as it was fetched; null where its lengths do not add up. */
export const entriesIn = (bundle: Buffer): readonly string[] | null => {
  const entries: string[] = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + 2 > bundle.length) return null;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return null;
    entries.push(bundle.toString('utf8', at + 2, end));
    at = end;
  }
  return entries;
};

/** Bundles that a log of this size consists of, as paths behind `/tile/`. */
export const bundlePaths = (size: number): readonly string[] => {
  const full = Math.floor(size / WIDTH);
  const paths = Array.from({ length: full }, (_, at) => `entries/${tilePath(at)}`);
  const rest = size % WIDTH;
  return rest === 0 ? paths : [...paths, `entries/${tilePath(full)}.p/${rest}`];
};
