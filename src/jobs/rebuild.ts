import type { Descriptor } from '../../schema/source.ts';
import type { Withdrawal } from '../../schema/withdrawal.ts';
import type { Archive } from '../archive/archive.ts';
import type { Source } from '../harvest/catalogue.ts';
import { directorySourceOf, isDirectory } from '../harvest/directory/source.ts';
import { readEdition } from '../harvest/read/read-edition.ts';
import { reconcile } from '../registry/reconcile.ts';
import type { PastEdition, PastGeneration } from '../store/history.ts';
import type { Ingest } from '../store/ingest.ts';
import type { Publisher } from '../store/publisher.ts';
import type { ReviewBook } from '../store/review-book.ts';
import type { Withdrawals } from '../store/withdrawals.ts';

/** A generation that cannot be rebuilt; the message says what is missing. */
export class CannotReplay extends Error {
  override readonly name = 'CannotReplay';
}

type RebuildNeeds = Readonly<{
  archive: Archive;
  sources: readonly Source[];
  /** The registry that is built. */
  into: Pick<Ingest, 'compare' | 'recordRun'> &
    Pick<ReviewBook, 'addJudgement'> &
    Pick<Withdrawals, 'withdraw'> &
    Publisher;
  /** Sources that `into` knows already. */
  seen: ReadonlySet<string>;
  /** False for a source whose editions are left out: it is known then, and unread; a list of a user's own is not even known. */
  takes?: (source: string) => boolean;
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

/** Reads an edition again; true when the same code read it then. */
const readAgain = async (
  edition: PastEdition,
  past: PastGeneration,
  { archive, sources, into }: RebuildNeeds,
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
const registerUnread = async (
  { descriptors, at }: PastGeneration,
  read: ReadonlySet<string>,
  seen: Set<string>,
  { into, takes = () => true }: RebuildNeeds,
): Promise<void> => {
  for (const [id, descriptor] of descriptors) {
    if (seen.has(id) || (isDirectory(id) && !takes(id))) continue;
    seen.add(id);
    if (read.has(id)) continue;
    await into.recordRun({ descriptor, at, state: 'failed', rows: 0, refusals: [], issues: [] });
  }
};

/**
 * Takes back what persons withdrew after one edition and before the next, as they did then. Throws CannotReplay where the row is not
 * there: left in, it would stand again though it was never right.
 */
const withdrawBetween = async (
  after: number,
  before: number,
  withdrawn: readonly Withdrawal[],
  into: Pick<Withdrawals, 'withdraw'>,
): Promise<void> => {
  for (const { afterEdition, generation: _, ...given } of withdrawn) {
    if (afterEdition < after || afterEdition >= before) continue;
    if (await into.withdraw(given)) continue;
    throw new CannotReplay(
      `${given.source} has no row under ${given.key} any more, which a person took back: today's code reads its page under another key`,
    );
  }
};

/** What was read again, and which of the sources other code had read then. */
type Rebuilt = Readonly<{ editions: number; readOtherwise: ReadonlySet<string> }>;

/**
 * Builds past generations in a registry, one after another, from the kept pages and the judgements of persons. The same pages read by
 * the same code give the same registry. Throws CannotReplay when a page or a source is gone.
 */
export const rebuildGenerations = async (
  generations: readonly PastGeneration[],
  needs: RebuildNeeds,
): Promise<Rebuilt> => {
  const { into, takes = () => true, progress } = needs;
  const [seen, readOtherwise] = [new Set(needs.seen), new Set<string>()];
  let editions = 0;
  for (const past of generations) {
    const taken = past.editions.filter(({ source }) => takes(source));
    await registerUnread(past, new Set(taken.map(({ source }) => source)), seen, needs);
    const withdrawn = past.withdrawals.filter(({ source }) => takes(source));
    let before = 0;
    for (const edition of taken) {
      await withdrawBetween(before, edition.id, withdrawn, into);
      before = edition.id;
      if (!(await readAgain(edition, past, needs))) readOtherwise.add(edition.source);
      editions += 1;
    }
    await withdrawBetween(before, Number.POSITIVE_INFINITY, withdrawn, into);
    for (const given of past.judgements) await into.addJudgement(given);
    await into.reconcile(past.code, (registry, everything) =>
      reconcile(registry, { at: past.at, code: past.code, everything }),
    );
    progress?.(past.number, generations.length);
  }
  return { editions, readOtherwise };
};
