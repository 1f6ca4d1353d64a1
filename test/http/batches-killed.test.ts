import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { createAnswers } from '../../src/ask/answers.ts';
import { readAbout, readBasis, unpackResults, unpackRows } from '../../src/batch/kept.ts';
import { listBytes } from '../../src/batch/write/write-list.ts';
import { openAnswering, openBatchDesk } from '../../src/jobs/batches/open-desk.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import { fewSources, TODAY } from '../support/app.ts';
import { copyBundledData, keptNames } from '../support/bundled-data.ts';
import { spawnPlain } from '../support/child.ts';
import { killedOnceItSaid } from '../support/held-step.ts';

const child = join(import.meta.dirname, '../support/answering-lists.ts');
const names = ['北京协和医院', 'Ruijin Hospital', '华西医院', '没有这家编造医院', ''];
/** 20 rows, which are a part, so that something is seen at once (src/batch/answer-parts.ts), 250, and the rest. */
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `${names[at % 5]},${at % 3 === 0 ? 'IVF' : ''}`);
const listOfRows = (rows: readonly string[]) =>
  new TextEncoder().encode(`医院名称,治疗项目\n${rows.join('\n')}\n`);
/** A line without a word is no row. */
const given = (rows: readonly string[]) => rows.filter((row) => row !== ',').length;
const [rows, few] = [rowsOf(330), rowsOf(25)];
const [ROWS, LIST] = [given(rows), listOfRows(rows)];
const LONG_AGO = '2026-11-21T00:00:00.000Z';
const AT = TODAY.toISOString();

const data = join(t.testdir(), 'data');
mkdirSync(data);
await copyBundledData(data, fewSources);
const state = openServiceState(data);
const store = await openStore({ data, alone: true });
await keptNames(store, data);
const clock = () => TODAY;
/** Only reads lists: they are answered by the processes that are killed. */
const desk = openBatchDesk({ state: () => state }, null);
t.teardown(async () => {
  await desk.close();
  await store.close();
  await state.close();
});

const handIn = (id: string, bytes = LIST) =>
  desk.take(bytes, {
    id,
    partner: 'Made-up Agency',
    at: AT,
    expiresAt: '2026-12-21T00:00:00.000Z',
    idempotencyKey: null,
    bodyHash: id,
    file: 'list.csv',
    lang: 'en',
    own: {},
    defaults: {},
    held: false,
    mostOpen: 5,
  });

const listOf = async (id: string) => {
  const found = await state.batches.find(id, 'Made-up Agency', AT);
  if (found === null) throw new Error('the list is gone');
  return found;
};

const hasEnded = async (id: string): Promise<boolean> => (await listOf(id)).endedAt !== null;

/** A process of its own that answers lists, and holds at the step that is named. */
const answering = (...step: readonly string[]) => spawnPlain([child, data, AT, ...step]);

const bytesOf = async (id: string): Promise<Buffer> => {
  const { about, basis } = await listOf(id);
  const { lang, ...list } = readAbout(about);
  async function* parts() {
    for (let at = 0; ; at += 1) {
      const part = await state.batches.part(id, at);
      if (part === null) return;
      const results = part.result === null ? [] : unpackResults(part.result);
      yield unpackRows(part.given).map((row, position) => ({ row, result: results[position] ?? null }));
    }
  }
  const { generation = null, asOf = null, policyVersion = '' } = readBasis(basis) ?? {};
  return buffer(listBytes({ list, lang, generation, asOf, policyVersion, parts: parts() }, 'xlsx'));
};

type Asked = Parameters<typeof openAnswering>[0];

/** Answers in this process, as the service does, until these lists have ended; gives how many rows it told of. */
const answered = async (ids: readonly string[], over: Partial<Asked> = {}): Promise<number> => {
  let rows = 0;
  const own = openAnswering({
    answers: createAnswers(() => store.reader(), clock, { cacheBytes: 1_048_576, testInstitutions: true }),
    state: () => state,
    clock,
    base: '',
    told: (news) => {
      rows += news.rows;
    },
    fault: (cause) => {
      throw cause;
    },
    ...over,
  });
  own.wake();
  for (const id of ids) while (!(await hasEnded(id))) await wait(10);
  await own.close();
  return rows;
};

/** A list that was begun on a generation before this one, with one part answered. */
const beginOlder = async (t: Test): Promise<void> => {
  await handIn('older');
  const claimant = { name: 'made-up-host 1', at: LONG_AGO, isLive: () => false };
  await state.batches.claim(claimant);
  const basis = JSON.stringify({ generation: 0, asOf: '2026-11-20', policyVersion: 'x' });
  const by = { name: claimant.name, basis };
  t.equal(await state.batches.begin('older', by), true);
  const kept = { ...by, result: new Uint8Array([1]), counts: '{}' };
  const another = {
    ...kept,
    basis: JSON.stringify({ generation: 1, asOf: '2026-11-20', policyVersion: 'x' }),
  };
  t.equal(await state.batches.answerPart('older', 0, another, LONG_AGO), false, 'nor of another generation');
  t.equal(await state.batches.answerPart('older', 0, kept, LONG_AGO), true);
  t.equal(await state.batches.answerPart('older', 0, kept, LONG_AGO), false, 'no part is answered twice');
};

t.test('answers of another generation are dropped when a list goes on: it never mixes two', async (t) => {
  await beginOlder(t);
  await handIn('whole');
  await answered(['older', 'whole']);
  t.match(await listOf('older'), { state: 'done', done: ROWS, basis: /"generation":1/ });
  t.match(await listOf('whole'), { state: 'done', done: ROWS });
  t.ok((await bytesOf('older')).equals(await bytesOf('whole')));
});

/** Where it is killed, and what is answered by then: after a part, within the next one, and when all are answered and it has not ended. */
const KILLS = [
  ['part', '1', 20],
  ['verdict', '5', 20],
  ['part', '2', ROWS],
] as const;

t.test('a list whose process is killed at every step ends with the bytes of one left alone', async (t) => {
  await handIn('torn');
  for (const [step, times, done] of KILLS) {
    await killedOnceItSaid(answering(step, times), 'held');
    t.match(await listOf('torn'), { done, endedAt: null }, `killed after ${step} ${times}`);
  }
  await answered(['torn']);
  t.match(await listOf('torn'), { state: 'done', done: ROWS, rows: ROWS });
  t.equal((await listOf('torn')).counts, (await listOf('whole')).counts);
  t.ok((await bytesOf('torn')).equals(await bytesOf('whole')), 'not a byte differs');
});

t.test('a list goes on with the generation it began with when a newer one answers meanwhile', async (t) => {
  await handIn('overtaken');
  const newer = await openStore({ data, alone: true });
  const opened: number[] = [];
  let asked = 0;
  // Some looks later another reader answers, as after a publication.
  const reader = () => {
    asked += 1;
    return (asked > 3 ? newer : store).reader();
  };
  const rows = await answered(['overtaken'], {
    answers: createAnswers(reader, clock, { cacheBytes: 1_048_576, testInstitutions: true }),
    readerAt: (generation) => {
      opened.push(generation);
      return store.readerAt(generation);
    },
  });
  await newer.close();
  t.strictSame(opened, [1], 'its generation is opened once more');
  t.equal(rows, ROWS, 'and no row is answered twice');
  t.ok((await bytesOf('overtaken')).equals(await bytesOf('whole')), 'not a byte differs');
});

t.test('a list that ends its process every time is given up, and does not hold up the others', async (t) => {
  await handIn('poisoned', listOfRows(few));
  for (let at = 0; at < 4; at += 1) {
    const name = `made-up-host ${at}`;
    const batch = await state.batches.claim({ name, at: LONG_AGO, isLive: () => false });
    t.equal(batch?.id, 'poisoned', 'one that was begun comes first');
    if (at === 0) await handIn('one behind it', listOfRows(few));
    const basis = JSON.stringify({ generation: 1, asOf: '2026-11-21', policyVersion: 'x' });
    await state.batches.begin('poisoned', { name, basis });
  }
  await answered(['poisoned', 'one behind it']);
  t.match(await listOf('poisoned'), { state: 'failed', done: 0 });
  t.match(await listOf('one behind it'), { state: 'done', done: given(few) });
});
