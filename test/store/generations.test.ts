import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { openStore } from '../../src/store/open-store.ts';
import type { EvidenceRef, Reader } from '../../src/store/registry-reader.ts';
import { onEachEngine } from '../support/engines.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '编造省', city: '编造市' };

const registry = async (test: Test, data: string = test.testdir()): Promise<Toy> => {
  const toy = await openToy(data);
  test.teardown(() => toy.store.close());
  return toy;
};

const ids = (reader: Reader) => reader.institutionIds(null, 100);
const first = async (reader: Reader) => reader.dossier((await ids(reader))[0] ?? '');

t.test('an empty store answers as generation 0', async (t) => {
  const { store } = await registry(t);
  const reader = store.reader();
  t.equal(reader.generation, 0);
  t.same(await ids(reader), []);
  t.equal(await reader.dossier('cnnowhere'), undefined);
  t.same(await reader.counts(), { institutions: 0, names: 0, credentials: 0, records: 0 });
});

onEachEngine(
  'a reader sees its own generation, wholly, while the next one is written and after',
  async (t, data) => {
    const toy = await registry(t, data);
    const list = (name: string) => toySource(toy.root, [toyRecord(name, place, { key: 'same-row' })]);
    const other = (name: string) =>
      toySource(toy.root, [toyRecord(name, place, { key: 'same-row' })], { id: 'cn-toyville-other' });
    await toy.night([list('编造旧名医院'), other('编造旧名医院')]);
    const old = toy.store.reader();
    const before = await first(old);

    const names: string[][] = [];
    const watch = async () => {
      const seen = await first(toy.store.reader());
      names.push((seen?.names ?? []).map(({ value }) => value));
    };
    const night = toy.night([list('编造新名医院'), other('编造新名医院')]);
    for (let at = 0; at < 50; at += 1) {
      await watch();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const report = await night;
    await watch();

    t.equal(report.generation, 2);
    for (const seen of names)
      t.ok(seen.length === 1 || seen.length === 2, 'old or new, never half of either');
    t.same(await first(old), before, 'the reader given out before still answers, and says the same');
    t.equal(old.reference.generation, 1);
    t.same(
      (await first(toy.store.reader()))?.evidence.map(({ current }) => current),
      [true, true, false, false],
    );
  },
);

onEachEngine('a past generation can be read again', async (t, data) => {
  const toy = await registry(t, data);
  await toy.night([toySource(toy.root, [toyRecord('编造甲示例医院', place)])]);
  const then = { ids: await ids(toy.store.reader()), dossier: await first(toy.store.reader()) };
  const hash = toy.store.reader().reference.registryHash;
  await toy.night([toySource(toy.root, [toyRecord('编造乙示例医院', place)], { asOf: '2026-03-01' })]);
  const past = await toy.store.readerAt(1);
  t.teardown(() => past?.close());
  if (past === undefined) return t.fail('generation 1 was there');
  t.same(await ids(past), then.ids);
  t.same(await past.dossier(then.ids[0] ?? ''), then.dossier);
  t.equal(past.reference.registryHash, hash);
  t.same(await past.findNameKey('编造乙示例医院'), []);
  t.equal(past.reference.sources.get('cn-toyville-list')?.descriptor.asOf, '2026-01-31');
  t.equal(await toy.store.readerAt(3), undefined);
});

t.test('the same night twice publishes nothing new', async (t) => {
  const toy = await registry(t);
  const source = toySource(toy.root, [toyRecord('编造甲示例医院', place)]);
  const one = await toy.night([source]);
  const two = await toy.night([source], '2026-02-02T00:00:00.000Z');
  t.same([two.generation, two.registryHash, two.raised], [one.generation, one.registryHash, false]);
  t.equal(two.sources[0]?.state, 'unchanged');
  t.equal((await toy.store.sources()).get('cn-toyville-list')?.lastRunAt, '2026-02-02T00:00:00.000Z');
  t.equal(toy.store.reader().reference.sources.get('cn-toyville-list')?.lastRunAt, one.at);
});

t.test(
  'a row that leaves its list stays known as no longer current, with the editions that held it',
  async (t) => {
    const toy = await registry(t);
    const [kept, gone] = [toyRecord('编造甲示例医院', place), toyRecord('编造乙示例医院', place)];
    await toy.night([toySource(toy.root, [kept, gone])]);
    await toy.night([toySource(toy.root, [kept], { asOf: '2026-03-01' })], '2026-03-02T00:00:00.000Z');
    const evidence: EvidenceRef[] = [];
    for (const id of await ids(toy.store.reader()))
      evidence.push(...((await toy.store.reader().dossier(id))?.evidence ?? []));
    const of = (current: boolean) => evidence.filter((item) => item.current === current);
    t.match(of(false), [{ seenFirst: '2026-01-31', seenLast: '2026-01-31', asOf: '2026-01-31' }]);
    t.match(
      of(true),
      [{ seenFirst: '2026-01-31', seenLast: '2026-03-01', asOf: '2026-03-01' }],
      'the other moves on',
    );
    t.ok((await toy.store.reader().findNameKey('编造乙示例医院')).length > 0, 'and can still be found');
  },
);

t.test('a page read anew by better code replaces the misreading and leaves no history of it', async (t) => {
  const toy = await registry(t);
  const page = '[]';
  const reading = (name: string, code: string) => ({
    ...toySource(toy.root, page),
    parse: () => [toyRecord(name, place, { key: 'row', row: 1 })],
    reading: code,
  });
  await toy.night([reading('编造误读医院', 'old')]);
  await toy.night([reading('编造正读医院', 'new')]);
  const reader = toy.store.reader();
  t.same(
    (await first(reader))?.names.map(({ value }) => value),
    ['编造正读医院'],
  );
  t.same(await reader.findNameKey('编造误读医院'), []);
});

t.test('a fact leads back to its page and row', async (t) => {
  const toy = await registry(t);
  const record = toyRecord('编造甲示例医院', place, {
    row: 7,
    identifiers: [{ scheme: 'licence-number', value: 'MADEUP1' }],
  });
  await toy.night([toySource(toy.root, [record])]);
  const reader = toy.store.reader();
  const [hit] = await reader.findIdentifier('MADEUP1');
  const proof = (await reader.dossier(hit?.institution ?? ''))?.evidence[0];
  const kept = await reader.keptRow(proof?.sha256 ?? '', 7);
  t.match(kept, { row: 7, raw: { 名称: '编造甲示例医院' }, institution: hit?.institution ?? '' });
  t.match(await reader.snapshot(proof?.sha256 ?? ''), { how: 'bundled', transport: 'file', page: 'list' });
  t.ok(await toy.archive.get(proof?.sha256 ?? ''), 'the bytes are in the archive');
  t.equal(await reader.keptRow(proof?.sha256 ?? '', 8), undefined);
});

t.test(
  'a replaced reader is closed after its grace, and the newest goes on answering from the file itself',
  async (t) => {
    const toy = await registry(t);
    const store = await openStore({ data: toy.root, graceMs: 1 });
    t.teardown(() => store.close());
    const old = store.reader();
    await toy.night([toySource(toy.root, [toyRecord('编造甲示例医院', place)])]);
    t.equal(await store.refresh(), true);
    t.equal(await store.refresh(), false, 'there is nothing newer');
    const given = store.reader();
    while (store.reader() === given) await new Promise((resolve) => setTimeout(resolve, 5));
    t.equal(store.reader().generation, 1, 'the same generation, taken up once more');
    t.same(await first(store.reader()), await first(toy.store.reader()));
    await t.rejects(ids(old), /not open/, 'the one from before the night says that it is closed');
  },
);

t.test('work of a thread goes on with the reader it holds, though a newer one has taken over', async (t) => {
  const toy = await registry(t);
  const publish = (name: string) => toy.night([toySource(toy.root, [toyRecord(name, place)])]);
  const store = await openStore({ data: toy.root, alone: true });
  await publish('编造乙示例医院');
  await store.refresh();
  const held = store.reader();
  await publish('编造丙示例医院');
  await store.refresh();
  await wait(30);
  t.ok((await ids(held)).length > 0);
  await store.close();
});

t.test('a newer generation answers once what it needs is ready, and by no other way', async (t) => {
  const toy = await registry(t);
  const publish = (name: string) => toy.night([toySource(toy.root, [toyRecord(name, place)])]);
  await publish('编造甲示例医院');
  const store = await openStore({ data: toy.root, graceMs: 5 });
  t.teardown(() => store.close());
  await publish('编造乙示例医院');
  const done: (string | number)[] = [];
  const moving = store.refresh({
    before: (generation) => wait(20, done.push('before') && generation),
    ready: async (next) => void done.push(next.generation, store.reader().generation),
  });
  t.equal(store.reader().generation, 1, 'the older one answers meanwhile');
  t.equal(await moving, true);
  t.same([...done, store.reader().generation], ['before', 2, 1, 2], 'its reader is made ready first');
  // The reader that was replaced is closed now, and the file taken up anew: what was published meanwhile is not, unannounced.
  const taken = store.reader();
  await publish('编造丙示例医院');
  for (let looks = 0; store.reader() === taken && looks < 40; looks += 1) await wait(20);
  t.equal(store.reader().generation, 2);
});
