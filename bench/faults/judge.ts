import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isQuarantined } from '../../src/harvest/gate/gate.ts';
import { notAsReleased } from '../../src/harvest/obtain/pinned.ts';
import type { SourceReport } from '../../src/harvest/source-report.ts';
import { type Fault, type Kind, kindOf } from './fault.ts';
import type { Subject } from './good-pages.ts';
import { sayings } from './meaning.ts';
import { BAD_NIGHT, GOOD_NIGHT, NEXT_NIGHT, openRegistry, type Registry } from './registry.ts';

/**
 * `refused`: nothing of it is ever published unless an operator says so; `held`: nothing tonight, but a second page that says the
 * same would be believed; `late`: held, and accepted on the second night; `published`: accepted tonight; `idle`: it touched nothing
 * that is read.
 */
export type State = 'refused' | 'held' | 'late' | 'published' | 'idle';

export type Outcome = Readonly<{
  fault: string;
  kind: Kind | 'transport' | 'transport-harmless';
  state: State;
  mayNeed?: 'operator';
  /** What the run said: its state and first refusal, or its counts. */
  says: string;
  /** What the digest beside a bundled page makes of it: true when the page is refused before anybody reads it. */
  pinned?: boolean;
}>;

/** The report in one line. */
export const saying = ({
  state,
  refusals,
  rows,
  added,
  changed,
  removed,
  missing,
  issues,
}: SourceReport): string =>
  state === 'accepted' || state === 'unchanged'
    ? `${state}: ${rows} rows, ${added} added, ${changed} changed, ${removed} removed, ${missing} missing, ${issues} issues`
    : `${state}: ${refusals[0] ?? ''}`;

export const isGood = ({ state }: SourceReport): boolean => state === 'accepted' || state === 'unchanged';

/** A row that is only left out stays one more night, so that publishes nothing; a row or date that the good page never said does. */
const judgeFault = async (
  { source }: Subject,
  report: SourceReport,
  body: Uint8Array,
  good: ReadonlySet<string>,
): Promise<State> => {
  if (!isGood(report)) return isQuarantined(report.refusals) ? 'held' : 'refused';
  const said = await sayings(source, body);
  if (said.symmetricDifference(good).size === 0) return 'idle';
  return report.state === 'accepted' && !said.isSubsetOf(good) ? 'published' : 'refused';
};

/** A page that may wait one night must come through on the second. */
const patiently = async (
  first: SourceReport,
  again: () => Promise<SourceReport>,
  fine: (report: SourceReport) => boolean,
): Promise<State> => {
  if (isGood(first)) return fine(first) ? 'published' : 'refused';
  if (!isQuarantined(first.refusals)) return 'refused';
  const second = await again();
  return isGood(second) && fine(second) ? 'late' : 'refused';
};

const nothingNew = ({ added, removed, missing }: SourceReport): boolean => added + removed + missing === 0;
/** A true change that is taken leaves no row unread that the good page did not. */
const allRead =
  (good: SourceReport) =>
  ({ issues }: SourceReport): boolean =>
    issues <= good.issues;

type Good = Readonly<{ report: SourceReport; sayings: ReadonlySet<string> }>;

const tryOne = async (
  subject: Subject,
  { night, restore }: Registry,
  fault: Fault,
  good: Good,
): Promise<Outcome | null> => {
  const body = fault.make(subject.page);
  if (body === null) return null;
  const kind = kindOf(fault);
  const report = await night(body, BAD_NIGHT);
  const again = () => night(body, NEXT_NIGHT);
  const state =
    kind === 'fault'
      ? await judgeFault(subject, report, body, good.sayings)
      : await patiently(report, again, kind === 'harmless' ? nothingNew : allRead(good.report));
  if (report.state === 'accepted' || state === 'late') await restore();
  const { descriptor, dir } = subject.source;
  const file = descriptor.how === 'bundled' ? descriptor.pages[0]?.file : undefined;
  const pinned = file === undefined ? undefined : (await notAsReleased(dir, file, body)) !== null;
  return {
    fault: fault.id,
    kind,
    state,
    says: saying(report),
    ...(fault.mayNeed && { mayNeed: fault.mayNeed }),
    ...(pinned !== undefined && { pinned }),
  };
};

const fits = ({ source }: Subject, fault: Fault): boolean =>
  fault.legitimate !== true ||
  (source.descriptor.how === 'fetched' &&
    (source.descriptor.expect.totals === undefined || fault.mayNeed === 'operator'));

/** What becomes of a source's good page under every fault, each on the night after the good one, through the real harvest. */
export const judgeSubject = async (
  subject: Subject,
  faults: readonly Fault[],
): Promise<readonly Outcome[]> => {
  const root = mkdtempSync(join(tmpdir(), 'licet-faults-'));
  const registry = await openRegistry(root, subject.source);
  try {
    const report = await registry.night(subject.page.body, GOOD_NIGHT);
    if (report.state !== 'accepted')
      throw new Error(`the good page ${subject.page.file} is ${saying(report)}`);
    await registry.keep();
    const good = { report, sayings: await sayings(subject.source, subject.page.body) };
    const outcomes: Outcome[] = [];
    for (const fault of faults.filter((one) => fits(subject, one))) {
      const outcome = await tryOne(subject, registry, fault, good);
      if (outcome !== null) outcomes.push(outcome);
    }
    return outcomes;
  } finally {
    await registry.close();
    rmSync(root, { recursive: true, force: true });
  }
};
