import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { openStore } from '../../src/store/store.ts';
import type { NightDone, NightWork } from './night.ts';
import { type Felt, readUntil } from './point-reads.ts';
import { rawLoad } from './raw-load.ts';
import { writeRegister } from './register.ts';

const { values } = parseArgs({
  options: { size: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
});
const size = Number(values.size);
const rounds = Number(values.rounds);
const EVERY = 200;
const root = mkdtempSync(join(tmpdir(), 'licet-refresh-'));
const data = join(root, 'data');

const night = (work: NightWork): Promise<NightDone> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('night.ts', import.meta.url), { workerData: work });
    worker.once('message', resolve).once('error', reject);
  });

let day = 0;
const nextNight = (page: string): Promise<NightDone> => {
  day += 1;
  return night({ data, page, now: new Date(Date.UTC(2026, 10, day, 18)).toISOString() });
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const quietFor = (ms: number) => {
  const until = performance.now() + ms;
  return () => performance.now() > until;
};

/** A night with readers beside it, between two quiet slots of the same readers. */
const withReaders = async (page: string) => {
  const store = await openStore({ file: join(data, 'licet.db') });
  const before = await readUntil(store, size, quietFor(1500));
  let done: NightDone | null = null;
  const working = nextNight(page).then((result) => {
    done = result;
  });
  const during = await readUntil(store, size, () => done !== null);
  await working;
  const after = await readUntil(store, size, quietFor(1500));
  await store.close();
  return { before, during, after };
};

const pages = [writeRegister(join(root, 'a'), size, 0), writeRegister(join(root, 'b'), size, EVERY)] as const;
const folders = [join(root, 'a'), join(root, 'b')] as const;
const raw: number[] = [];
const rawOnce = (): void => {
  raw.push(rawLoad(join(root, `raw-${raw.length}.db`), pages[0]));
  rmSync(join(root, `raw-${raw.length - 1}.db`));
};

rawOnce();
const first = await nextNight(folders[0]);
const changed: NightDone[] = [];
const unchanged: NightDone[] = [];
for (let round = 0; round < rounds; round += 1) {
  const folder = folders[round % 2 === 0 ? 1 : 0];
  rawOnce();
  changed.push(await nextNight(folder));
  unchanged.push(await nextNight(folder));
}
const felt: Awaited<ReturnType<typeof withReaders>>[] = [];
for (let round = 0; round < rounds; round += 1)
  felt.push(await withReaders(folders[(rounds + round) % 2 === 0 ? 1 : 0]));

const base = median(raw);
const of = (ms: number): string => (ms / base).toFixed(3);
const row = (what: string, ms: number, goal: string): string =>
  `| ${what} | ${Math.round(ms)} | **${of(ms)}** | ${goal} |`;
const cpu = cpus();
say(
  `${size} rows, ${cpu.length} × ${cpu[0]?.model ?? 'CPU'}, Node ${process.version}, medians of ${rounds} rounds\n`,
);
say('| night | ms | × raw bulk load | goal |\n|---|---|---|---|');
say(row('raw bulk load', base, '1'));
say(row('first load', first.ms, '–'));
say(row('0.5 % changed', median(changed.map(({ ms }) => ms)), '≤ 0.25'));
say(row('nothing changed', median(unchanged.map(({ ms }) => ms)), '≤ 0.03'));
const pick = (which: (one: (typeof felt)[number]) => Felt, what: keyof Felt): number =>
  median(felt.map((one) => which(one)[what]));
const quiet = (what: keyof Felt): number =>
  (pick(({ before }) => before, what) + pick(({ after }) => after, what)) / 2;
const during = (what: keyof Felt): number => pick((one) => one.during, what);
const longest = Math.max(...felt.map((one) => one.during.longest));
say('\n| point reads | p50 µs | p99 µs | longest ms |\n|---|---|---|---|');
say(
  `| quiet | ${(quiet('p50') * 1000).toFixed(1)} | ${(quiet('p99') * 1000).toFixed(1)} | ${quiet('longest').toFixed(1)} |`,
);
say(
  `| during the night | ${(during('p50') * 1000).toFixed(1)} | ${(during('p99') * 1000).toFixed(1)} | ${longest.toFixed(1)} |`,
);
say(
  `\np99 during the night: **${(during('p99') / quiet('p99')).toFixed(2)} ×** quiet (goal ≤ 2), longest **${longest.toFixed(1)} ms** (goal ≤ 10)`,
);
say(`\nWhat the nights said: ${[first, changed[0], unchanged[0]].map((one) => one?.says).join(' | ')}`);
say(`Steps of the changed night, ms from its beginning: ${JSON.stringify(changed[0]?.steps)}`);
rmSync(root, { recursive: true, force: true });
