/** Milliseconds of CPU time that 100 kB from outside may cost a parser or a route, on any machine of today. */
export const BUDGET_MS = 200;

/** Something that is done to a part of Licet, and how to name it where it took too long. */
export type Attack = Readonly<{
  what: string;
  run: () => unknown;
  /** The same with a quarter of the text. What is done with it in a sixteenth of the time need not be tried with all of it. */
  quarter?: () => unknown;
}>;

/**
 * Four times the text costs sixteen times as much where work grows with its square, which is what slows a part down; work that
 * grows faster still takes minutes for a quarter of the text already.
 */
const QUARTER_MS = BUDGET_MS / 16;

/** Most runs of an attack that seems too slow: the least of four still swung by a tenth about a part that is quick enough. */
const RUNS = 10;

const once = async (run: Attack['run']): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const TEXT = Array.from({ length: 20_000 }, (_, at) => `<c r="A${at}">${at}</c>`).join('');

/** Work of the kind that readers do, always the same: a text is split, searched, and kept by its parts. */
const yardstick = (): number => {
  const kept = new Map<string, number>();
  for (const part of TEXT.split('<')) {
    const name = /^c r="([A-Z]+\d+)"/.exec(part)?.[1];
    if (name !== undefined) kept.set(name, part.indexOf('>'));
  }
  return kept.size;
};

/** CPU time of the yardstick, once it is compiled, on a machine of today that does little else, in milliseconds. */
const YARDSTICK_MS = 7;
let compiled = false;

/** How many times slower than such a machine this one is while its neighbours work; 1 where it is quicker. */
const slowness = async (): Promise<number> => {
  for (let run = 0; !compiled && run < 20; run += 1) yardstick();
  compiled = true;
  return Math.max(1, (await once(yardstick)) / YARDSTICK_MS);
};

/**
 * What the least of some runs costs, in milliseconds of CPU time of a machine of today: a slow machine, a busy one and code that is
 * compiled at its first run make no part slow. Runs once where that is within the limit, else again, each time between two looks
 * at how slow the machine is at that moment.
 */
export const leastMs = async (run: Attack['run'], mostMs: number): Promise<number> => {
  let least = await once(run);
  for (let again = 1; again < RUNS && least > mostMs; again += 1) {
    const before = await slowness();
    const spent = await once(run);
    least = Math.min(least, spent / Math.max(before, await slowness()));
  }
  return least;
};

/** The attacks that cost more CPU time than the budget, each with what it cost. */
export const tooSlow = async (attacks: Iterable<Attack>): Promise<readonly string[]> => {
  const slow: string[] = [];
  for (const { what, run, quarter } of attacks) {
    if (quarter !== undefined && (await once(quarter)) <= QUARTER_MS) continue;
    const spent = await leastMs(run, BUDGET_MS);
    if (spent > BUDGET_MS) slow.push(`${what}: ${Math.round(spent)} ms`);
  }
  return slow;
};
