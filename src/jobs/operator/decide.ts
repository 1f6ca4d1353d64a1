import type { Snapshot } from '../../../schema/snapshot.ts';
import { LicetError } from '../../errors.ts';
import type { Source } from '../../harvest/catalogue.ts';
import { acceptRefused, CannotAccept, upholdRefused } from '../../harvest/gate/accept-refused.ts';
import { lookRefused, type RefusedDifference } from '../../harvest/gate/look-refused.ts';
import type { DecisionAnswer, DecisionOrder, OperatorJobs, Refusal } from '../../http/operator/jobs.ts';
import type { Act } from '../../store/operators.ts';
import { inNight } from '../night.ts';
import { type JobNeeds, pick, withOperatorLease } from './needs.ts';

const shownPage = ({ sha256, url, contentType }: Snapshot) => ({ sha256, url, contentType });

/** The sources whose newest run was refused, with what was refused and the pages to look at. */
export const refusalsOf = async ({ store, sources }: JobNeeds): Promise<readonly Refusal[]> => {
  const refusals: Refusal[] = [];
  for (const { descriptor } of sources) {
    const [run] = await store.runs(1, descriptor.id);
    if (run?.state !== 'refused') continue;
    const { source, at, rows, night, pages, decidedBy } = run;
    const upheld = decidedBy !== null;
    refusals.push({
      run: night,
      source,
      at,
      rows,
      refusals: run.refusals,
      pages: pages.map(shownPage),
      upheld,
    });
  }
  return refusals;
};

const refusedIn = async (needs: JobNeeds, { night, source }: DecisionOrder): Promise<Source> => {
  if (source !== null) return pick(needs, source);
  if ((await needs.store.night(night)) === undefined)
    throw new LicetError('LICET_UNKNOWN_RUN', undefined, [
      { field: '/id', problem: 'is not the number of a run', expected: 'a run of /v1/operator/refusals' },
    ]);
  const open = (await refusalsOf(needs)).filter(({ run, upheld }) => run === night && !upheld);
  const [only] = open;
  if (only !== undefined && open.length === 1) return pick(needs, only.source);
  const ids = open.map((one) => one.source);
  if (ids.length === 0)
    throw new LicetError('LICET_CANNOT_DECIDE', `No refusal of run ${night} waits for a decision.`);
  const expected = `one of ${ids.join(', ')}`;
  throw new LicetError('LICET_BAD_QUESTION', '/source is missing: the run refused several sources.', [
    { field: '/source', problem: 'is missing: the run refused several sources', expected },
  ]);
};

const asProblem = (cause: unknown): never => {
  throw cause instanceof CannotAccept ? new LicetError('LICET_CANNOT_DECIDE', `${cause.message}.`) : cause;
};

/** How the refused pages of a run differ from what answers now. Throws LICET_CANNOT_DECIDE where that cannot be told. */
export const differencesOf = (
  needs: JobNeeds,
  { act, source, night }: OperatorJobs['differences']['given'],
): Promise<RefusedDifference> =>
  lookRefused(pick(needs, source), { ...needs, now: new Date(act.at) }, night).catch(asProblem);

/** Accepts a refused edition after all, or puts on record that the refusal stands. */
export const doDecide = async (
  needs: JobNeeds,
  { act, ...order }: DecisionOrder & Readonly<{ act: Act }>,
): Promise<DecisionAnswer> => {
  const { decision, reason, night: run } = order;
  const source = await refusedIn(needs, order);
  const now = new Date(act.at);
  const by = { by: act.operator, reason, night: run };
  const { store, archive } = needs;
  const night = { store, archive, now, clock: () => now, kind: 'accept' as const };
  const decide = async (): Promise<number> => {
    if (decision === 'refuse') {
      await upholdRefused(source, needs, by);
      return needs.store.reader().generation;
    }
    const report = await inNight(night, async (id) => [
      await acceptRefused(source, { ...night, night: id }, by),
    ]);
    return report.generation;
  };
  const generation = await withOperatorLease(needs, now, decide).catch(asProblem);
  const { id } = source.descriptor;
  return { source: id, decision, by: act.operator, at: act.at, reason, run, generation };
};
