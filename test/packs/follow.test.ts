import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { readContainer } from '../../src/packs/read-container.ts';
import { rowLines } from '../../src/packs/row-lines.ts';
import { contentOfRows } from '../../src/packs/stage-rows.ts';
import { FollowsPacks } from '../../src/store/packs.ts';
import type { Store } from '../../src/store/store.ts';
import { applyTo, NOW, openPublisher } from '../support/pack-publisher.ts';
import { openToy, type Toy, toyRecord } from '../support/toy-night.ts';

const place = { province: '江苏省', city: '苏州市' };
const one = toyRecord('编造甲医院', place, { raw: { 名称: '编造甲医院', 备注: '行\u2028尾' } });
const two = toyRecord('编造乙医院', place);
const three = toyRecord('编造丙医院', { province: '海南省' });
const A = 'cn-toyville-list';

const contentIn = (store: Store) => store.readPack(contentOfRows);
const hashIn = ({ store }: Pick<Toy, 'store'>) => store.reader().reference.registryHash;

/** The service over a registry, whose address alone tells it from another one. */
const serviceOver = (toy: Toy) =>
  buildApp({
    store: toy.store,
    archive: toy.archive,
    config: { ...readConfig({ LICET_DATA: toy.root }), rateLimit: 0, log: 'silent' },
    clock: () => NOW,
  });

const root = t.testdir({ publisher: {}, follower: {} });
const publisher = await openPublisher(join(root, 'publisher'));
const follower = await openToy(join(root, 'follower'));
t.teardown(async () => {
  await publisher.close();
  await follower.store.close();
});

t.test('a follower has the publisher’s registry, first by a full pack, then by deltas', async (t) => {
  await publisher.read('2026-02-01', { id: A, records: [one, two] });
  const first = await publisher.publish();
  t.match(first, { made: true, delta: null, full: { manifest: { own: { same: true } } } });
  t.match(await applyTo(follower, publisher.file(first.full.name)), { taken: true });
  t.equal(hashIn(follower), hashIn(publisher));
  await publisher.read('2026-02-02', {
    id: A,
    records: [one, { ...two, traits: { body: 'clinic' } }, three],
  });
  await publisher.read('2026-02-03', { id: A, records: [one, three] });
  const second = await publisher.publish();
  t.match(second.delta?.manifest, { base: { generation: 1 }, generation: 3 });
  t.ok((second.delta?.bytes ?? 0) < second.full.bytes);
  await applyTo(follower, publisher.file(second.delta?.name ?? ''));
  t.equal(hashIn(follower), hashIn(publisher));
  t.equal(await contentIn(follower.store), await contentIn(publisher.store), 'every row that travels');
  t.strictSame(await follower.store.integrity.chain(), await publisher.store.integrity.chain());
  t.match(await publisher.publish(), { made: false }, 'a generation is packed once');
});

t.test('what a follower answers has the publisher’s bytes, and its evidence is kept there too', async (t) => {
  const [theirs, ours] = [await serviceOver(publisher), await serviceOver(follower)];
  t.teardown(() => Promise.all([theirs.close(), ours.close()]));
  const ids = await publisher.store.reader().institutionIds(null, 9);
  const shas = (await publisher.store.snapshots()).map(({ sha256 }) => sha256);
  const asked = [
    ...ids.flatMap((id) => [
      `/v1/verify?id=${id}`,
      `/v1/institutions/${id}?lang=zh`,
      `/v1/verify?id=${id}&generation=1`,
    ]),
    ...shas.flatMap((sha) => [`/v1/evidence/${sha}`, `/v1/evidence/${sha}/bytes`]),
    `/v1/verify?name=${encodeURIComponent('编造甲医院')}`,
    '/v1/institutions?province=Jiangsu',
    '/v1/changes?since=0',
    '/v1/sources',
    `/v1/evidence/${shas[0]}?row=${one.row}`,
  ];
  for (const path of asked)
    t.equal(
      (await ours.inject(path)).body,
      (await theirs.inject(path)).body,
      path.replace(/[0-9a-z]{12,}/g, '…'),
    );
});

t.test('a follower reads no list and takes no judgement itself', async (t) => {
  const day = '2026-02-09T00:00:00.000Z';
  await t.rejects(follower.night([], day), FollowsPacks);
  const given = { one: 'a', other: 'b', decision: 'same', by: 'x', because: 'y', at: day } as const;
  await t.rejects(follower.store.addJudgement(given), FollowsPacks);
});

t.test('the same registry and key give the same bytes', async (t) => {
  const { full } = await publisher.publish();
  const kept = join(t.testdir(), 'kept');
  copyFileSync(publisher.file(full.name), kept);
  const { makePack } = await import('../../src/packs/make-pack.ts');
  const { openKeys } = await import('../../src/http/badge/keys.ts');
  const { publisher: address, madeBy, policyVersion, own } = full.manifest;
  const keys = openKeys(
    () => publisher.state.signingKeys,
    'receipt',
    () => NOW,
  );
  await makePack({
    store: publisher.store,
    archive: publisher.archive,
    shelf: join(publisher.root, 'packs'),
    signer: await keys.signing(),
    keys: (await keys.jwks()).keys,
    publisher: address,
    madeBy,
    policyVersion,
    own,
  });
  t.ok(readFileSync(kept).equals(readFileSync(publisher.file(full.name))));
});

t.test('only what the rights of a source let travel is in a pack', async (t) => {
  const folder = t.testdir({ own: {}, copy: {} });
  const own = await openPublisher(join(folder, 'own'));
  const copy = await openToy(join(folder, 'copy'));
  t.teardown(() => Promise.all([own.close(), copy.store.close()]));
  const rights = (redistribute: 'rows' | 'metadata') => ({
    rights: { licence: 'made up', attribution: 'made up', redistribute },
  });
  await own.read(
    '2026-02-01',
    { id: A, records: [one] },
    { id: 'cn-toyville-rows', records: [two], over: rights('rows') },
  );
  t.match((await own.publish()).full.manifest, { own: { same: true }, missingPages: [] });
  await own.read('2026-02-02', { id: 'cn-toyville-closed', records: [three], over: rights('metadata') });
  await own.read('2026-02-03', { id: A, records: [{ ...one, traits: { military: true } }] });
  const { full } = await own.publish();
  t.match(full.manifest, { own: { generation: 3, same: false }, generation: 3 });
  t.match(await applyTo(copy, own.file(full.name)), { taken: true });
  t.equal(hashIn(copy), full.manifest.registryHash, 'the registry of what may travel');
  const names = [];
  for await (const { value } of copy.store.reader().names()) names.push(value);
  t.strictSame(names.sort(), ['编造乙医院', '编造甲医院']);
  const unpacked = join(folder, 'unpacked');
  const { files } = await readContainer(own.file(full.name), unpacked, {});
  const pages = files.filter(({ name }) => name.startsWith('pages/')).map(({ sha256 }) => sha256);
  const travelling = (await own.store.snapshots()).filter(({ source }) => source === A);
  t.strictSame(pages.sort(), [...new Set(travelling.map(({ sha256 }) => sha256))].sort());
  for (const { name } of files)
    for await (const line of rowLines(join(unpacked, name))) if (line.includes('编造丙')) t.fail(name);
  t.match(
    full.manifest.sources.find(({ id }) => id === 'cn-toyville-closed'),
    { travels: 'metadata', rows: 0 },
  );
});
