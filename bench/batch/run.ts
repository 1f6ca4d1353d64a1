import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { systemClock } from '../../src/clock.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState } from '../../src/store/open-store.ts';
import { shanghaiDay } from '../../src/text/dates.ts';
import { QUICK_START, type Server, startServer } from '../http/child.ts';
import { median } from '../http/load.ts';
import { bundledFolder, openFolder } from '../http/registry.ts';
import { csvOf, mixedList } from './mixed-names.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '10000' }, data: { type: 'string' } },
});
const ROWS = Number(values.rows);
/** Single requests that stand for all of them. */
const SINGLE = Math.min(ROWS, 1_500);

const now = systemClock();
const folder = values.data ?? (await bundledFolder(now));
const store = await openFolder(folder);
const rows = await mixedList(store.reader(), ROWS);
await store.close();
const csv = csvOf(rows);

const state = openServiceState(folder);
const terms = { scopes: ['read', 'batch'] as const, perMinute: 1_000_000, expiresAt: null };
const partner = `Made-up Bench ${now.getTime()}`;
const key = await addPartnerKey(state.partnerKeys, partner, shanghaiDay(now), terms);
const headers = { authorization: `Bearer ${key}` };

const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const began = performance.now();
  const done = await work();
  return [done, performance.now() - began];
};

const question = ([, name = '', service = '', claim = '']: readonly string[]): string => {
  const query = new URLSearchParams({
    name,
    ...(service && { service: 'art.ivf' }),
    ...(claim && { claim }),
  });
  return `/v1/verify?${query}`;
};

/** One client that asks one row after another, as a script over a list does: rows a second, and processor ms of the service a row. */
const askSingly = async ({ url, state }: Server) => {
  const { cpuUs } = await state();
  const [, ms] = await timed(async () => {
    for (const row of rows.slice(0, SINGLE))
      await (await fetch(url + question(row), { headers })).arrayBuffer();
  });
  return { rate: (SINGLE / ms) * 1000, cpuMs: ((await state()).cpuUs - cpuUs) / SINGLE / 1000 };
};

type Progress = Readonly<{ id: string; done: number; endedAt: string | null }>;

/** Hands the list in and waits for its end; meanwhile another client asks questions, and the memory of the service is looked at. */
const askAsList = async (server: Server, singleCpuMs: number) => {
  const { memoryMb: before, cpuUs } = await server.state();
  const began = performance.now();
  const sent = { method: 'POST', headers: { ...headers, 'content-type': 'text/csv' }, body: csv };
  const posted = await fetch(`${server.url}/v1/batches?file=list.csv`, sent);
  let batch = (await posted.json()) as Progress;
  let [first, most] = [0, before];
  const beside: number[] = [];
  for (let at = 0; batch.endedAt === null; at += 1) {
    const [, ms] = await timed(async () =>
      (await fetch(server.url + question(rows[at % ROWS] ?? []))).arrayBuffer(),
    );
    beside.push(ms);
    batch = (await (await fetch(`${server.url}/v1/batches/${batch.id}`, { headers })).json()) as Progress;
    if (first === 0 && batch.done > 0) first = performance.now() - began;
    most = Math.max(most, (await server.state()).memoryMb);
    // Looking on costs the service some milliseconds each time.
    await wait(first === 0 ? 100 : 500);
  }
  const all = performance.now() - began;
  // The start of the thread that reads the list counts; the questions asked beside do not.
  const cpuMs = ((await server.state()).cpuUs - cpuUs) / 1000 - beside.length * singleCpuMs;
  const result = `${server.url}/v1/batches/${batch.id}/result?format=`;
  const [, xlsxMs] = await timed(async () => (await fetch(`${result}xlsx`, { headers })).arrayBuffer());
  const last = (await server.state()).memoryMb;
  return {
    rate: (ROWS / all) * 1000,
    cpuMs: cpuMs / ROWS,
    first,
    beside: median(beside),
    xlsxMs,
    grown: most - before,
    kept: last - before,
  };
};

/** Reading the same CSV and writing it with ten columns more: what no answer can be faster than. */
const bareRoundTrip = (): number => {
  const began = performance.now();
  const cells = parse(csv) as string[][];
  const text = cells.map((row) => `${[...row, ...Array(10).fill('x'.repeat(60))].join(',')}\n`).join('');
  return (ROWS / (performance.now() - began)) * 1000 + (text.length === 0 ? 1 : 0);
};

/** The command on a list of 20 rows, start included, and on the whole list: milliseconds, and the most memory of its process in MB. */
const asCommand = async () => {
  const own = mkdtempSync(join(tmpdir(), 'licet-bench-batch-'));
  const run = async (count: number) => {
    const file = join(own, `list-${count}.csv`);
    writeFileSync(file, csvOf(rows.slice(0, count)));
    const child = fork(join(import.meta.dirname, 'command.ts'), [file, join(own, 'out.xlsx'), folder], {
      stdio: 'ignore',
      // As `npm run licet` starts it.
      execArgv: ['--max-semi-space-size=4', '--import', QUICK_START],
    });
    const began = performance.now();
    const [peakMb] = (await once(child, 'message')) as [number];
    return { ms: performance.now() - began, peakMb };
  };
  const few = await run(20);
  const many = await run(ROWS);
  rmSync(own, { recursive: true });
  return { few: few.ms, rate: (ROWS / many.ms) * 1000, grown: many.peakMb - few.peakMb };
};

const server = await startServer('licet', folder);
await fetch(server.url + question(rows[0] ?? []));
const single = await askSingly(server);
const list = await askAsList(server, single.cpuMs);
server.stop();
const bare = bareRoundTrip();
const command = await asCommand();
await state.partnerKeys.remove(partner);
await state.close();

const whole = (value: number): string => Math.round(value).toString();
const lines = [
  ['single requests, one after another, rows a second', whole(single.rate), '–'],
  [
    `the same as a list of ${ROWS}, rows a second`,
    `${whole(list.rate)} (**${(list.rate / single.rate).toFixed(1)} ×**)`,
    '≥ 3 ×',
  ],
  [
    'processor time of the service a row, ms: single, in a list',
    `${single.cpuMs.toFixed(2)}, ${list.cpuMs.toFixed(2)} (**${(single.cpuMs / list.cpuMs).toFixed(1)} ×**)`,
    '–',
  ],
  ['a bare CSV round trip (csv-parse, join), rows a second', whole(bare), '–'],
  ['first rows visible, ms after the list was sent', whole(list.first), '≤ 2,000'],
  ['a question beside it, median ms', list.beside.toFixed(1), '–'],
  [
    'memory of the service with the thread that reads the list, most and after it, MB more',
    `${whole(list.grown)}, ${whole(list.kept)}`,
    '≤ 50',
  ],
  ['memory of the command on the whole list, MB above that on 20 rows', whole(command.grown), '≤ 50'],
  ['the result as a workbook, ms', whole(list.xlsxMs), '–'],
  ['the command: 20 rows, start included, ms', whole(command.few), 'start ≤ 1,500'],
  ['the command: the whole list, rows a second', whole(command.rate), '–'],
];
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model}, load before ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n\n| measured | figure | goal |\n|---|---|---|\n${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`,
);
