import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { rotateKeys } from '../../src/http/badge/keys.ts';
import { withLease } from '../../src/jobs/lease-guard.ts';
import { shelfFolder } from '../../src/packs/pack-shelf.ts';
import { madeUpNumbers } from '../support/made-up.ts';
import { formOf, openApi, saved, typed } from '../support/operator-api.ts';
import { applyTo, NOW, openPublisher } from '../support/pack-publisher.ts';
import { openToy, toyRecord } from '../support/toy-night.ts';

const root = t.testdir({ publisher: {}, follower: {} });
const publisher = await openPublisher(join(root, 'publisher'));
const follower = await openToy(join(root, 'follower'));
t.teardown(() => Promise.all([publisher.close(), follower.store.close()]));
const shelf = shelfFolder(publisher.root);
const records = Array.from({ length: 4 }, (_, n) => toyRecord(`编造第${n}示例医院`, { province: '江苏省' }));
const night = (day: string, most: number) =>
  publisher.read(day, { id: 'cn-toyville-list', records: records.slice(0, most) });

t.test('one process at a time makes packs, and takes away what a killed one left', async (t) => {
  await night('2026-02-01', 2);
  const { store } = publisher;
  const other = { store, clock: () => NOW, holder: 'made-up-host:1', name: 'packs' } as const;
  await withLease(other, () =>
    t.rejects(publisher.publish(), { name: 'LeaseTaken', message: /^made-up-host:1 has been making packs/ }),
  );
  await withLease({ ...other, name: 'harvest' }, async () => {
    mkdirSync(join(shelf, 'make-left'), { recursive: true });
    writeFileSync(join(shelf, 'make-left', 'full-1.licet-pack.tar.gz'), 'half a pack');
    t.match(await publisher.publish(), { made: true }, 'a night does not hold it up');
  });
  t.strictSame(readdirSync(shelf).sort(), ['full-1.licet-pack.tar.gz', 'full-1.licet-pack.tar.gz.json']);
});

t.test(
  'pages are read one by one as they are written; where one is gone by then, no pack is made',
  async (t) => {
    await night('2026-02-02', 3);
    const before = readdirSync(shelf).sort();
    const { archive } = publisher;
    const asked = new Set<string>();
    const forgetful = {
      ...archive,
      get: async (sha256: string) => {
        const again = asked.has(sha256);
        asked.add(sha256);
        return again ? undefined : archive.get(sha256);
      },
    };
    await t.rejects(publisher.publish(forgetful), /^page [0-9a-f]{64} was removed while the pack was made/);
    t.strictSame(readdirSync(shelf).sort(), before);
    t.match(await publisher.publish(), { made: true });
  },
);

t.test(
  'a follower goes on when the publisher’s key moves on, for the pack before named the next one',
  async (t) => {
    await applyTo(follower, publisher.file('full-2.licet-pack.tar.gz'));
    const [, next] = (await publisher.state.signingKeys.keys('receipt')).map(({ kid }) => kid);
    await rotateKeys(publisher.state.signingKeys, 'receipt', NOW);
    await night('2026-02-03', 4);
    const { delta } = await publisher.publish();
    const signing = (await publisher.state.signingKeys.keys('receipt')).find(
      ({ role }) => role === 'current',
    );
    t.equal(signing?.kid, next, 'another key signs now');
    t.match(await applyTo(follower, publisher.file(delta?.name ?? '')), { taken: true });
    for (const day of ['2026-02-20', '2026-03-20', '2026-04-20'])
      await rotateKeys(publisher.state.signingKeys, 'receipt', new Date(`${day}T08:00:00Z`));
    await night('2026-02-04', 1);
    const late = await publisher.publish();
    await t.rejects(applyTo(follower, publisher.file(late.full.name)), {
      message: /signed by a key that is not the followed publisher/,
    });
  },
);

t.test('an operator of a follower is told that captures are the publisher’s to take', async (t) => {
  const api = await openApi(t);
  const { data, registry } = api;
  await applyTo(
    { root: data, ...registry, night: follower.night },
    publisher.file('full-3.licet-pack.tar.gz'),
  );
  const numbers = madeUpNumbers('MA9YYYY1');
  const form = await formOf({ capture: typed(numbers), page: [saved(numbers), 'page.html'] });
  const refused = await api.post('', form);
  t.equal(refused.statusCode, 409);
  t.match(refused.json(), { code: 'LICET_CANNOT_DECIDE', detail: /follows a publisher by packs/ });
  t.equal((await api.verify(numbers.licence)).outcome, 'unknown');
});
