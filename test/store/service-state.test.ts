import { chmodSync, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { openKeys } from '../../src/http/badge/keys.ts';
import { addPartnerKey } from '../../src/http/partners/partner-keys.ts';
import { openServiceState, openStore } from '../../src/store/open-store.ts';
import { errorReportsIn } from '../../src/store/sql/reports/error-reports.ts';
import { openDurable } from '../../src/store/sqlite/durable.ts';
import { registryFile, serviceFile } from '../../src/store/sqlite/files.ts';
import { storageFault } from '../../src/store/storage-fault.ts';

const TODAY = '2026-11-21';
const folder = (t: Test) => join(t.testdir(), 'data');
const opened = (t: Test, data = folder(t)) => {
  const state = openServiceState(data);
  t.teardown(state.close);
  return { data, state };
};

/** Another process's long transaction on a file: a night's on the registry, a slow writer's on the service's. */
const writingIn = (file: string) => {
  const db = new Database(file);
  db.exec('BEGIN IMMEDIATE');
  return () => {
    db.exec('COMMIT');
    db.close();
  };
};

t.test('what is told of as recorded was waited for until it was on the disk', async (t) => {
  const durable = openDurable(folder(t));
  t.teardown(durable.close);
  t.equal(await durable.write((db) => db.prepare('PRAGMA synchronous').pluck().get()), 2, 'FULL');
});

t.test('after it is closed nothing stirs in its folder, however much was written before', async (t) => {
  const data = folder(t);
  const durable = openDurable(data);
  // As many as make a thread of its own work the log of changes into the file.
  for (let at = 0; at < 500; at++) await durable.write(() => undefined);
  await durable.close();
  const stirred: (string | null)[] = [];
  const watching = watch(data, (_event, name) => void stirred.push(name));
  t.teardown(() => watching.close());
  await wait(300);
  t.strictSame(stirred, []);
});

t.test('a list is gone from the instant on that it is kept until, to all who ask for it', async (t) => {
  const {
    state: { batches },
  } = opened(t);
  const [last, end] = ['2026-11-27T23:59:59.999Z', '2026-11-28T00:00:00.000Z'];
  const list = (id: string, createdAt: string, expiresAt: string) => ({
    ...{ id, partner: 'one', createdAt, expiresAt, idempotencyKey: 'once', bodyHash: id, about: '{}' },
    ...{ held: false, parts: [{ rows: 1, given: new Uint8Array([1]) }] },
  });
  const seenAt = async (at: string) => [
    (await batches.find('made-up', 'one', at)) !== null,
    (await batches.list('one', at, 9)).length > 0,
    (await batches.claim({ name: 'p', at, isLive: () => false })) !== null,
  ];
  await batches.add(list('made-up', '2026-10-29T00:00:00.000Z', end), 1);
  t.strictSame(await seenAt(end), [false, false, false]);
  t.strictSame(await seenAt(last), [true, true, true]);
  t.match(await batches.add(list('other', last, '2026-12-28T00:00:00.000Z'), 1), { state: 'conflict' });
  t.match(await batches.add(list('other', end, '2026-12-28T00:00:00.000Z'), 1), { state: 'added' });
  t.strictSame(
    await seenAt(last),
    [false, true, true],
    'and forgotten then, so that its key may be used again',
  );
  t.equal(await batches.forgetExpired('2026-12-27T23:59:59.999Z'), 0);
  t.equal(await batches.forgetExpired('2026-12-28T00:00:00.000Z'), 1);
});

t.test('a write waits for another process without keeping the thread, and reads go on', async (t) => {
  const { data, state } = opened(t);
  const end = writingIn(serviceFile(data));
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 5);
  const site = { domain: 'agency.example', partner: 'Made-up Agency', token: 'licet-site=a', today: TODAY };
  const claimed = state.sites.claim(site, { most: 20, forgetBefore: '2026-10-22' });
  // A thread that waited itself would do so until the write is refused.
  while (ticks < 10) await wait(5);
  t.strictSame(await state.sites.all(), [], 'read while the other one writes');
  end();
  t.match(await claimed, { state: 'added' });
  clearInterval(ticking);
});

t.test(
  'a write that would have to wait for too long is refused as busy, and so is the one behind it',
  async (t) => {
    const data = folder(t);
    const durable = openDurable(data, 500);
    t.teardown(durable.close);
    const reports = errorReportsIn(durable);
    const end = writingIn(serviceFile(data));
    const report = { at: '2026-11-21T08:00:00Z', about: 'x', text: 'made up', lang: 'en', generation: 1 };
    const [one, other] = await Promise.allSettled([reports.add(report, 10), reports.add(report, 10)]);
    for (const refused of [one, other])
      t.equal(refused.status === 'rejected' && storageFault(refused.reason)?.kind, 'busy');
    end();
    t.equal(await reports.add(report, 10), true, 'and the next one is kept');
    t.equal((await reports.waiting(10)).length, 1);
  },
);

t.test('a fault within a write leaves nothing of it, and the next write goes through', async (t) => {
  const durable = openDurable(folder(t));
  t.teardown(durable.close);
  const half = durable.write(async (db) => {
    await db.exec("INSERT INTO partner_key (partner, key_hash, since) VALUES ('a', 'b', 'c')");
    throw new Error('made up');
  });
  await t.rejects(half, /made up/);
  t.equal(await durable.write((db) => db.prepare('SELECT count(*) FROM partner_key').pluck().get()), 0);
});

t.test('folder and database are for their owner alone, and loose ones of before are tightened', async (t) => {
  const { data, state } = opened(t);
  const modes = () =>
    ['', ...readdirSync(data)].map((name) => [name, (statSync(join(data, name)).mode & 0o777).toString(8)]);
  await addPartnerKey(state.partnerKeys, 'a', TODAY);
  const tight = [
    ['', '700'],
    ...['service.db', 'service.db-shm', 'service.db-wal'].map((name) => [name, '600']),
  ];
  t.strictSame(modes(), tight);
  for (const [name = ''] of modes()) chmodSync(join(data, name), name === '' ? 0o755 : 0o644);
  const again = openServiceState(data);
  t.strictSame(modes(), tight);
  await again.close();
  chmodSync(data, 0o1777);
  await openServiceState(data).close();
  t.equal(statSync(data).mode & 0o7777, 0o1777, 'a folder for everybody, like /tmp, is left as it is');
});

t.test('a copy of the registry holds no private key, no partner and no report', async (t) => {
  const { data, state } = opened(t);
  const keys = openKeys(
    () => state.signingKeys,
    'badge',
    () => new Date('2026-11-21T08:00:00Z'),
  );
  await keys.signing();
  await addPartnerKey(state.partnerKeys, 'Made-up Agency', TODAY);
  const report = { at: '2026-11-21T08:00:00Z', about: 'x', text: 'made-up words', lang: 'en', generation: 1 };
  await state.errorReports.add(report, 10);
  const store = await openStore({ data });
  const copy = join(t.testdirName, 'copy');
  await store.copyTo(copy);
  await store.close();
  const bytes = readdirSync(copy).map((name) => readFileSync(join(copy, name), 'latin1'));
  const secrets = (await state.signingKeys.keys('badge')).map(({ jwk }) => jwk.d);
  t.equal(secrets.length, 2);
  for (const secret of [...secrets, 'Made-up Agency', 'made-up words'])
    t.notOk(
      bytes.some((one) => one.includes(secret)),
      'nothing is left of it in the file',
    );
  t.equal(statSync(registryFile(copy)).mode & 0o777, 0o600);
});

t.test('a private key that was forgotten is nowhere in the file any more', async (t) => {
  const { data, state } = opened(t);
  const jwk = (d: string) => ({ kty: 'OKP', crv: 'Ed25519', x: 'x', d }) as const;
  const rotate = (at: number, today: string, keepFrom: string) =>
    state.signingKeys.rotate('badge', {
      next: { kid: `k${at}`, jwk: jwk(`secret-${at}`) },
      spare: { kid: `s${at}`, jwk: jwk(`spare-${at}`) },
      today,
      keepFrom,
    });
  await rotate(1, '2026-11-01', '2026-10-25');
  await rotate(2, '2026-11-02', '2026-10-26');
  const later = await rotate(3, '2026-11-21', '2026-11-14');
  t.strictSame(
    later.map(({ kid, role }) => [kid, role]),
    [
      ['k1', 'past'],
      ['k2', 'current'],
      ['k3', 'next'],
    ],
  );
  await state.close();
  const bytes = readFileSync(serviceFile(data), 'latin1');
  t.notOk(bytes.includes('spare-1'), 'the first key is overwritten');
  t.ok(bytes.includes('secret-1'), 'a past one is still there');
});
