import t, { type Test } from 'tap';
import type { Snapshot } from '../../schema/snapshot.ts';
import { harvestSource } from '../../src/harvest/run.ts';
import type { Ingest } from '../../src/store/ingest.ts';
import { EditionOvertaken, type NewEdition } from '../../src/store/ingest-types.ts';
import { openStore } from '../../src/store/open-store.ts';
import { onEachEngine } from '../support/engines.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const registry = async (test: Test, data: string = test.testdir()): Promise<Toy> => {
  const toy = await openToy(data);
  test.teardown(() => toy.store.close());
  return toy;
};

const names = async ({ store }: Toy): Promise<readonly (string | undefined)[]> => {
  const { reader } = store;
  const ids = await reader().institutionIds(null, 100);
  const dossiers = await Promise.all(ids.map((id) => reader().dossier(id)));
  return dossiers.map((dossier) => dossier?.title.zh ?? undefined).sort();
};

const page: Snapshot = {
  sha256: '0'.repeat(64),
  source: 'cn-toyville-list',
  page: 'list',
  url: 'https://example.org/list',
  retrievedAt: '2026-03-01T00:00:00.000Z',
  how: 'bundled',
  transport: 'file',
  contentType: 'application/json',
  bytes: 0,
};

const editionOf = (toy: Toy, legal: string): NewEdition => {
  const { descriptor, reading } = toySource(toy.root, []);
  const records = [{ page: 0, record: toyRecord(legal) }];
  return {
    descriptor,
    reading,
    acceptedAt: '2026-03-01T00:00:00.000Z',
    snapshots: [page],
    records,
    issues: [],
  };
};

onEachEngine(
  'an edition that another one has overtaken is not written, nor anything of it',
  async (t, data) => {
    const toy = await registry(t, data);
    const other = await openStore({ data: toy.root });
    t.teardown(() => other.close());
    const first = await toy.store.compare(editionOf(toy, '编造甲示例医院'));
    const second = await other.compare(editionOf(toy, '编造乙示例医院'));
    t.match(await second.accept(), { added: 1 });
    await t.rejects(first.accept(), EditionOvertaken);
    t.equal((await toy.store.runs(9)).length, 1, 'not even a run');
    await toy.night([]);
    t.strictSame(await names(toy), ['编造乙示例医院']);
  },
);

t.test('of one store as well, the second of two that were compared with the same is overtaken', async (t) => {
  const toy = await registry(t);
  const compared = await Promise.all(
    ['编造甲示例医院', '编造乙示例医院'].map((legal) => toy.store.compare(editionOf(toy, legal))),
  );
  const done = await Promise.allSettled(compared.map((one) => one.accept()));
  t.strictSame(
    done.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
});

/** A store in which something happens between the first comparison and what is done with it. */
const interrupted = (store: Ingest, between: () => Promise<unknown>): Ingest => {
  let once = true;
  return {
    ...store,
    compare: async (edition) => {
      const compared = await store.compare(edition);
      if (once) {
        once = false;
        await between();
      }
      return compared;
    },
  };
};

t.test(
  'a night that is overtaken judges its page once more, beside the edition that came between',
  async (t) => {
    const toy = await registry(t);
    const over = { expect: { rows: { min: 0, max: 99 }, maxDrop: 0.5 } };
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => toyRecord(`编造第${from + at}示例医院`));
    await toy.night([toySource(toy.root, rows(0, 20), over)]);
    const source = toySource(toy.root, rows(0, 19), over);
    const others = rows(100, 20).map((record) => ({ page: 0, record }));
    const between = async () =>
      (await toy.store.compare({ ...editionOf(toy, ''), ...source, records: others })).accept();
    const store = { ...toy.store, ...interrupted(toy.store, between) };
    const now = new Date('2026-03-02T00:00:00.000Z');
    const report = await harvestSource(source, { store, archive: toy.archive, now });
    t.match(report, { state: 'refused', refusals: [/^20 of 20 rows are gone/] });
    t.match(await store.lastGood(source.descriptor.id), { rows: 20, missing: 0 });
  },
);
