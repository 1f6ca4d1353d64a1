import type { Descriptor } from '../../schema/source.ts';
import type { Archive } from '../archive/archive.ts';
import type { Source } from '../harvest/catalogue.ts';
import { directorySourceOf, isDirectory } from '../harvest/directory/source.ts';
import { readEdition } from '../harvest/read/read-edition.ts';
import { reconcile, reconcileCode } from '../registry/reconcile.ts';
import type { History, PastEdition, PastGeneration } from '../store/history.ts';
import type { Ingest } from '../store/ingest.ts';
import type { Integrity } from '../store/integrity/integrity.ts';
import { openStore } from '../store/open-store.ts';

/** The result of a replay. */
export type Replay = Readonly<{
  generation: number;
  /** The hash the generation was published with, and the one it has when rebuilt from the kept pages. */
  published: string;
  rebuilt: string;
  equal: boolean;
  /** Institutions whose stored record, which answers, is not the one that was rebuilt. */
  differing: readonly string[];
  editions: number;
  /** Sources whose editions were read by other code than today's, which alone may change the hash. */
  readOtherwise: readonly string[];
  /** True when other code than today's linked and compiled one of the generations, which alone may change the hash. */
  compiledOtherwise: boolean;
}>;

/** A generation that cannot be rebuilt; the message says what is missing. */
export class CannotReplay extends Error {
  override readonly name = 'CannotReplay';
}

type ReplayNeeds = Readonly<{
  store: Pick<History, 'pastGenerations'> & Readonly<{ integrity: Integrity }>;
  archive: Archive;
  sources: readonly Source[];
  generation: number;
  /** A data folder that holds no registry yet; the rebuilt one is left in it. */
  data: string;
  progress?: ((generation: number, of: number) => void) | undefined;
}>;

const lostPage = async (what: string, sha256: string, archive: Archive): Promise<string> => {
  const kept = await archive.look(sha256);
  if (kept.state === 'removed')
    return `${what} (${sha256}) was removed from the archive on ${kept.tombstone.removedAt.slice(0, 10)}, ${kept.tombstone.rule}`;
  return `${what} (${sha256}) is ${kept.state === 'damaged' ? 'damaged' : 'not'} in the archive`;
};

const bodiesOf = async ({ source, snapshots }: PastEdition, archive: Archive) => {
  const bodies: Uint8Array[] = [];
  for (const { sha256, page } of snapshots) {
    const body = await archive.get(sha256);
    if (body === undefined)
      throw new CannotReplay(await lostPage(`page ${page} of ${source}`, sha256, archive));
    bodies.push(body);
  }
  return bodies;
};

/** The source of the catalogue with this id; for a list that a user imported, what was kept of it suffices. */
const knownSource = (descriptor: Descriptor, sources: readonly Source[]): Source | undefined =>
  isDirectory(descriptor.id)
    ? directorySourceOf(descriptor)
    : sources.find((source) => source.descriptor.id === descriptor.id);

const readAgain = async (
  edition: PastEdition,
  past: PastGeneration,
  { archive, sources }: ReplayNeeds,
  into: Ingest,
): Promise<boolean> => {
  const descriptor = past.descriptors.get(edition.source);
  const known = descriptor && knownSource(descriptor, sources);
  if (known === undefined || descriptor === undefined)
    throw new CannotReplay(`source ${edition.source} is not among the source folders any more`);
  const received = { snapshots: edition.snapshots, bodies: await bodiesOf(edition, archive) };
  const read = await readEdition({ ...known, descriptor }, received, edition.acceptedAt);
  const compared = await into.compare({
    descriptor,
    reading: edition.reading,
    acceptedAt: edition.acceptedAt,
    partial: descriptor.how === 'captured',
    snapshots: edition.snapshots,
    records: read.records,
    issues: read.issues,
    asOf: edition.asOf,
    shape: read.shape,
  });
  await compared.accept();
  return known.reading === edition.reading;
};

/** Registers sources that were known but had no edition yet (their runs had failed), as they were then: they count in the hash. */
const registerUnread = async (past: PastGeneration, seen: Set<string>, into: Ingest): Promise<void> => {
  const read = new Set(past.editions.map(({ source }) => source));
  for (const [id, descriptor] of past.descriptors) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (read.has(id)) continue;
    await into.recordRun({ descriptor, at: past.at, state: 'failed', rows: 0, refusals: [], issues: [] });
  }
};

/** Institutions whose record differs between two registries in one generation, or is altered in the first one. */
const differingRecords = async (
  stored: Integrity,
  rebuilt: Integrity,
  generation: number,
): Promise<readonly string[]> => {
  const left = new Map<string, string>();
  for await (const { institution, hash } of rebuilt.dossiers(generation)) left.set(institution, hash);
  const differing: string[] = [];
  for await (const { institution, hash, whole } of stored.dossiers(generation)) {
    if (!whole || left.get(institution) !== hash) differing.push(institution);
    left.delete(institution);
  }
  return [...differing, ...left.keys()].sort();
};

/**
 * Rebuilds a past generation from the archive and the judgements of persons, edition by edition and night by night, in a data
 * folder of its own. The same pages read by the same code give the same registry hash. Throws CannotReplay when a page or a source is gone.
 */
export const replay = async (needs: ReplayNeeds): Promise<Replay> => {
  const generations = await needs.store.pastGenerations(needs.generation);
  const last = generations.at(-1);
  if (last?.number !== needs.generation) throw new CannotReplay(`there is no generation ${needs.generation}`);
  const code = reconcileCode();
  const into = await openStore({ data: needs.data, graceMs: 0 });
  const readOtherwise = new Set<string>();
  const seen = new Set<string>();
  let editions = 0;
  try {
    for (const past of generations) {
      await registerUnread(past, seen, into);
      for (const edition of past.editions) {
        if (!(await readAgain(edition, past, needs, into))) readOtherwise.add(edition.source);
        editions += 1;
      }
      for (const given of past.judgements) await into.addJudgement(given);
      await into.reconcile(past.code, (registry, everything) =>
        reconcile(registry, { at: past.at, code: past.code, everything }),
      );
      needs.progress?.(past.number, generations.length);
    }
    await into.refresh();
    const rebuilt = into.reader().reference.registryHash;
    const differing = await differingRecords(needs.store.integrity, into.integrity, needs.generation);
    const equal = rebuilt === last.registryHash && differing.length === 0;
    return {
      generation: needs.generation,
      published: last.registryHash,
      rebuilt,
      equal,
      differing,
      editions,
      readOtherwise: [...readOtherwise].sort(),
      compiledOtherwise: generations.some((past) => past.code !== code),
    };
  } finally {
    await into.close();
  }
};
