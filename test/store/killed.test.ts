import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openStore } from '../../src/store/open-store.ts';
import { spawnPlain } from '../support/child.ts';
import { csvSource } from '../support/csv-list.ts';
import { changingLines } from '../support/endless-changes.ts';
import { COHORTS } from '../support/endless-nights.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

/** A child that publishes one generation after another: in generation n a tenth of the rows bears n, a tenth n - 1, and so on. */
const child = join(import.meta.dirname, '../support/endless-nights.ts');

t.test(
  'killed at any moment, the database opens with the last complete generation and goes on',
  async (t) => {
    const root = t.testdir();
    let last = 0;
    for (let round = 0; round < 2; round += 1) {
      const process = spawnPlain([child, root]);
      const begun = new Promise((resolve) => process.stdout.once('data', resolve));
      await begun;
      await wait(53 * round);
      process.kill('SIGKILL');
      await new Promise((resolve) => process.once('exit', resolve));
      const store = await openStore({ data: root });
      const reader = store.reader();
      t.ok(reader.generation >= last, `generation ${reader.generation} after ${last}`);
      last = reader.generation;
      const seen = new Set<string>();
      for (const id of await reader.institutionIds(null, 1000)) {
        const dossier = await reader.dossier(id);
        for (const credential of dossier?.credentials ?? [])
          if (credential.evidence.some((at) => dossier?.evidence[at]?.current))
            seen.add(credential.number ?? '');
      }
      const numbers = [...seen].map(Number).sort((one, other) => one - other);
      const edition = Array.from({ length: COHORTS }, (_, at) => reader.generation - COHORTS + 1 + at);
      t.strictSame(numbers, reader.generation === 0 ? [] : edition, 'the rows of one edition, whole');
      await store.close();
    }
    t.ok(last >= 2, 'nights were published between the kills');
    const toy = await openToy(root);
    t.teardown(() => toy.store.close());
    const report = await toy.night([toySource(root, [toyRecord('编造示例医院')])]);
    t.equal(report.generation, last + 1, 'and the next night goes on from there');
  },
);

t.test('killed while it reads changes alone, the next night brings every row as its list says', async (t) => {
  const root = t.testdir();
  const changing = join(import.meta.dirname, '../support/endless-changes.ts');
  const process = spawnPlain([changing, root]);
  for (let night = 0; night < 3; night += 1)
    await new Promise((resolve) => process.stdout.once('data', resolve));
  await wait(41);
  process.kill('SIGKILL');
  await new Promise((resolve) => process.once('exit', resolve));
  const toy = await openToy(root);
  t.teardown(() => toy.store.close());
  let read = 0;
  const next = toy.store.reader().generation + 1;
  for (const night of [next, next + 1]) {
    const lines = changingLines(night);
    read = 0;
    await toy.night([csvSource(root, lines, true, () => read++)]);
    const kept = await Promise.all(
      lines.map((line) => toy.store.currentRecord('cn-toyville-list', line.split(',')[0] ?? '')),
    );
    t.same(
      kept.map((one) => Object.values(one?.raw ?? {}).join(',')),
      lines,
    );
  }
  t.equal(read, 2, 'and the night after it reads the two changed rows alone');
});
