import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** What visitors felt in one slot, in milliseconds; `failed`: answers of another status than 200. */
export type Felt = Readonly<{ answers: number; failed: number; p50: number; p99: number; longest: number }>;

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/**
 * Asks at an even pace, whether or not earlier questions are answered yet, until `done`: a service that stands still for a while is
 * felt by everybody who comes meanwhile. Times run from the moment a question was due.
 */
export const askEvenly = async (
  address: string,
  paths: () => string,
  perSecond: number,
  done: () => boolean,
): Promise<Felt> => {
  const agent = new Agent({ connections: 64 });
  const times: number[] = [];
  let failed = 0;
  const ask = async (due: number): Promise<void> => {
    const { statusCode, body } = await request(`${address}${paths()}`, { dispatcher: agent });
    await body.dump();
    if (statusCode !== 200) failed += 1;
    times.push(performance.now() - due);
  };
  const begun = performance.now();
  const open: Promise<void>[] = [];
  for (let asked = 0; !done(); asked += 1) {
    const due = begun + (asked * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    // A loader that was itself held up must not blame the service for it.
    open.push(ask(Math.max(due, performance.now() - 1)));
  }
  await Promise.all(open);
  await agent.close();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    answers: sorted.length,
    failed,
    p50: share(sorted, 0.5),
    p99: share(sorted, 0.99),
    longest: sorted.at(-1) ?? 0,
  };
};
