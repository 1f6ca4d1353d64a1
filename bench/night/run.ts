import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { madeUp } from '../http/made-up.ts';
import type { Delay } from './delay.ts';
import { serveList, writeSource } from './list.ts';
import { askEvenly, type Felt } from './load.ts';
import type { ServiceNews } from './service.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    quiet: { type: 'string', default: '10' },
    pace: { type: 'string', default: '100' },
  },
});
const [size, quiet, pace] = [values.size, values.quiet, values.pace].map(Number) as [number, number, number];
const EVERY = 200;
const root = mkdtempSync(join(tmpdir(), 'licet-night-'));
const [data, catalogue] = [join(root, 'data'), join(root, 'scrapers')];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const list = await serveList(root, size, EVERY);
writeSource(catalogue, list.url);
const preload = new URL('delay.ts', import.meta.url).href;
const service: ChildProcess = fork(join(import.meta.dirname, 'service.ts'), [data, catalogue], {
  execArgv: ['--import', preload],
});

/** Waits for news of one kind; a fault ends the bench. */
const hear = async <Kind extends ServiceNews['news']>(kind: Kind) => {
  for (;;) {
    const [news] = (await once(service, 'message')) as [ServiceNews | Delay];
    if (!('news' in news)) continue;
    if (news.news === 'fault') throw new Error(`the service: ${JSON.stringify(news.about)}`);
    if (news.news === kind) return news as Extract<ServiceNews, { news: Kind }>;
  }
};

const delay = async (): Promise<Delay['delay']> => {
  const answer = new Promise<Delay['delay']>((resolve) => {
    const listen = (news: ServiceNews | Delay): void => {
      if (!('delay' in news)) return;
      service.off('message', listen);
      resolve(news.delay);
    };
    service.on('message', listen);
  });
  service.send('delay');
  return answer;
};

/** By turns: names of the bundled lists and of the made-up one, numbers, and one question that everybody asks. */
const paths = (() => {
  let asked = 0;
  const query = (field: string, value: string) => `/v1/verify?${field}=${encodeURIComponent(value)}`;
  return (): string => {
    asked += 1;
    const { name, uscc } = madeUp((asked * 7919) % size);
    const kinds = [
      query('name', name),
      query('uscc', uscc),
      query('name', 'Ruijin Hospital'),
      `/v1/suggest?q=${encodeURIComponent(name.slice(0, 4))}`,
    ];
    return kinds[asked % kinds.length] ?? '/healthz';
  };
})();

type Slot = Readonly<{ felt: Felt; held: Delay['delay'] }>;

const slot = async (address: string, done: () => boolean): Promise<Slot> => {
  await delay();
  const felt = await askEvenly(address, paths, pace, done);
  return { felt, held: await delay() };
};

const quietSlot = (address: string): Promise<Slot> => {
  const until = performance.now() + quiet * 1000;
  return slot(address, () => performance.now() > until);
};

/** A night, and the moment in which the service takes over what it published. */
const nightSlot = async (address: string) => {
  let over = false;
  const [ended, moved] = [hear('night'), hear('moved')];
  service.send('night');
  const watched = slot(address, () => over);
  const { ms, raised } = await ended;
  if (raised) await moved;
  await wait(1000);
  over = true;
  return { ...(await watched), ms };
};

const table = (name: string, { felt, held }: Slot, base: Felt | null): void => {
  const ratio = (part: 'p50' | 'p99') => (base === null ? '1' : (felt[part] / base[part]).toFixed(2));
  const cells = [
    name,
    felt.answers,
    felt.failed,
    felt.p50.toFixed(1),
    felt.p99.toFixed(1),
    `${ratio('p50')} / ${ratio('p99')}`,
    felt.longest.toFixed(0),
    held.p99.toFixed(1),
    held.max.toFixed(1),
    held.work.toFixed(1),
  ];
  say(`| ${cells.join(' | ')} |`);
};

const { address } = await hear('listening');
say(
  `${size} rows beside the bundled lists, ${pace} questions a second, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}\n`,
);
say(
  '| slot | answers | failed | p50 ms | p99 ms | × quiet (p50 / p99) | longest ms | held up p99 ms | held up longest ms | most work in a turn ms |',
);
say('|---|---|---|---|---|---|---|---|---|---|');
await quietSlot(address);
const before = await quietSlot(address);
table('quiet, bundled lists alone', before, null);
const first = await nightSlot(address);
table(`first night of the list (${(first.ms / 1000).toFixed(0)} s)`, first, before.felt);
await wait(3000);
const between = await quietSlot(address);
table('quiet', between, null);
list.change();
const second = await nightSlot(address);
table(`night, 0.5 % changed (${(second.ms / 1000).toFixed(0)} s)`, second, between.felt);
service.disconnect();
await once(service, 'exit');
list.close();
rmSync(root, { recursive: true, force: true });
