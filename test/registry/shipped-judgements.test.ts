import t, { type Test } from 'tap';
import { type JudgedSide, shippedJudgements } from '../../schema/shipped-judgement.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { SHIPPED_BY } from '../../src/registry/shipped-judgements.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Reader } from '../../src/store/registry-reader.ts';
import { copyBundledData } from '../support/bundled-data.ts';
import { openToy, type Toy, toyRecord, toySource } from '../support/toy-night.ts';

const place = { province: '北京市', city: '北京市' };

/** Two lists with the two names of one hospital that shipped judgements name, and nothing else that tells they are one. */
const registry = async (test: Test): Promise<Toy> => {
  const toy = await openToy(test.testdir());
  test.teardown(() => toy.store.close());
  await toy.night([
    toySource(toy.root, [toyRecord('中国人民解放军总医院第六医学中心', place)]),
    toySource(toy.root, [toyRecord('海军总医院', place)], {
      id: 'cn-toyville-other',
      evidenceKind: 'directory',
    }),
  ]);
  return toy;
};

const ids = (toy: Toy) => toy.store.reader().institutionIds(null, 100);

t.test('a shipped judgement joins its two records in the night that reads them, and says so', async (t) => {
  const toy = await registry(t);
  const [id = '', ...rest] = await ids(toy);
  t.same(rest, []);
  const dossier = await toy.store.reader().dossier(id);
  t.same(dossier?.names.map(({ value }) => value).sort(), ['中国人民解放军总医院第六医学中心', '海军总医院']);
  t.match(dossier?.judgements, [{ decision: 'same' }]);
  const [kept, ...more] = await toy.store.judgements();
  t.same(more, [], 'others ship too, but their records are not on these lists');
  t.match(kept, { by: SHIPPED_BY, generation: 1 });
  t.match(kept?.because, /https?:/u, 'with the address that says so');
});

t.test('an operator takes it back, and it is not kept again', async (t) => {
  const toy = await registry(t);
  const [kept] = await toy.store.judgements();
  const [one, other] = [kept?.one ?? '', kept?.other ?? ''];
  const by = { by: 'Made-up Operator', because: 'made up: two licences', at: '2026-12-01T00:00:00.000Z' };
  await toy.store.addJudgement({ one, other, decision: 'different', ...by });
  await toy.night([], '2026-12-02T00:00:00.000Z');
  t.equal((await ids(toy)).length, 2);
  await toy.night(
    [toySource(toy.root, [toyRecord('编造新示意医院', place)], { id: 'cn-toyville-third' })],
    '2026-12-03T00:00:00.000Z',
  );
  t.equal((await toy.store.judgements()).length, 2, 'the shipped one once, the operator’s once');
  t.equal((await ids(toy)).length, 3);
});

/** The institutions that bear a side's name as a registered one now; 安徽省肿瘤医院 stands in two cities. */
const bearersOf = async (side: JudgedSide, reader: Reader): Promise<readonly string[]> => {
  if ('source' in side) return [];
  const hits = await reader.findNameKey(nameKeys(side.name).full);
  return hits.filter(({ nameKind }) => nameKind === 'legal').map(({ institution }) => institution);
};

t.test('every shipped judgement finds both its records on the bundled lists, and holds', async (t) => {
  const folder = t.testdir();
  await copyBundledData(folder);
  const store = await openStore({ data: folder });
  t.teardown(() => store.close());
  t.equal((await store.judgements()).length, shippedJudgements.length);
  const apart: string[] = [];
  for (const { one, other, decision } of shippedJudgements) {
    const [a, b] = [await bearersOf(one, store.reader()), await bearersOf(other, store.reader())];
    if (a.some((id) => b.includes(id)) !== (decision === 'same'))
      apart.push(`${JSON.stringify(one)} ${JSON.stringify(other)}`);
  }
  t.same(apart, []);
});
