import { cpus } from 'node:os';
import type { NightDone } from './night.ts';
import type { Felt } from './point-reads.ts';
import type { Taken } from './stopwatch.ts';

export type Beside = Readonly<{ before: Felt; during: Felt; after: Felt }>;

/** All that was measured in one run. */
type Measured = Readonly<{
  size: number;
  rounds: number;
  raw: readonly Taken[];
  /** Null where the registry was loaded by an earlier run. */
  first: NightDone | null;
  changed: readonly NightDone[];
  unchanged: readonly NightDone[];
  felt: readonly Beside[];
}>;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const nightLines = ({ raw, first, changed, unchanged }: Measured): readonly string[] => {
  const of = (all: readonly Taken[], what: keyof Taken): number => median(all.map((one) => one[what]));
  const row = (what: string, all: readonly Taken[], goal: string): string => {
    const [wall, work] = [of(all, 'ms') / of(raw, 'ms'), of(all, 'cpu') / of(raw, 'cpu')];
    return `| ${what} | ${Math.round(of(all, 'ms'))} | ${wall.toFixed(3)} | **${work.toFixed(3)}** | ${goal} |`;
  };
  return [
    '| night | ms | × raw, by the clock | × raw, the thread’s own work | goal |\n|---|---|---|---|---|',
    row('raw bulk load', raw, '1'),
    ...(first === null ? [] : [row('first load', [first], '≤ 4')]),
    row('0.5 % changed', changed, '≤ 0.15'),
    row('nothing changed', unchanged, '≤ 0.02'),
  ];
};

const readLines = ({ felt }: Measured): readonly string[] => {
  const pick = (which: (one: Beside) => Felt, what: keyof Felt): number =>
    median(felt.map((one) => which(one)[what]));
  const quiet = (what: keyof Felt): number =>
    (pick(({ before }) => before, what) + pick(({ after }) => after, what)) / 2;
  const during = (what: keyof Felt): number => pick((one) => one.during, what);
  const row = (what: string, of: (what: keyof Felt) => number): string =>
    `| ${what} | ${(of('p50') * 1000).toFixed(1)} | ${(of('p99') * 1000).toFixed(1)} | ${of('turn').toFixed(1)} | ${of('delay').toFixed(1)} |`;
  return [
    '\n| point reads | p50 µs | p99 µs | longest turn ms (own work) | longest delay ms (clock) |\n|---|---|---|---|---|',
    row('quiet', quiet),
    row('during the night', during),
    `\np99 during the night: **${(during('p99') / quiet('p99')).toFixed(2)} ×** quiet (goal ≤ 2), longest turn **${Math.max(...felt.map((one) => one.during.turn)).toFixed(1)} ms** (goal ≤ 10)`,
  ];
};

/** The tables of bench/refresh/README.md. */
export const reportOf = (measured: Measured): string => {
  const { size, rounds, first, changed, unchanged } = measured;
  const cpu = cpus();
  const nights = [first, changed[0], unchanged[0]];
  return [
    `${size} rows, ${cpu.length} × ${cpu[0]?.model ?? 'CPU'}, Node ${process.version}, medians of ${rounds} rounds\n`,
    ...nightLines(measured),
    ...readLines(measured),
    `\nWhat the nights said: ${nights.map((one) => one?.says).join(' | ')}`,
    `Steps of the changed night, ms of work from its beginning: ${JSON.stringify(changed[0]?.steps)}`,
    `Steps of the first load: ${JSON.stringify(first?.steps)}\n`,
  ].join('\n');
};
