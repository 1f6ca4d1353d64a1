import type { AnswerChange, Told } from '../../../schema/answer-change.ts';
import type { Dossier } from '../../../schema/institution.ts';
import type { Archive } from '../../archive/archive.ts';
import { ask } from '../../ask/ask.ts';
import { type Looked, recordCaptures } from '../../harvest/capture/record-captures.ts';
import type { Source } from '../../harvest/catalogue.ts';
import type { HarvestNeeds, SourceReport } from '../../harvest/source-report.ts';
import type { History } from '../../store/history.ts';
import { FollowsPacks } from '../../store/packs.ts';
import type { Reader } from '../../store/registry-reader.ts';
import type { Withdrawals } from '../../store/withdrawals.ts';
import { findService } from '../../verdict/vocabulary/services.ts';
import { dryRun } from '../dry-run.ts';
import { inNight } from '../night.ts';

/** Institutions of which the answers are compared at once; a capture touches those of its rows and a few beside them. */
const SLICE = 200;

/** True for an answer that says no: refuted, or the licence line not met. */
export const isNo = (told: Told): boolean => told?.outcome === 'refuted' || told?.licence === 'not-met';

/** Treatments that any list names this institution for: what a licence is to it, it is to them. */
const servicesOf = (dossiers: readonly (Dossier | null)[]): readonly string[] => [
  ...new Set(
    dossiers
      .flatMap((dossier) => dossier?.credentials ?? [])
      .flatMap(({ code }) => findService(code)?.code ?? []),
  ),
];

const toldBy = async (
  reader: Reader,
  dossier: Dossier | null,
  service: string | null,
  now: Date,
): Promise<Told> => {
  if (dossier === null) return null;
  const { id } = dossier;
  const question = { institution: { id }, claims: [], lang: 'en' as const };
  const verdict = await ask(service === null ? question : { ...question, service }, reader, now);
  return { outcome: verdict.outcome, licence: verdict.licence.result };
};

type Between = Readonly<{ before: Reader; after: Reader; now: Date }>;
type Changed = Readonly<{ institution: string; before: Dossier | null; after: Dossier | null }>;

const changesOfOne = async (
  { institution, before, after }: Changed,
  between: Between,
): Promise<readonly AnswerChange[]> => {
  const title = (after ?? before)?.title ?? { zh: null, en: null };
  const changes: AnswerChange[] = [];
  for (const service of [null, ...servicesOf([before, after])]) {
    const was = await toldBy(between.before, before, service, between.now);
    const is = await toldBy(between.after, after, service, between.now);
    if (was?.outcome === is?.outcome && was?.licence === is?.licence) continue;
    const { zh, en } = title;
    changes.push({
      institution,
      title: { zh, en },
      service,
      before: was,
      after: is,
      negative: isNo(is) && !isNo(was),
    });
  }
  return changes;
};

const compare = async (between: Between): Promise<readonly AnswerChange[]> => {
  const { before, after } = between;
  const changes: AnswerChange[] = [];
  let from = { generation: before.generation, institution: '\uffff' };
  for (;;) {
    const changed = (await after.changesAfter?.(from, SLICE)) ?? [];
    for (const one of changed) changes.push(...(await changesOfOne(one, between)));
    const last = changed.at(-1);
    if (last === undefined || changed.length < SLICE) return changes;
    from = { generation: last.generation, institution: last.institution };
  }
};

/**
 * Which answers become others once `change` is made and published: of every institution it touches, when nothing else is asked and for
 * each treatment a list names it for. Done in a copy of the registry that is thrown away; nothing here changes. None where the registry
 * is taken from packs, in which nothing can be recorded. `change` gives what a night reports of its sources.
 */
export const answersAfter = async (
  registry: Readonly<{ store: Pick<History, 'copyTo'>; archive: Archive }>,
  now: Date,
  change: (night: HarvestNeeds & Readonly<{ store: Withdrawals }>) => Promise<readonly SourceReport[]>,
): Promise<readonly AnswerChange[]> => {
  try {
    return await dryRun(registry, async (copy) => {
      const before = copy.store.reader();
      const night = { ...copy, now, clock: () => now, kind: 'capture' as const };
      await inNight(night, (id) => change({ ...night, night: id }));
      const after = copy.store.reader();
      return after.generation === before.generation ? [] : await compare({ before, after, now });
    });
  } catch (cause) {
    if (cause instanceof FollowsPacks) return [];
    throw cause;
  }
};

/** Which answers become others once these rows are recorded. */
export const answerChanges = async (
  registry: Readonly<{ store: Pick<History, 'copyTo'>; archive: Archive }>,
  source: Source,
  looked: readonly Looked[],
  now: Date,
): Promise<readonly AnswerChange[]> =>
  looked.length === 0
    ? []
    : answersAfter(registry, now, async (night) => {
        const report = await recordCaptures(source, night, looked);
        return report === null ? [] : [report];
      });
