import { hostname } from 'node:os';
import { workerData } from 'node:worker_threads';
import { createAnswers } from '../../ask/answers.ts';
import { rowAnswerer } from '../../batch/answer/answer-row.ts';
import type { RowResult } from '../../batch/answer/result.ts';
import { answerPart } from '../../batch/answer-parts.ts';
import { packResults, readAbout, readCounts, unpackRows } from '../../batch/kept.ts';
import { addCounts } from '../../batch/write/summary.ts';
import { systemClock } from '../../clock.ts';
import { keepIndexIn } from '../../identify/kept-index/name-finders.ts';
import { openServiceState, openStore } from '../../store/open-store.ts';
import type { KeptBatch } from '../../store/service/batches.ts';
import type { Asked } from '../../store/service/demand.ts';
import { shanghaiDay } from '../../text/dates.ts';
import { POLICY_VERSION } from '../../verdict/policy.ts';
import { namesFile } from '../names/names-index.ts';
import { serveWorker } from '../serve-worker.ts';

/** What the worker that answers lists is started with. */
export type AnswerSettings = Readonly<{
  data: string;
  testInstitutions: boolean;
  base: string;
  /** The present instant, where tests set the clock; null: the machine's. */
  now: string | null;
}>;

/** A list that was answered, or cut off: how many rows, and how long it took. */
export type ListNews = Readonly<{ rows: number; failed: boolean; startMs: number; endMs: number }>;

/** Answers all lists that wait; gives how many were ended. */
export type AnswerCalls = Readonly<{ answer: Readonly<{ given: null; answer: number }> }>;

/** A list that was begun so often and never ended is given up: something in it ends the thread. */
const MOST_BEGUN = 4;
/** The claim of a process on another machine holds so long after its last sign of life. */
const CLAIM_MS = 60_000;
const CACHE_BYTES = 1_048_576;

const { data, testInstitutions, base, now } = workerData as AnswerSettings;
const clock = () => (now === null ? systemClock() : new Date(now));
const store = await openStore({ data, graceMs: 0 });
const state = openServiceState(data);
const answers = createAnswers(() => store.reader(), clock, { cacheBytes: CACHE_BYTES, testInstitutions });

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Whether whoever claimed a list is still at it: on this machine while its process runs. */
const isLive = (name: string, at: string): boolean => {
  const [host, pid] = name.split(' ');
  if (host === hostname()) return Number(pid) !== process.pid && runs(Number(pid));
  return clock().getTime() - Date.parse(at) < CLAIM_MS;
};

/** How often each institution stands in the rows of a part. */
const askedIn = (results: readonly RowResult[]): Asked => {
  const asked = new Map<string, number>();
  for (const { id } of results) if (id !== null) asked.set(id, (asked.get(id) ?? 0) + 1);
  return asked;
};

const answerBatch = async (
  { id, about, begun }: KeptBatch,
  counted: (rows: number) => void,
): Promise<void> => {
  const instant = () => clock().toISOString();
  if (begun >= MOST_BEGUN) return void (await state.batches.end(id, 'failed', instant()));
  const { lang, tables, defaults } = readAbout(about);
  const epoch = answers.epoch();
  const { generation } = epoch.reader;
  keepIndexIn(namesFile(data), epoch.reader);
  const basis = { generation, asOf: shanghaiDay(epoch.instant), policyVersion: POLICY_VERSION };
  await state.batches.begin(id, JSON.stringify(basis));
  const answer = rowAnswerer({ answers, epoch, lang, base, defaults });
  let counts = readCounts((await state.batches.counts(id)) ?? null);
  for (;;) {
    const part = await state.batches.nextPart(id);
    if (part === null) return void (await state.batches.end(id, 'done', instant()));
    const rows = unpackRows(part.given);
    counted(rows.length);
    const results = await answerPart(rows, tables, answer);
    counts = addCounts(
      counts,
      rows.map((row, at) => ({ row, result: results[at] ?? null })),
    );
    const kept = { result: packResults(results), counts: JSON.stringify(counts) };
    if (!(await state.batches.answerPart(id, part.at, kept, instant()))) return;
    await state.demand.add(askedIn(results), shanghaiDay(clock()));
  }
};

/** Answers one list and tells of it, without anything that stands in it. */
const answerTold = async (batch: KeptBatch, tell: (news: ListNews) => void): Promise<void> => {
  const startMs = systemClock().getTime();
  let [rows, failed] = [0, true];
  try {
    await answerBatch(batch, (more) => {
      rows += more;
    });
    failed = false;
  } finally {
    tell({ rows, failed, startMs, endMs: systemClock().getTime() });
  }
};

const answerAll = async (tell: (news: ListNews) => void): Promise<number> => {
  for (let ended = 0; ; ended += 1) {
    const claimant = { name: `${hostname()} ${process.pid}`, at: clock().toISOString(), isLive };
    const batch = await state.batches.claim(claimant);
    if (batch === null) return ended;
    await store.refresh();
    await answerTold(batch, tell);
  }
};

serveWorker<AnswerCalls, ListNews>({ answer: (_, tell) => answerAll(tell) }, async () => {
  await state.close();
  await store.close();
});
