import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { shanghaiDay } from '../src/text/dates.ts';
import { type ServerKind, startServer } from './http/child.ts';
import { type Case, compare, type Plan, TABLE_HEAD, tableRow } from './http/compare.ts';
import { loadSlot } from './http/load.ts';
import {
  bundledQuestions,
  MORE,
  madeUpQuestions,
  type NameQuestions,
  nameQuestions,
  type Questions,
} from './http/questions.ts';
import { bundledFolder, madeUpFolder, openFolder } from './http/registry.ts';

const MEMORY_SIZE = 100_000;
const MEMORY_GOAL_MB = 350;

const tell = (text: string): void => void process.stderr.write(`bench: ${text}\n`);

const etagOf = async (url: string): Promise<Readonly<{ etag: string; bytes: number }>> => {
  const answer = await fetch(url);
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${new TextDecoder().decode(body)}`);
  return { etag: answer.headers.get('etag') ?? '', bytes: body.byteLength };
};

type Asked = Readonly<{ byNumber: Questions; byName: Questions; names: NameQuestions | null }>;

/** Licet and the bare route each have a row of questions of their own. */
const ofItsOwn = (name: string, row: () => Questions): Case => ({
  name,
  goal: 0.3,
  load: { path: row().next, status: 200 },
  barePath: row().next,
});

const casesFor = ({ byNumber, byName, names }: Asked, etag: string): readonly Case[] => [
  { name: 'repeated, by number', goal: 0.6, load: { path: () => byNumber.repeated, status: 200 } },
  { name: 'repeated, by exact name', goal: 0.6, load: { path: () => byName.repeated, status: 200 } },
  { name: 'distinct, by number', goal: 0.3, load: { path: byNumber.next, status: 200 } },
  ...(names === null
    ? [{ name: 'distinct, by exact name', goal: 0.3, load: { path: byName.next, status: 200 } }]
    : [
        ofItsOwn('distinct, by exact name never asked before', names.never),
        ofItsOwn('distinct, by a name written otherwise, never asked before', names.otherwise),
        ofItsOwn('distinct, by exact name asked before for another day', names.before),
      ]),
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

const kindFor = (size: number): ServerKind =>
  size === 0 ? 'licet' : size > MEMORY_SIZE ? 'licet-without-names' : 'licet-at-once';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** All cases on one data folder, each server in a process of its own; a row is written as soon as it is measured. */
const measure = async (folder: string, size: number, asked: Asked, plan: Plan): Promise<void> => {
  const licet = await startServer(kindFor(size), folder);
  const { etag, bytes } = await etagOf(licet.url + asked.byNumber.repeated);
  const bare = await startServer('bare', String(bytes));
  tell(`answers of ${bytes} bytes`);
  try {
    for (const one of casesFor(asked, etag))
      write(
        tableRow(size === 0 ? 'bundled' : size.toLocaleString('en'), await compare(one, licet, bare, plan)),
      );
  } finally {
    licet.stop();
    bare.stop();
  }
};

/** A first start builds the names index; what counts is the memory of the service that has taken it up. */
const builtNames = async (folder: string): Promise<void> => {
  if (existsSync(join(folder, 'names.index'))) return;
  tell('building the names index');
  (await startServer('licet-at-once', folder)).stop();
};

const measureMemory = async (folder: string, size: number, seconds: number): Promise<string> => {
  const kind = kindFor(size);
  if (kind === 'licet-at-once') await builtNames(folder);
  const licet = await startServer(kind, folder);
  const atStart = await licet.state();
  const { next } = madeUpQuestions(size, 'name');
  await loadSlot(licet.url, { path: next, status: 200 }, seconds);
  const loaded = await licet.state();
  licet.stop();
  const goal = size === MEMORY_SIZE ? ` (goal ≤ ${MEMORY_GOAL_MB} MB)` : '';
  const index = kind === 'licet-at-once' ? 'with the names index' : 'without the names index';
  return `Memory at ${size.toLocaleString('en')} made-up institutions, ${index}: ${atStart.memoryMb.toFixed(0)} MB after start, ${loaded.memoryMb.toFixed(0)} MB after ${seconds} s of distinct questions${goal}.`;
};

const madeUpAsked = (size: number): Asked => ({
  byNumber: madeUpQuestions(size, 'uscc'),
  byName: madeUpQuestions(size, 'name'),
  names: null,
});

const bundledAsked = async (folder: string, today: string): Promise<Asked> => {
  const store = await openFolder(folder);
  const byNumber = await bundledQuestions(store, today, 'id');
  const byName = await bundledQuestions(store, today, 'name');
  const names = await nameQuestions(store, today);
  await store.close();
  return { byNumber, byName, names };
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
    'npm run bench [-- --quick] [--size 1100000]   --size: a registry with that many made-up institutions instead of the bundled one',
  );
  process.exit(values.help ? 0 : 2);
}

const now = systemClock();
const today = shanghaiDay(now);
const MINUTES = 3;
const until = Date.now() + MINUTES * 60_000;
const plan: Plan = values.quick ? { rounds: 2, seconds: 1, until } : { rounds: 5, seconds: 1.5, until };
const machine = `${today}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, 32 connections, up to ${plan.rounds} rounds of ${plan.seconds} s, load average before ${loadavg()[0]?.toFixed(1)}`;
write(`${machine}\n\n${TABLE_HEAD}`);
const bundled = await bundledFolder(now);
const size = Number(values.size);
if (size === 0) await measure(bundled, 0, await bundledAsked(bundled, today), plan);
else await measure(madeUpFolder(bundled, size, tell), size, madeUpAsked(size), { ...plan, until: Infinity });
write('');
const of = size === 0 ? MEMORY_SIZE : size;
write(await measureMemory(madeUpFolder(bundled, of, tell), of, values.quick ? 5 : 20));
