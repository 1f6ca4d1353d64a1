/** Milliseconds of CPU time that 100 kB from outside may cost a parser or a route, on any machine of today. */
export const BUDGET_MS = 200;

/** Something that is done to a part of Licet, and how to name it where it took too long. */
export type Attack = Readonly<{ what: string; run: () => unknown }>;

const once = async (run: Attack['run']): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * The attacks that cost more CPU time than the budget, each with what it cost. CPU time and the better of two runs: neither a
 * busy machine nor code that is compiled at its first run makes a part slow.
 */
export const tooSlow = async (attacks: Iterable<Attack>): Promise<readonly string[]> => {
  const slow: string[] = [];
  for (const { what, run } of attacks) {
    const first = await once(run);
    const spent = first <= BUDGET_MS ? first : Math.min(first, await once(run));
    if (spent > BUDGET_MS) slow.push(`${what}: ${Math.round(spent)} ms`);
  }
  return slow;
};
