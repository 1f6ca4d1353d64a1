import autocannon from 'autocannon';

/** What one slot of load found. Latencies in milliseconds; `answers` of the expected status, and how many were not. */
export type Slot = Readonly<{ perSecond: number; p50: number; p99: number; answers: number; wrong: number }>;

export type Load = Readonly<{
  /** Gives the path of the next request. */
  path: () => string;
  headers?: Readonly<Record<string, string>>;
  /** The status every answer must have. */
  status: number;
}>;

const CONNECTIONS = 32;

/** Loads one server for some seconds and counts answers of the expected status only. */
export const loadSlot = async (
  url: string,
  { path, headers, status }: Load,
  seconds: number,
): Promise<Slot> => {
  const run = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
    headers: { ...headers },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  const of = run.statusCodeStats as unknown as Readonly<Record<string, { count: number }>>;
  const right = of[String(status)]?.count ?? 0;
  return {
    perSecond: right / run.duration,
    p50: run.latency.p50,
    p99: run.latency.p99,
    answers: right,
    wrong: run.requests.total - right,
  };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
};
