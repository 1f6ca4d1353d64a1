import type { Archive } from './archive.ts';

/** A page the database knows, and what was found in its place. */
type Fault = Readonly<{ sha256: string; state: 'missing' | 'damaged' }>;

/** What a check of the archive found. Only `faults` mean that something is wrong. */
export type ArchiveCheck = Readonly<{
  checked: number;
  whole: number;
  faults: readonly Fault[];
  /** Pages removed by rule or by hand, with their tombstones. */
  removed: number;
  /** Whole pages that the database does not know; null where only known pages were looked at. */
  orphaned: readonly string[] | null;
  /** Files that a killed process left unfinished, and files that are none of ours. */
  leftovers: readonly string[] | null;
}>;

type CheckNeeds = Readonly<{
  archive: Archive;
  /** Numbers of the pages the database knows and that must be there. */
  known: Iterable<string>;
  /** Also look at every file of the archive, known or not. */
  all: boolean;
  progress?: ((checked: number, of: number) => void) | undefined;
}>;

const unknownFiles = async ({ archive }: CheckNeeds, known: ReadonlySet<string>) => {
  const orphaned: string[] = [];
  const leftovers: string[] = [];
  const faults: Fault[] = [];
  for await (const { kind, sha256, place } of archive.walk()) {
    if (kind === 'partial' || kind === 'stranger') leftovers.push(place);
    if (kind !== 'page' || known.has(sha256)) continue;
    const { state } = await archive.look(sha256);
    if (state === 'kept') orphaned.push(sha256);
    else if (state === 'damaged') faults.push({ sha256, state });
  }
  return { orphaned: orphaned.sort(), leftovers: leftovers.sort(), faults };
};

/**
 * Reads pages again and compares each with its number: every page that must be there, and with `all` every file besides.
 * Changes nothing. What the database does not know is no fault: pages that brought nothing new are kept too.
 */
export const checkArchive = async (needs: CheckNeeds): Promise<ArchiveCheck> => {
  const known = new Set(needs.known);
  const faults: Fault[] = [];
  let checked = 0;
  let removed = 0;
  for (const sha256 of known) {
    const { state } = await needs.archive.look(sha256);
    if (state === 'removed') removed += 1;
    else if (state !== 'kept') faults.push({ sha256, state });
    checked += 1;
    needs.progress?.(checked, known.size);
  }
  const whole = checked - removed - faults.length;
  if (!needs.all) return { checked, whole, faults, removed, orphaned: null, leftovers: null };
  const rest = await unknownFiles(needs, known);
  return {
    checked: checked + rest.orphaned.length + rest.faults.length,
    whole: whole + rest.orphaned.length,
    faults: [...faults, ...rest.faults],
    removed,
    orphaned: rest.orphaned,
    leftovers: rest.leftovers,
  };
};
