import type { RunState, SourceState } from '../../../schema/reference.ts';
import { authoritativeKinds } from '../../../schema/source.ts';
import { ageingLists } from '../../ask/ageing-lists.ts';
import type { Reader } from '../../store/registry-reader.ts';
import type { RunBook } from '../../store/run-book.ts';
import { addDays, shanghaiDay } from '../../text/dates.ts';
import { editionAt } from '../../verdict/evidence/edition-at.ts';
import { type Finding, note, warning } from './finding.ts';

/** Days ahead of which is told what will be too old to decide. */
const AHEAD = 30;
/** Runs of one source that are looked through for its last good night. */
const MOST_RUNS = 400;
/** Runs after which a source is as well read as it can be. */
const GOOD: readonly RunState[] = ['accepted', 'unchanged'];
/** Runs after which the source is simply read again when it is due. */
const WELL: readonly RunState[] = [...GOOD, 'deferred'];

type Needs = Readonly<{ reader: Reader; runs: Pick<RunBook, 'runs' | 'sources'>; now: Date }>;

/** How a newer edition of a source is had. */
const renewal = ({ descriptor: { id, how } }: SourceState): string => {
  if (how === 'captured') return `look it up anew: licet capture ${id}`;
  return how === 'fetched'
    ? `licet harvest ${id} (licet sources check --live ${id} says what keeps it away)`
    : 'ships with Licet: upgrade, and licet harvest';
};

const lastGood = async ({ runs }: Needs, id: string): Promise<string> => {
  const good = (await runs.runs(MOST_RUNS, id)).find(({ state }) => GOOD.includes(state));
  return good === undefined ? 'no good night on record' : `last good night ${good.at.slice(0, 10)}`;
};

const stale = async (needs: Needs): Promise<readonly Finding[]> => {
  const { reader, now } = needs;
  const found: Finding[] = [];
  for (const [id, source] of reader.reference.sources) {
    if (!authoritativeKinds.includes(source.descriptor.evidenceKind)) continue;
    const at = editionAt(reader.reference, id, shanghaiDay(now));
    if (at?.state !== 'stale' || at.superseded || at.lastFreshDay === null) continue;
    const text = `${id} is too old to decide since ${addDays(at.lastFreshDay, 1)} (list of ${at.date}; ${await lastGood(needs, id)})`;
    found.push(warning('source-stale', text, renewal(source)));
  }
  return found;
};

const soonStale = async (needs: Needs): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  for (const { source, lastDay, daysLeft } of await ageingLists(needs.reader, needs.now)) {
    const state = needs.reader.reference.sources.get(source);
    if (state === undefined || daysLeft > AHEAD) continue;
    const text = `${source} may decide until ${lastDay}, ${daysLeft} days more (${await lastGood(needs, source)})`;
    found.push(note('source-ageing', text, renewal(state)));
  }
  return found;
};

/** Sources whose newest night went wrong; a refusal that a person upheld waits for nobody. */
const failed = async (needs: Needs): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  for (const [id, { lastRun }] of await needs.runs.sources()) {
    if (lastRun === null || WELL.includes(lastRun)) continue;
    const [run] = await needs.runs.runs(1, id);
    if (run === undefined || run.decidedBy !== null) continue;
    const fix =
      lastRun === 'refused'
        ? `look at its pages (/console/refused), then licet harvest accept ${id} --by <who> --reason "…", or keep the refusal there`
        : `licet sources check --live ${id}, or capture it by hand`;
    const text = `${id} was ${lastRun} on ${run.at.slice(0, 10)} (${await lastGood(needs, id)})`;
    found.push(warning('source-failed', text, fix));
  }
  return found;
};

/** Source by source: what failed, what is too old to decide and what soon will be, each with its last good night. */
export const checkSources = async (needs: Needs): Promise<readonly Finding[]> => [
  ...(await failed(needs)),
  ...(await stale(needs)),
  ...(await soonStale(needs)),
];
