import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { emptyDatabase } from '../../test/support/postgres.ts';
import { cityOf, nameOf } from './made-up-rows.ts';
import { cpuOf, cpuOfDatabase, type Started, startNights, startRole } from './processes.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    pace: { type: 'string', default: '100' },
    publications: { type: 'string', default: '20' },
    kills: { type: 'string', default: '3' },
    between: { type: 'string', default: '60' },
    warm: { type: 'string', default: '5000' },
  },
});
const [size, seconds, pace, publications, kills, between, warm] = [
  values.size,
  values.seconds,
  values.pace,
  values.publications,
  values.kills,
  values.between,
  values.warm,
].map(Number) as [number, number, number, number, number, number, number];

const root = mkdtempSync(join(tmpdir(), 'licet-scale-'));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const database = await emptyDatabase();
const nights = await startNights(database, join(root, 'nights'), size);
await nights.night();

type Counts = { answers: number; wrong: number; failed: number; ms: number[] };
const none = (): Counts => ({ answers: 0, wrong: 0, failed: 0, ms: [] });
type Told = Readonly<{
  generation: number;
  identity: Readonly<{ institution: Readonly<{ name: { zh: string }; city: string | null }> | null }>;
}>;

let asked = 0;
/** Asks one question by name; what it says of the hospital must be what that very generation says. */
const ask = async ({ address }: Started, counts: Counts): Promise<void> => {
  // A stride with no common factor: distinct questions, in no order that is kept ready.
  const at = (asked * 7919) % size;
  asked += 1;
  const from = performance.now();
  try {
    const response = await fetch(`${address}/v1/verify?name=${encodeURIComponent(nameOf(at))}`);
    const { generation, identity } = (await response.json()) as Told;
    counts.ms.push(performance.now() - from);
    counts.answers += 1;
    const { name, city } = identity.institution ?? {};
    if (name?.zh !== nameOf(at) || city !== cityOf(at, generation)) counts.wrong += 1;
  } catch {
    counts.failed += 1;
  }
};

/** Asks evenly, `pace` questions a second in turn, until `goesOn` says no; no question waits for another. */
const load = async (
  servers: readonly (() => Started)[],
  goesOn: () => boolean,
): Promise<readonly Counts[]> => {
  const counts = servers.map(none);
  const open = new Set<Promise<void>>();
  const began = performance.now();
  for (let sent = 0; goesOn(); sent += 1) {
    const [server, own] = [servers[sent % servers.length], counts[sent % servers.length]];
    if (server === undefined || own === undefined) break;
    const one = ask(server(), own).finally(() => open.delete(one));
    open.add(one);
    await wait(Math.max(0, began + ((sent + 1) * 1000) / pace - performance.now()));
  }
  await Promise.all(open);
  return counts;
};

const p99 = (counts: readonly Counts[]): number => {
  const all = counts.flatMap(({ ms }) => ms).sort((a, b) => a - b);
  return all[Math.floor(all.length * 0.99)] ?? 0;
};
const sum = (counts: readonly Counts[], of: 'answers' | 'wrong' | 'failed'): number =>
  counts.reduce((total, one) => total + one[of], 0);
const forSeconds = (length: number): (() => boolean) => {
  const until = performance.now() + length * 1000;
  return () => performance.now() < until;
};

/** Processor time an answer costs the servers and the database, in milliseconds. */
const measure = async (servers: readonly Started[], goesOn: () => boolean) => {
  const before = [servers.reduce((total, one) => total + cpuOf(one), 0), cpuOfDatabase()];
  const counts = await load(
    servers.map((one) => () => one),
    goesOn,
  );
  const [own = 0, theirs = 0] = [
    servers.reduce((total, one) => total + cpuOf(one), 0) - (before[0] ?? 0),
    cpuOfDatabase() - (before[1] ?? 0),
  ];
  const answers = sum(counts, 'answers');
  return { counts, own: (own * 1000) / answers, theirs: (theirs * 1000) / answers };
};

const line = (what: string, { counts, own, theirs }: Awaited<ReturnType<typeof measure>>): void =>
  say(
    `${what}: ${sum(counts, 'answers')} answers, ${own.toFixed(2)} ms of a server's and ${theirs.toFixed(2)} ms of the database's processor time an answer, p99 ${p99(counts).toFixed(0)} ms; wrong or mixed ${sum(counts, 'wrong')}, failed ${sum(counts, 'failed')}`,
  );

/** Asks so many questions of one server, four at a time and as fast as it answers: what is measured then is compiled. */
const warmUp = async (server: Started): Promise<void> => {
  const counts = none();
  const some = async (): Promise<void> => {
    while (counts.answers + counts.failed < warm) await ask(server, counts);
  };
  await Promise.all([some(), some(), some(), some()]);
};

/** Processor time servers take in a second while nobody asks them, in milliseconds. */
const idle = async (servers: readonly Started[]): Promise<number> => {
  const before = servers.reduce((total, one) => total + cpuOf(one), 0);
  await wait(5000);
  return (servers.reduce((total, one) => total + cpuOf(one), 0) - before) * 200;
};

const worker = await startRole('work', database, join(root, 'worker'));
const first = await startRole('serve', database, join(root, 'first'));
await warmUp(first);
say(`one server unasked: ${(await idle([first])).toFixed(1)} ms of processor time a second`);
const alone = await measure([first], forSeconds(seconds));
line('one server', alone);
let second = await startRole('serve', database, join(root, 'second'));
await warmUp(second);
say(`two servers unasked: ${(await idle([first, second])).toFixed(1)} ms of processor time a second`);
const both = await measure([first, second], forSeconds(seconds));
line('two servers, the same questions a second', both);
say(
  `two for one: ${(both.own / alone.own).toFixed(2)} (servers), ${(both.theirs / alone.theirs).toFixed(2)} (database); goal 1 ± 0.10`,
);

let left = publications;
const publishing = (async () => {
  for (; left > 0; left -= 1) await nights.night();
})();
const meanwhile = await measure([first, second], () => left > 0);
await publishing;
line(`${publications} nights of 1 % meanwhile`, meanwhile);
say(`p99 meanwhile for quiet: ${(p99(meanwhile.counts) / p99(both.counts)).toFixed(2)}; goal 2`);

let killing = true;
const killer = (async () => {
  for (let done = 0; done < kills; done += 1) {
    await wait(between * 1000);
    second.child.kill('SIGKILL');
    await once(second.child, 'exit');
    second = await startRole('serve', database, join(root, 'second'));
  }
  killing = false;
})();
const [spared, killed] = await load([() => first, () => second], () => killing);
await killer;
say(
  `one of two killed ${kills} times: of ${(spared?.answers ?? 0) + (spared?.failed ?? 0)} questions to the other ${spared?.failed} failed, wrong or mixed ${(spared?.wrong ?? 0) + (killed?.wrong ?? 0)}; ${killed?.failed} failed at the killed one, which a proxy asks the other`,
);

for (const { child } of [worker, first, second]) child.kill('SIGKILL');
nights.end();
rmSync(root, { recursive: true, force: true });
process.exit();
