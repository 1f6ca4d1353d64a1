/** What an engine says of itself once it holds the names. Null where it cannot be told. */
export type Held = Readonly<{ bytes: number | null; buildMs: number; readyMs: number | null }>;

/** What finds the best institution for a name. */
export type Engine = Readonly<{
  name: string;
  /** Takes the names in: builds its index. */
  hold: () => Promise<Held>;
  /** The institution it thinks is meant, or null. */
  best: (query: string) => Promise<string | null>;
  /** Whether it works in this process, so that its own CPU time can be told. */
  here: boolean;
  close: () => Promise<void>;
}>;

/** A question, and which answers to it are right. */
export type Asked = Readonly<{ kind: string; query: string; right: (institution: string) => boolean }>;

export type Line = Readonly<{
  asked: number;
  recall: number;
  p50: number;
  p99: number;
  worst: number;
  /** Own CPU a question, in milliseconds; null for an engine in another process. */
  cpuEach: number | null;
  recallOf: ReadonlyMap<string, number>;
}>;

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Questions asked before the clock starts (as many as a tenth of the seconds allows), so that no engine is measured cold. */
const WARM = 600;

/** Asks until the questions or the seconds are spent; the kinds come by turns, so that a part of them is a fair part. */
export const askAll = async (engine: Engine, questions: readonly Asked[], seconds: number): Promise<Line> => {
  const until = performance.now() + seconds * 1000;
  for (const { query } of questions.slice(0, WARM))
    if (performance.now() < until - seconds * 900) await engine.best(query);
  const times: number[] = [];
  const rights = new Map<string, number[]>();
  const cpu = process.cpuUsage();
  for (const { kind, query, right } of questions) {
    const from = performance.now();
    if (from > until) break;
    const best = await engine.best(query);
    times.push(performance.now() - from);
    rights.set(kind, [...(rights.get(kind) ?? []), best !== null && right(best) ? 1 : 0]);
  }
  const { user, system } = process.cpuUsage(cpu);
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const asked = times.length;
  times.sort((a, b) => a - b);
  return {
    asked,
    recall: mean([...rights.values()].flat()),
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    worst: at(times, 1),
    cpuEach: engine.here ? (user + system) / 1000 / asked : null,
    recallOf: new Map([...rights].map(([kind, list]) => [kind, mean(list)])),
  };
};
