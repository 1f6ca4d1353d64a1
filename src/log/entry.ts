import { z } from 'zod';
import { instant, sha256 } from '../../schema/base.ts';
import { canonicalJson } from '../text/canonical-json.ts';

const generation = z.number().int().positive();

/** What the log holds: that a generation was published, that a pack of it was made, that the rules became others. */
const logEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('generation'),
    generation,
    at: instant,
    registryHash: sha256,
    chain: z.string(),
    policy: z.string(),
  }),
  z.strictObject({ kind: z.literal('pack'), generation, name: z.string(), sha256 }),
  z.strictObject({ kind: z.literal('policy'), generation, at: instant, policy: z.string() }),
]);
export type LogEntry = Readonly<z.infer<typeof logEntry>>;

/** An entry as its bytes are logged: canonical JSON, so that anybody can write the same. */
export const entryText = (entry: LogEntry): string => canonicalJson(entry);

/** Reads an entry; null for one of a later version, whose bytes count all the same. */
export const readEntry = (text: string): LogEntry | null => {
  try {
    return logEntry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

type Published = Readonly<{ number: number; at: string; registryHash: string; chain: string | null }>;
type Made = Readonly<{ generation: number; name: string; sha256: string }>;

/** What is so now: all generations, the packs on the shelf, the rules, and the instant. */
type LogState = Readonly<{
  generations: readonly Published[];
  packs: readonly Made[];
  policy: string;
  now: string;
}>;

/**
 * What the log does not say yet. A generation that is there under another hash than it was logged with is logged again: the log keeps both,
 * and whoever reads it sees that a day was rewritten.
 */
export const missingEntries = (
  logged: readonly (LogEntry | null)[],
  { generations, packs, policy, now }: LogState,
): readonly LogEntry[] => {
  const known = new Map<number, string>();
  const packed = new Set<string>();
  let rules: string | null = null;
  for (const entry of logged) {
    if (entry?.kind === 'generation') known.set(entry.generation, entry.registryHash);
    if (entry?.kind === 'pack') packed.add(`${entry.name} ${entry.sha256}`);
    if (entry !== null && entry.kind !== 'pack') rules = entry.policy;
  }
  const published = generations
    .filter(({ number, registryHash }) => known.get(number) !== registryHash)
    .map(({ number, at, registryHash, chain }): LogEntry => {
      rules = policy;
      return { kind: 'generation', generation: number, at, registryHash, chain: chain ?? '', policy };
    });
  const newest = generations.at(-1)?.number;
  const changed: readonly LogEntry[] =
    newest === undefined || rules === policy ? [] : [{ kind: 'policy', generation: newest, at: now, policy }];
  const made = packs
    .filter(({ name, sha256: digest }) => !packed.has(`${name} ${digest}`))
    .map((pack): LogEntry => ({ kind: 'pack', ...pack }));
  return [...published, ...changed, ...made];
};

/** Generations that the log holds under two hashes: somebody rewrote what had been published. */
export const rewritten = (logged: readonly (LogEntry | null)[]): readonly number[] => {
  const first = new Map<number, string>();
  const twice = new Set<number>();
  for (const entry of logged) {
    if (entry?.kind !== 'generation') continue;
    const { generation: number, registryHash } = entry;
    if ((first.get(number) ?? registryHash) !== registryHash) twice.add(number);
    first.set(number, first.get(number) ?? registryHash);
  }
  return [...twice];
};
