import { keepStateIn } from '../../src/store/open-store.ts';
import { openToy, toyRecord, toySource } from './toy-night.ts';

const ROWS = 60;
/** A tenth of the rows changes each night: a list of which more than a fifth changes overnight is refused. */
export const COHORTS = 10;

/**
 * Run as a child process on a folder, and on a database that keeps its state if one is named: publishes nights without end, until it is
 * killed. In night n a tenth of the rows bears the number n.
 */
const [, , root, database] = process.argv;
if (root !== undefined && import.meta.main) {
  if (database !== undefined) keepStateIn(root, database);
  const toy = await openToy(root);
  for (let night = toy.store.reader().generation + 1; ; night += 1) {
    const records = Array.from({ length: ROWS }, (_, at) => {
      const changed = night - ((night + at) % COHORTS);
      const credential = {
        gate: 'practice-licence',
        code: 'licence',
        status: 'listed',
        scope: { kind: 'institution' },
        number: `${changed}`,
      } as const;
      return toyRecord(
        `编造第${at}示例医院`,
        { province: '编造省' },
        { row: at + 1, credentials: [credential] },
      );
    });
    await toy.night([toySource(toy.root, records)]);
    process.stdout.write('.');
  }
}
