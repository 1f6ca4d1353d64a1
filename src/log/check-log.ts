import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type LogEntry, readEntry, rewritten } from './entry.ts';
import { beginsWith, leafHash, rootOf } from './merkle-tree.ts';

/** What a log is held against: its own signed state (for one that was fetched), one that was kept, and the registry beside it. */
export type LogProof = Readonly<{
  entries: readonly string[];
  checkpoint: Checkpoint | null;
  /** A checkpoint that was kept from an earlier day, as its text, and the keys that may have signed it. */
  kept: Readonly<{ text: string; keys: readonly string[] }> | null;
  generations: readonly Readonly<{ number: number; registryHash: string }>[] | null;
}>;

type LogFindings = Readonly<{
  entries: number;
  /** The head of the tree, base64. */
  root: string;
  /** Entries that the kept checkpoint tells of; null where none was given or it is none of this log. */
  keptSize: number | null;
  faults: readonly string[];
}>;

const againstKept = async (
  leaves: readonly Buffer[],
  kept: LogProof['kept'],
): Promise<Readonly<{ size: number | null; faults: readonly string[] }>> => {
  if (kept === null) return { size: null, faults: [] };
  const checkpoint = await openCheckpoint(kept.text, kept.keys);
  if (checkpoint === null)
    return { size: null, faults: ['the checkpoint you kept is not signed by a key of this log'] };
  const { size, root } = checkpoint;
  const faults = beginsWith(leaves, size, root)
    ? []
    : [`the log does not begin with the ${size} entries of the checkpoint you kept: it was rewritten`];
  return { size, faults };
};

const againstRegistry = (
  logged: readonly (LogEntry | null)[],
  generations: LogProof['generations'],
): readonly string[] => {
  const hashes = new Map(
    logged.flatMap((entry) => (entry?.kind === 'generation' ? [[entry.generation, entry.registryHash]] : [])),
  );
  return (generations ?? [])
    .filter(({ number, registryHash }) => (hashes.get(number) ?? registryHash) !== registryHash)
    .map(({ number }) => `generation ${number} of the registry is not what the log says was published`);
};

/** Checks that nothing a log said was rewritten, and that it says what was published. Each fault is a sentence. */
export const checkLog = async ({
  entries,
  checkpoint,
  kept,
  generations,
}: LogProof): Promise<LogFindings> => {
  const leaves = entries.map((entry) => leafHash(Buffer.from(entry)));
  const root = rootOf(leaves);
  const logged = entries.map(readEntry);
  const { size, faults } = await againstKept(leaves, kept);
  const signed =
    checkpoint !== null && (checkpoint.size !== entries.length || !checkpoint.root.equals(root))
      ? ['the entries are not those that its checkpoint was signed over']
      : [];
  const twice = rewritten(logged).map(
    (number) => `generation ${number} was published twice, with other contents`,
  );
  return {
    entries: entries.length,
    root: root.toString('base64'),
    keptSize: size,
    faults: [...signed, ...faults, ...twice, ...againstRegistry(logged, generations)],
  };
};
