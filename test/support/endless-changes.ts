import { csvSource } from './csv-list.ts';
import { openToy } from './toy-night.ts';

const ROWS = 60;

/** The list of a night: each night two rows get another number of beds, and the others keep theirs. */
export const changingLines = (night: number): readonly string[] =>
  Array.from({ length: ROWS }, (_, at) => {
    const changed = night + ROWS - ((night + ROWS - at) % (ROWS / 2));
    return `${at},编造第${at}示例医院,编造市,${changed * 1000 + 7}`;
  });

/** Run as a child process by test/store/killed.test.ts: nights of two changed rows each, without end, until it is killed. */
if (process.argv[2] !== undefined && import.meta.main) {
  const toy = await openToy(process.argv[2]);
  for (let night = toy.store.reader().generation + 1; ; night += 1) {
    await toy.night([csvSource(toy.root, changingLines(night), true, () => undefined)]);
    process.stdout.write('.');
  }
}
