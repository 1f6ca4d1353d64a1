import type { HeadlineBasis, HeadlineChange } from '../../schema/headline.ts';
import { askAbout } from '../ask/ask.ts';
import type { Generations } from '../store/generations.ts';
import { AlteredRecordError } from '../store/integrity/altered-record.ts';
import type { Reader } from '../store/registry-reader.ts';
import type { HeadlineStore, HeadlineWork, StoredHeadline } from '../store/service/headlines.ts';
import { shanghaiDay } from '../text/dates.ts';
import { POLICY_VERSION } from '../verdict/policy.ts';
import { headlineChangeOf, headlineOf } from './headline.ts';

/** Institutions that are compared and written together. */
const SLICE = 200;

type Needs = Readonly<{
  headlines: HeadlineStore;
  generations: Pick<Generations, 'reader' | 'readerAt'>;
  /** Awaited between stretches, so that others get their turn. */
  pause: () => Promise<void>;
}>;

/** The instant on whose day a generation answers here: that of its publication. */
const instantOf = ({ reference }: Reader): Date => new Date(reference.publishedAt ?? 0);

const basisAt = (reader: Reader): HeadlineBasis => ({
  generation: reader.generation,
  policyVersion: POLICY_VERSION,
  day: shanghaiDay(instantOf(reader)),
});

type Compared = Readonly<{ headline: StoredHeadline | null; change: HeadlineChange | null }>;

const compareOne = async (
  id: string,
  before: StoredHeadline | undefined,
  reader: Reader,
  { basis, before: against }: HeadlineWork,
): Promise<Compared> => {
  try {
    const dossier = await reader.dossier(id);
    const after =
      dossier === undefined
        ? undefined
        : headlineOf(id, askAbout(dossier, 'en', reader.reference, instantOf(reader)));
    const mergedInto = (await reader.redirect(id)) ?? null;
    const change = headlineChangeOf({ id, before, after, dossier, mergedInto }, basis, against);
    return { headline: after ?? null, change };
  } catch (cause) {
    // Nothing may be said from an altered record: what was told last stands until it is whole again.
    if (cause instanceof AlteredRecordError) return { headline: before ?? null, change: null };
    throw cause;
  }
};

/** Compares the next stretch of institutions, those included that were on record before and are not any more. */
const compareSlice = async (reader: Reader, work: HeadlineWork, { headlines }: Needs): Promise<void> => {
  const from = work.after ?? '';
  const ids = await reader.institutionIds(from, SLICE);
  const last = ids.length < SLICE ? null : (ids.at(-1) ?? null);
  const before = new Map((await headlines.headlines(from, last)).map((one) => [one.institution, one]));
  const [kept, gone, changes]: [StoredHeadline[], string[], HeadlineChange[]] = [[], [], []];
  for (const id of [...new Set([...ids, ...before.keys()])].sort()) {
    const { headline, change } = await compareOne(id, before.get(id), reader, work);
    if (headline === null) gone.push(id);
    else kept.push(headline);
    if (change !== null) changes.push(change);
  }
  await headlines.tell(from, { basis: work.basis, headlines: kept, gone, changes, after: last });
};

/** Goes on with a comparison until it has ended. */
const finish = async (reader: Reader, needs: Needs): Promise<void> => {
  for (let work = await needs.headlines.work(); work !== null && work.after !== null; ) {
    await compareSlice(reader, work, needs);
    await needs.pause();
    work = await needs.headlines.work();
  }
};

/** Does some work with the reader of a generation. */
const withReader = async (
  { generations }: Needs,
  generation: number,
  work: (reader: Reader) => Promise<void>,
): Promise<void> => {
  const newest = generations.reader();
  if (generation === newest.generation) return work(newest);
  const past = await generations.readerAt(generation);
  if (past === undefined) throw new Error(`generation ${generation} cannot be read`);
  await work(past).finally(past.close);
};

/** The generation that is to be compared next; null where the newest one was, under these rules. */
const nextGeneration = (last: HeadlineWork | null, newest: number): number | null => {
  // A registry that was built anew begins with its first generations again.
  if (last === null || last.basis.generation > newest) return newest;
  if (last.after !== null) return last.basis.generation;
  if (last.basis.generation < newest) return last.basis.generation + 1;
  return last.basis.policyVersion === POLICY_VERSION ? null : newest;
};

/**
 * Compares what is told of every institution, generation by generation up to the newest and under the present rules, with what was told
 * before, and keeps what changed. A comparison that was cut off goes on where it stopped, nothing is told twice.
 */
export const compareHeadlines = async (needs: Needs): Promise<void> => {
  for (;;) {
    const last = await needs.headlines.work();
    const next = nextGeneration(last, needs.generations.reader().generation);
    if (next === null || next === 0) return;
    await withReader(needs, next, async (reader) => {
      if (last?.after == null || last.basis.generation > next) await needs.headlines.begin(basisAt(reader));
      await finish(reader, needs);
    });
  }
};
