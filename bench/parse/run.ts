import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Format, formats } from './formats.ts';
import { roundTrip } from './round-trip.ts';
import { madeUpList } from './rows.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    documents: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
  },
});
/** Rows of a list, and of one in a format that nobody uses for long lists. */
const sizes = { rows: Number(values.rows), documents: Number(values.documents) };
const SHORT = new Set(['DOCX', 'PDF']);
const rounds = Number(values.rounds);

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

type Reading = Format['bare'];

/** CPU time of one reading, in milliseconds: what others do on the machine counts less than on a clock. */
const cost = async (read: Reading): Promise<number> => {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const differs = (
  name: string,
  read: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): void => {
  const at = rows.findIndex((row, line) => row.join('\t') !== read[line]?.join('\t'));
  if (at !== -1 || read.length !== rows.length)
    throw new Error(`${name}: row ${at} reads ${read[at]?.join('|')}, not ${rows[at]?.join('|')}`);
};

const measure = async (make: (typeof formats)[number]): Promise<void> => {
  const probe = make(madeUpList(10));
  const size = SHORT.has(probe.name) ? sizes.documents : sizes.rows;
  const list = madeUpList(size);
  const format = make(list);
  const expected = format.heading ? list : list.slice(1);
  differs(`${format.name}, kit`, await format.kit(), expected);
  differs(`${format.name}, ${format.library}`, await format.bare(), expected);
  const times = { bare: [] as number[], kit: [] as number[] };
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 === 0 ? (['bare', 'kit'] as const) : (['kit', 'bare'] as const))
      times[way].push(await cost(format[way]));
  const [bare, kit] = [median(times.bare), median(times.kit)];
  const rate = (ms: number): string => Math.round((size / ms) * 1000).toLocaleString('en');
  const mb = (format.bytes / 1e6).toFixed(1);
  say(
    `| ${format.name} | ${size.toLocaleString('en')} | ${mb} | ${format.library} | ${rate(bare)} | ${rate(kit)} | **${(bare / kit).toFixed(2)}** |`,
  );
};

say(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, medians of ${rounds} rounds, CPU time\n`,
);
say('| format | rows | MB | bare library | its rows/s | our rows/s | speed × bare |');
say('|---|---|---|---|---|---|---|');
for (const make of formats) await measure(make);
say('');
for (const line of roundTrip()) say(line);
