import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../src/clock.ts';
import { QUICK_START, type Server, startServer } from '../http/child.ts';
import { median } from '../http/load.ts';
import { bundledFolder, freshFolder, openFolder } from '../http/registry.ts';
import { type Asked, requestsFor } from './requests.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const REQUESTS = values.quick ? 50 : 200;
const WARM_UP = 30;
const STARTS = values.quick ? 1 : 5;

const bundled = await bundledFolder(systemClock());
const store = await openFolder(bundled);
const ids = await store.reader().institutionIds(null, 60);
await store.close();

// A folder of its own: keys and the log are made anew, as in a new service.
const folder = freshFolder(bundled);

const timed = async (server: Server, { name, send }: Asked) => {
  const began = performance.now();
  const response = await send(server.url);
  const bytes = (await response.arrayBuffer()).byteLength;
  if (response.status !== 200) throw new Error(`${name}: ${response.status}`);
  return { ms: performance.now() - began, bytes };
};

/** One request after the other: the first, which loads what its protocol alone needs, and then many. */
const measured = async (server: Server, asked: Asked): Promise<readonly (string | number)[]> => {
  const before = await server.state();
  const first = await timed(server, asked);
  const loaded = await server.state();
  for (let at = 0; at < WARM_UP; at += 1) await timed(server, asked);
  const begun = await server.state();
  const times: number[] = [];
  for (let at = 0; at < REQUESTS; at += 1) times.push((await timed(server, asked)).ms);
  const { cpuUs } = await server.state();
  times.sort((one, other) => one - other);
  return [
    asked.name,
    first.bytes.toLocaleString('en'),
    first.ms.toFixed(0),
    median(times).toFixed(1),
    (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1),
    ((cpuUs - begun.cpuUs) / REQUESTS / 1000).toFixed(1),
    Math.max(0, loaded.memoryMb - before.memoryMb).toFixed(1),
  ];
};

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');

const HEADS = [
  'request',
  'bytes of the answer',
  'first, ms',
  'p50, ms',
  'p95, ms',
  'processor ms an answer',
  'memory of the first, MB',
];

/** What the modules of a protocol cost at every start. */
const atStart = async (name: string, file: string): Promise<readonly string[]> => {
  const runs: { cpuMs: number; heapMb: number }[] = [];
  for (let at = 0; at < STARTS; at += 1) {
    const execArgv = ['--expose-gc', '--import', QUICK_START];
    const child = fork(join(import.meta.dirname, 'modules.ts'), [file], { execArgv });
    const [told] = await once(child, 'message');
    child.disconnect();
    runs.push(told);
  }
  const of = (field: 'cpuMs' | 'heapMb') => median(runs.map((one) => one[field]));
  return [name, of('cpuMs').toFixed(0), Math.max(0, of('heapMb')).toFixed(1)];
};

/** All of Bulk Data, as a client fetches it. */
const exported = async ({ url }: Server): Promise<readonly (readonly string[])[]> => {
  const begun = await fetch(`${url}/fhir/$export`, { headers: { prefer: 'respond-async' } });
  const at = (address: string): string => url + new URL(address).pathname;
  const { output } = (await (await fetch(at(begun.headers.get('content-location') ?? ''))).json()) as {
    output: readonly { type: string; url: string }[];
  };
  const rows: string[][] = [];
  for (const file of output) {
    const started = performance.now();
    const bytes = (await (await fetch(at(file.url))).arrayBuffer()).byteLength;
    rows.push([file.type, (bytes / 1e6).toFixed(1), ((performance.now() - started) / 1000).toFixed(1)]);
  }
  return rows;
};

const server = await startServer('licet-public', folder);
const { protocols, fhir } = requestsFor(ids);
const rows: Record<string, (readonly (string | number)[])[]> = { protocols: [], fhir: [] };
for (const asked of protocols) rows.protocols?.push(await measured(server, asked));
for (const asked of fhir) rows.fhir?.push(await measured(server, asked));
const files = await exported(server);
server.stop();
rmSync(folder, { recursive: true });
const starts = [
  await atStart('assistants', 'mcp/register.ts'),
  await atStart('reconciliation', 'reconcile/register.ts'),
  await atStart('FHIR', 'fhir/register.ts'),
  await atStart('public log', 'log/register.ts'),
];
const [processor] = cpus();
process.stdout.write(
  `${cpus().length} × ${processor?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}, ${new Date().toISOString().slice(0, 16)}\n\n` +
    `${table(HEADS, rows.protocols ?? [])}\n${table(HEADS, rows.fhir ?? [])}\n` +
    `${table(['Bulk Data', 'MB', 'seconds'], files)}\n` +
    table(['at every start', 'processor ms of its modules', 'heap of its modules, MB'], starts),
);
process.exit(0);
