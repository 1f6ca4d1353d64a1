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

/** Runs of an attack that seems too slow. */
const RUNS = 4;

const once = async (run: Attack['run']): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * The attacks that cost more CPU time than the budget, each with what it cost. CPU time and the best of four runs: neither a
 * busy machine nor code that is compiled at its first run makes a part slow.
 */
export const tooSlow = async (attacks: Iterable<Attack>): Promise<readonly string[]> => {
  const slow: string[] = [];
  for (const { what, run, quarter } of attacks) {
    if (quarter !== undefined && (await once(quarter)) <= QUARTER_MS) continue;
    let spent = await once(run);
    for (let again = 1; again < RUNS && spent > BUDGET_MS; again += 1)
      spent = Math.min(spent, await once(run));
    if (spent > BUDGET_MS) slow.push(`${what}: ${Math.round(spent)} ms`);
  }
  return slow;
};
