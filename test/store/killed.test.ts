import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openArchive } from '../../src/archive/archive.ts';
import { openStore } from '../../src/store/store.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';

/** A child that publishes one generation after another: in generation n every row of the list bears the number n. */
const child = join(import.meta.dirname, '../support/endless-nights.ts');

t.test(
  'killed at any moment, the database opens with the last complete generation and goes on',
  async (t) => {
    const root = t.testdir();
    const file = join(root, 'licet.db');
    let last = 0;
    for (let round = 0; round < 3; round += 1) {
      const process = spawn(globalThis.process.execPath, [child, root], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const begun = new Promise((resolve) => process.stdout.once('data', resolve));
      await begun;
      await wait(37 * round);
      process.kill('SIGKILL');
      await new Promise((resolve) => process.once('exit', resolve));
      const store = await openStore({ file });
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
      t.ok(seen.size <= 1, `one edition only: ${[...seen].join()}`);
      await store.close();
    }
    t.ok(last > 0, 'something was published between the kills');
    const toy = await openToy(root);
    t.teardown(() => toy.store.close());
    const report = await toy.night([toySource(root, [toyRecord('编造示例医院')])]);
    t.equal(report.generation, last + 1, 'and the next night goes on from there');
  },
);

t.test('the archive keeps bytes under their digest, once, and leaves no half of a file', async (t) => {
  const root = t.testdir();
  const archive = openArchive(root);
  const bytes = new TextEncoder().encode('编造页面');
  const [one, two] = await Promise.all([archive.put(bytes), archive.put(bytes)]);
  t.equal(one, two);
  t.same(await archive.get(one), bytes);
  t.equal(await archive.has(one), true);
  t.same(readdirSync(join(root, one.slice(0, 2), one.slice(2, 4))), [one]);
  t.equal(await archive.get('0'.repeat(64)), undefined);
  t.equal(await archive.get('../../etc/passwd'), undefined);
  t.equal(existsSync(join(root, 'etc')), false);
});
