import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { openFolder } from '../../src/jobs/data-folder.ts';
import { runNight } from '../../src/jobs/night.ts';
import { capturedSource } from '../support/captured-source.ts';
import { spawnPlain } from '../support/child.ts';
import { TODAY } from '../support/operator-api.ts';

t.test(
  'a process killed while it records leaves whole files or none, and all that it acknowledged',
  async (t) => {
    const data = t.testdir();
    capturedSource(join(data, 'scrapers'));
    const child = join(import.meta.dirname, '../support/capturing.ts');
    const PER_FILE = 5;
    let acknowledged = 0;
    const running = spawnPlain([child, data, '0', String(PER_FILE)]);
    running.stdout.on('data', (dots: Buffer) => {
      acknowledged += dots.length;
    });
    await once(running.stdout, 'data');
    await wait(60);
    running.kill('SIGKILL');
    await once(running, 'close');
    const { store, close } = await openFolder(data);
    const runs = await store.runs(1_000);
    t.ok(
      runs.every(({ rows, state }) => state === 'accepted' && rows === PER_FILE),
      `${runs.length} files, each whole`,
    );
    await runNight({ store, archive: openArchive(data), sources: [], now: TODAY });
    const { institutions } = await store.reader().counts();
    t.equal(institutions % PER_FILE, 0, `${institutions} rows`);
    t.ok(
      institutions >= acknowledged * PER_FILE && runs.length >= acknowledged,
      'what was acknowledged is there',
    );
    t.match((await store.integrity.chain()).faults, []);
    await close();
  },
);
