import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { shanghaiDay } from '../src/kit/dates.ts';
import { startServer } from './http/child.ts';
import { type Case, type Compared, compare, type Plan, TABLE_HEAD, tableRow } from './http/compare.ts';
import { loadSlot } from './http/load.ts';
import { bundledQuestions, MORE, madeUpQuestions, type Questions } from './http/questions.ts';
import { bundledFolder, madeUpFolder, openFolder } from './http/registry.ts';

const MEMORY_SIZE = 100_000;
const MEMORY_GOAL_MB = 512;

const tell = (text: string): void => void process.stderr.write(`bench: ${text}\n`);

const etagOf = async (url: string): Promise<Readonly<{ etag: string; bytes: number }>> => {
  const answer = await fetch(url);
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${new TextDecoder().decode(body)}`);
  return { etag: answer.headers.get('etag') ?? '', bytes: body.byteLength };
};

type Asked = Readonly<{ byNumber: Questions; byName: Questions }>;

const casesFor = ({ byNumber, byName }: Asked, etag: string): readonly Case[] => [
  { name: 'repeated, by number', goal: 0.6, load: { path: () => byNumber.repeated, status: 200 } },
  { name: 'repeated, by exact name', goal: 0.6, load: { path: () => byName.repeated, status: 200 } },
  { name: 'distinct, by number', goal: 0.3, load: { path: byNumber.next, status: 200 } },
  { name: 'distinct, by exact name', goal: 0.3, load: { path: byName.next, status: 200 } },
  {
    name: 'distinct, by number, jci and G06 asked too',
    goal: null,
    load: { path: () => byNumber.next() + MORE, status: 200 },
  },
  {
    name: 'conditional (304)',
    goal: 0.9,
    load: { path: () => byNumber.repeated, headers: { 'if-none-match': etag }, status: 304 },
  },
];

/** All cases on one data folder, each server in a process of its own. */
const measure = async (folder: string, asked: Asked, plan: Plan): Promise<readonly Compared[]> => {
  const licet = await startServer('licet', folder);
  const { etag, bytes } = await etagOf(licet.url + asked.byNumber.repeated);
  const bare = await startServer('bare', String(bytes));
  tell(`answers of ${bytes} bytes`);
  const found: Compared[] = [];
  try {
    for (const one of casesFor(asked, etag)) {
      found.push(await compare(one, licet, bare, plan));
      tell(`${one.name}: ${found.at(-1)?.ratio.toFixed(2)}`);
    }
  } finally {
    licet.stop();
    bare.stop();
  }
  return found;
};

const measureMemory = async (folder: string, size: number, seconds: number): Promise<string> => {
  const licet = await startServer('licet', folder);
  const atStart = await licet.state();
  const { next } = madeUpQuestions(size, 'name');
  await loadSlot(licet.url, { path: next, status: 200 }, seconds);
  const loaded = await licet.state();
  licet.stop();
  const goal = size === MEMORY_SIZE ? ` (goal ≤ ${MEMORY_GOAL_MB} MB)` : '';
  return `Memory at ${size.toLocaleString('en')} made-up institutions: ${atStart.memoryMb.toFixed(0)} MB after start with the names index taken up, ${loaded.memoryMb.toFixed(0)} MB after ${seconds} s of distinct questions${goal}.`;
};

const madeUpAsked = (size: number): Asked => ({
  byNumber: madeUpQuestions(size, 'uscc'),
  byName: madeUpQuestions(size, 'name'),
});

const bundledAsked = async (folder: string, today: string): Promise<Asked> => {
  const store = await openFolder(folder);
  const byNumber = await bundledQuestions(store, today, 'id');
  const byName = await bundledQuestions(store, today, 'name');
  await store.close();
  return { byNumber, byName };
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    size: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || !/^\d*$/.test(values.size)) {
  tell(
    'npm run bench [-- --quick] [--size 1100000]   --size adds a registry of that many made-up institutions',
  );
  process.exit(values.help ? 0 : 2);
}

const now = systemClock();
const today = shanghaiDay(now);
const plan: Plan = values.quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 1.5 };
const bundled = await bundledFolder(now);
const rows = (await measure(bundled, await bundledAsked(bundled, today), plan)).map((one) =>
  tableRow('bundled', one),
);
if (values.size !== '') {
  const size = Number(values.size);
  const folder = madeUpFolder(bundled, size, tell);
  rows.push(
    ...(await measure(folder, madeUpAsked(size), plan)).map((one) =>
      tableRow(size.toLocaleString('en'), one),
    ),
  );
}
const LOADED_SECONDS = values.quick ? 5 : 20;
const sizes = [...new Set([MEMORY_SIZE, Number(values.size)])].filter((size) => size > 0);
const memory: string[] = [];
for (const size of sizes)
  memory.push(await measureMemory(madeUpFolder(bundled, size, tell), size, LOADED_SECONDS));
const machine = `${today}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, 32 connections, ${plan.rounds} rounds of ${plan.seconds} s, load average ${loadavg()[0]?.toFixed(1)} (about 2 is this bench alone)`;
process.stdout.write(`${machine}\n\n${TABLE_HEAD}\n${rows.join('\n')}\n\n${memory.join('\n')}\n`);
