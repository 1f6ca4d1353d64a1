import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { openStore } from '../../src/store/open-store.ts';
import { registryFile } from '../../src/store/sqlite/files.ts';
import type { NightDone, NightWork } from './night.ts';
import { readUntil } from './point-reads.ts';
import { rawLoad } from './raw-load.ts';
import { writeRegister } from './register.ts';
import { type Beside, reportOf } from './report.ts';
import type { Taken } from './stopwatch.ts';

/** `folder`: kept, and where it holds a registry of this size already, the first load is left out. */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});
const size = Number(values.size);
const rounds = Number(values.rounds);
/** Milliseconds of a quiet slot, and how long a reader that was replaced is kept. */
const QUIET = 2000;
const GRACE = 500;
const root = values.folder ?? mkdtempSync(join(tmpdir(), 'licet-refresh-'));
const data = join(root, 'data');
const loaded = existsSync(registryFile(data));
const folder = join(root, 'register');

/** Nights of change so far: each of them published a generation, and so did the first load. */
const changesSoFar = async (): Promise<number> => {
  if (!loaded) return 0;
  const store = await openStore({ data });
  const { generation } = store.reader();
  await store.close();
  return generation - 1;
};

let changes = await changesSoFar();
const page = writeRegister(folder, size, changes);
const changeRegister = (): void => {
  changes += 1;
  writeRegister(folder, size, changes);
};

const rawOnce = (): Taken => {
  const beside = join(root, 'raw');
  rmSync(beside, { recursive: true, force: true });
  const taken = rawLoad(registryFile(beside), page);
  rmSync(beside, { recursive: true, force: true });
  return taken;
};

const raw = [rawOnce()];
// Without a limit V8 would rather take memory than collect.
const resourceLimits = { maxOldGenerationSizeMb: 768 };
const worker = new Worker(new URL('night.ts', import.meta.url), { workerData: data, resourceLimits });

let day = 2 * changes;
const night = async (): Promise<NightDone> => {
  day += 1;
  worker.postMessage({
    folder,
    now: new Date(Date.UTC(2026, 10, day, 18)).toISOString(),
  } satisfies NightWork);
  const [done] = (await once(worker, 'message')) as [NightDone];
  return done;
};

const quietFor = (ms: number) => {
  const until = performance.now() + ms;
  return () => performance.now() > until;
};

/** A night with readers beside it, between two quiet slots of the same readers. */
const withReaders = async (): Promise<Beside> => {
  changeRegister();
  const store = await openStore({ data, graceMs: GRACE });
  const before = await readUntil(store, size, quietFor(QUIET));
  let over = (): boolean => false;
  const working = night().then(() => {
    // What the thread that answers does after a night belongs to it: the newer generation, the checkpoint, the file taken up anew.
    over = quietFor(GRACE * 4);
  });
  const during = await readUntil(store, size, () => over());
  await working;
  const after = await readUntil(store, size, quietFor(QUIET));
  await store.close();
  return { before, during, after };
};

// Of a registry loaded before, today's code has yet to read every row.
if (loaded) changeRegister();
const first = await night();
const changed: NightDone[] = [];
const unchanged: NightDone[] = [];
for (let round = 0; round < rounds; round += 1) {
  if (round > 0) raw.push(rawOnce());
  changeRegister();
  changed.push(await night());
  unchanged.push(await night());
}
const felt: Beside[] = [];
for (let round = 0; round < rounds; round += 1) felt.push(await withReaders());
worker.postMessage('stop');
await once(worker, 'exit');
process.stdout.write(reportOf({ size, rounds, raw, first: loaded ? null : first, changed, unchanged, felt }));
if (values.folder === undefined) rmSync(root, { recursive: true, force: true });
