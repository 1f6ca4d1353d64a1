import { stepBehindOthers } from '../../src/jobs/behind-others.ts';
import { keepStateIn } from '../../src/store/open-store.ts';
import { openToy, toyRecord, toySource } from '../../test/support/toy-night.ts';
import { cityOf, nameOf } from './made-up-rows.ts';

/** Run as a child by bench/scale/run.ts: publishes a night of so many made-up rows, one of a hundred of them changed, whenever it is told to. */
// As the thread of a night does.
stepBehindOthers();
const [data = '.', database = '', size = '2000'] = process.argv.slice(2);
keepStateIn(data, database);
const toy = await openToy(data);

const night = async (): Promise<void> => {
  const generation = toy.store.reader().generation + 1;
  const rows = Array.from({ length: Number(size) }, (_, at) =>
    toyRecord(nameOf(at), { province: '编造省', city: cityOf(at, generation) }, { key: `${at}` }),
  );
  const report = await toy.night([
    toySource(
      data,
      rows.map((row, at) => ({ ...row, row: at + 1 })),
    ),
  ]);
  process.send?.({ generation: report.generation, cpuUs: process.cpuUsage() });
};

process.on('message', () => void night());
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
