import { setImmediate as turn } from 'node:timers/promises';
import type { Answers, Epoch } from '../../ask/answers.ts';
import { rowAnswerer } from '../../batch/answer/answer-row.ts';
import type { RowResult } from '../../batch/answer/result.ts';
import { packResults, readAbout, readCounts, unpackRows } from '../../batch/kept.ts';
import type { ListRow, ListTable } from '../../batch/list.ts';
import { addCounts } from '../../batch/write/summary.ts';
import { systemClock } from '../../clock.ts';
import type { KeptBatch } from '../../store/service/batches.ts';
import type { Asked } from '../../store/service/demand.ts';
import type { ServiceState } from '../../store/service/service-state.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { claimantAt } from './claimant.ts';
import { givingBack } from './give-back.ts';
import { holdGeneration, type ReaderAt } from './hold-generation.ts';

/** A list that was answered, or cut off: no more of it than how many rows and how long. */
type ListNews = Readonly<{ rows: number; failed: boolean; startMs: number; endMs: number }>;

/** What answering lists needs of the service that does it. */
export type AnsweringNeeds = Readonly<{
  answers: Pick<Answers, 'epoch' | 'unscored' | 'questionKey'>;
  /** Opens the generation a list began with once a newer one answers; without it a list is then begun anew. */
  readerAt?: ReaderAt | undefined;
  state: () => Pick<ServiceState, 'batches' | 'demand'>;
  clock: () => Date;
  /** What addresses of evidence begin with; empty where the service has no public address. */
  base: string;
  told: (news: ListNews) => void;
  /** Whether the service closes: a list is then cut off between two rows, and goes on at the next start. */
  closes: () => boolean;
}>;

/** A list that was begun so often and never got a part further is given up: something in it ends the process. */
const MOST_BEGUN = 4;
/** How often each institution stands in the rows of a part. */
const askedIn = (results: readonly RowResult[]): Asked => {
  const asked = new Map<string, number>();
  for (const { id } of results) if (id !== null) asked.set(id, (asked.get(id) ?? 0) + 1);
  return asked;
};

type AnswerRow = (row: ListRow, table: ListTable) => Promise<RowResult>;

/**
 * Answers the rows of a part, and between any two lets the thread do all that waits: a question that arrives is answered before the next
 * row. Null where the service closes meanwhile.
 */
const answerRows = async (
  rows: readonly ListRow[],
  tables: readonly ListTable[],
  answer: AnswerRow,
  closes: () => boolean,
): Promise<readonly RowResult[] | null> => {
  const results: RowResult[] = [];
  for (const row of rows) {
    const table = tables[row.table];
    if (table === undefined) throw new Error('a row of no table');
    results.push(await answer(row, table));
    await turn();
    if (closes()) return null;
  }
  return results;
};

const basisOf = ({ reader, instant }: Epoch): string =>
  JSON.stringify({
    generation: reader.generation,
    asOf: shanghaiDay(instant),
    policyVersion: POLICY_VERSION,
  });

type Held = ReturnType<typeof holdGeneration>;

/** A list, and the name under which this process claimed it. */
type Claimed = Readonly<{ batch: KeptBatch; name: string }>;

/**
 * Answers a list from its first part without an answer, all of it from the generation that is held; gives whether that generation went away
 * before the end, so that the list is to be begun anew. Leaves off where another process has claimed the list, as after a long silence.
 */
const answerFrom = async (
  held: Held,
  { answers, state, clock, base, closes }: AnsweringNeeds,
  { batch: { id, about }, name }: Claimed,
  counted: (rows: number) => void,
): Promise<'settled' | 'gone'> => {
  const { batches, demand } = state();
  const instant = () => clock().toISOString();
  const { lang, tables, defaults } = readAbout(about);
  const evidenceAt = (url: string) => `${base}${url}`;
  const by = { name, basis: basisOf(held.began) };
  if (!(await batches.begin(id, by))) return 'settled';
  const giveBack = givingBack();
  let epoch = held.began;
  let answer = rowAnswerer({ answers, epoch, lang, evidenceAt, defaults });
  let counts = readCounts((await batches.counts(id)) ?? null);
  while (!closes()) {
    const now = await held.epoch();
    if (now === null) return 'gone';
    if (now !== epoch) answer = rowAnswerer({ answers, epoch: now, lang, evidenceAt, defaults });
    epoch = now;
    const part = await batches.nextPart(id);
    if (part === null) {
      await batches.end(id, 'done', instant());
      break;
    }
    const rows = unpackRows(part.given);
    counted(rows.length);
    const results = await answerRows(rows, tables, answer, closes);
    if (results === null) break;
    counts = addCounts(
      counts,
      rows.map((row, at) => ({ row, result: results[at] ?? null })),
    );
    const kept = { ...by, result: packResults(results), counts: JSON.stringify(counts) };
    if (!(await batches.answerPart(id, part.at, kept, instant()))) break;
    await demand.add(askedIn(results), shanghaiDay(clock()));
    await giveBack(rows.length);
  }
  return 'settled';
};

const answerOnce = async (
  needs: AnsweringNeeds,
  claimed: Claimed,
  counted: (rows: number) => void,
): Promise<'settled' | 'gone'> => {
  const held = holdGeneration(needs.answers, needs.readerAt);
  return answerFrom(held, needs, claimed, counted).finally(held.close);
};

const answerBatch = async (needs: AnsweringNeeds, claimed: Claimed): Promise<void> => {
  const { batch } = claimed;
  const startMs = systemClock().getTime();
  let [rows, failed] = [0, true];
  const counted = (more: number): void => {
    rows += more;
  };
  try {
    if (batch.begun >= MOST_BEGUN)
      await needs.state().batches.end(batch.id, 'failed', needs.clock().toISOString());
    else while ((await answerOnce(needs, claimed, counted)) === 'gone');
    failed = false;
  } finally {
    needs.told({ rows, failed, startMs, endMs: systemClock().getTime() });
  }
};

/** Answers all lists that wait, one after another. */
export const answerBatches = async (needs: AnsweringNeeds): Promise<void> => {
  while (!needs.closes()) {
    const claimant = claimantAt(needs.clock());
    const batch = await needs.state().batches.claim(claimant);
    if (batch === null) return;
    await answerBatch(needs, { batch, name: claimant.name });
  }
};
