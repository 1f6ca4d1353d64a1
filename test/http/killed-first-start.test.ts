import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openArchive } from '../../src/archive/open-archive.ts';
import { loadCatalogue } from '../../src/harvest/catalogue.ts';
import { heldLease, releaseLease } from '../../src/jobs/lease-guard.ts';
import { namesFile } from '../../src/jobs/names/names-index.ts';
import { runNight } from '../../src/jobs/night.ts';
import { openStore } from '../../src/store/open-store.ts';
import { keptNames, TODAY } from '../support/bundled-data.ts';
import { installedService } from '../support/installed-service.ts';

const { root, start, ready } = installedService(t, ['cn-nhc-assisted-reproduction', 'intl-jci-events']);
const data = join(root, 'data');

/** What the process has said when it is killed: its threads are loading; one list is accepted; both are, and rows are placed. */
const MOMENTS = [/First start/, /cn-nhc-assisted-reproduction/, /intl-jci-events/];

/** Starts, and kills the process as soon as it has said this. */
const killedAt = async (moment: RegExp): Promise<void> => {
  const { child, err, ended } = start({});
  while (!moment.test(err())) await once(child.stderr ?? child, 'data');
  child.kill('SIGKILL');
  await ended;
};

/** What came of the same lists where nobody was killed: the registry hash, and the names index. */
const undisturbed = async () => {
  const folder = join(root, 'undisturbed');
  const store = await openStore({ data: folder });
  const sources = await loadCatalogue(join(root, 'licet/scrapers'));
  const { registryHash } = await runNight({ store, archive: openArchive(folder), sources, now: TODAY });
  await keptNames(store, folder);
  await store.close();
  return { registryHash, names: readFileSync(namesFile(folder)) };
};

t.test('a first start that is killed at any moment leaves nothing half done to the next one', async (t) => {
  for (const moment of MOMENTS) {
    await killedAt(moment);
    const store = await openStore({ data });
    const reader = store.reader();
    const institutions = await reader.institutionCount();
    t.equal(institutions > 0, reader.generation > 0, `${moment}: all is published, or nothing`);
    // Half a minute later it would have run out.
    const left = await heldLease(store);
    if (left !== undefined) await releaseLease(store, left.holder);
    await store.close();
  }
  const last = start({});
  const address = await ready(last);
  const asked = await fetch(`${address}/v1/verify?name=Ruijin%20Hospital&claim=jci`);
  t.equal(asked.status, 200);
  last.child.kill('SIGINT');
  t.equal(await last.ended, 0);
  const whole = await undisturbed();
  const store = await openStore({ data });
  t.teardown(() => store.close());
  t.equal(store.reader().generation, 1, 'what was accepted before is published once');
  t.equal(store.reader().reference.registryHash, whole.registryHash);
  t.ok(existsSync(namesFile(data)) && readFileSync(namesFile(data)).equals(whole.names));
});
