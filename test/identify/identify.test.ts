import t from 'tap';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { reasonCatalogue } from '../../schema/reason.ts';
import { brandsOf } from '../../src/identify/famous/brands.ts';
import { identify } from '../../src/identify/identify.ts';
import { openToy, toyRecord, toySource } from '../support/toy-night.ts';
import { knownReader } from './known-names.ts';

const ask = async (question: InstitutionQuestion | string) => {
  const found = await identify(typeof question === 'string' ? { name: question } : question, knownReader);
  const said = [...found.why, ...found.candidates.flatMap((one) => one.why)];
  const unknown = said.find(({ code }) => !(code in reasonCatalogue));
  if (unknown !== undefined) throw new Error(`${unknown.code} is no reason of the catalogue`);
  return found;
};

t.test('one institution that bears the whole name is a strong match', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    上海交大附属瑞金医院: 'ruijin',
    上海交通大学附属瑞金医院: 'ruijin',
    北京协和医院: 'pumch',
    'Peking Union Medical College Hospital': 'pumch',
    'Beijing United Family Hospital': 'ufh',
    'Xiamen University Zhongshan Hospital': 'zs-xiamen',
    浙江大学附属第一医院: 'zju1',
    上海交通大学医学院附属瑞金医院卢湾分院: 'luwan',
  };
  for (const [name, id] of Object.entries(cases)) t.match(await ask(name), { id, match: 'strong' }, name);
});

t.test('a short form that no list prints puts the one who is meant first', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    瑞金医院: 'ruijin',
    瑞金醫院: 'ruijin',
    'Ruijin Hospital': 'ruijin',
    上海瑞金医院: 'ruijin',
    'Huashan Hospital': 'huashan',
    厦门市中山医院: 'zs-xiamen',
    'The First Affiliated Hospital, School of Medicine, Zhejiang University': 'zju1',
  };
  for (const [name, id] of Object.entries(cases)) {
    const found = await ask(name);
    t.equal(found.id ?? found.candidates[0]?.id, id, name);
  }
});

t.test('two that could be meant are ambiguous, and the place settles them', async (t) => {
  const several = await ask('Zhongshan Hospital');
  t.equal(several.match, 'ambiguous');
  t.equal(several.id, null);
  t.ok(several.candidates.length >= 2);
  t.equal((await ask({ name: 'Zhongshan Hospital', city: 'Xiamen' })).id, 'zs-xiamen');
  t.equal((await ask({ name: '中山医院', province: '辽宁' })).id, 'zs-dalian');
  t.equal((await ask({ name: '瑞金医院', campus: '卢湾分院' })).id, 'luwan');
});

t.test('a famous word alone is never a match, and a name that borrows it is a lookalike', async (t) => {
  for (const name of ['协和', '协和医院', 'Xiehe Hospital', 'Union Hospital', '华山']) {
    const found = await ask(name);
    t.equal(found.id, null, name);
    t.ok(found.candidates.length > 0, name);
  }
  for (const name of [
    '北京协和中西医结合医院',
    '上海协和医院',
    '谐和医院',
    '北京谐和医院',
    'Huashan Cosmetic Hospital',
  ])
    t.equal((await ask(name)).match, 'lookalike', name);
});

t.test('another place, another university or another number is another hospital', async (t) => {
  for (const name of [
    '武汉瑞金医院',
    '北京大学瑞金医院',
    '浙江大学医学院附属第三医院',
    '瑞金医院成都分院',
    'Ruijin Eye Hospital',
  ])
    t.not((await ask(name)).match, 'strong', name);
  t.equal((await ask({ name: '瑞金医院', city: '成都' })).match, 'none', 'nor a lookalike of itself');
});

t.test('generic words alone settle nothing', async (t) => {
  for (const name of ['人民医院', '第一医院', 'Hospital', 'First Affiliated Hospital', '医院', '附属医院'])
    t.equal((await ask(name)).id, null, name);
});

t.test('an official number is exact, wherever it is typed', async (t) => {
  t.equal((await ask({ uscc: '12100000400000000X' })).match, 'exact');
  t.equal((await ask({ name: '1210 0000 4000 0000 0x' })).id, 'made-up-1');
  t.equal((await ask({ id: 'made-up-old' })).id, 'made-up-1');
  t.equal((await ask({ id: 'nobody' })).match, 'none');
  t.equal((await ask({ uscc: '12100000400000000X', name: '北京编造示例医院' })).match, 'exact');
});

t.test(
  'a number of one institution and the name of another give no verdict and say who is who',
  async (t) => {
    const found = await ask({ uscc: '12100000400000000X', name: '上海编造示例医院' });
    t.equal(found.match, 'ambiguous');
    t.same(
      found.candidates.map((one) => one.id),
      ['made-up-1', 'made-up-2'],
    );
    t.ok(found.why.some((why) => why.code === 'number.name-contradicts'));
    const two = await ask({ uscc: '12100000400000000X', licenceNumber: 'MADEUP-000000000000001A' });
    t.ok(two.why.some((why) => why.code === 'number.conflict'));
    const other = await ask({ uscc: '121000004000000018', name: '北京编造示例医院' });
    t.ok(other.why.some((why) => why.code === 'number.differs'));
  },
);

t.test('a website that only looks like the registered one makes a lookalike', async (t) => {
  const right = await ask({ name: '北京编造示例医院', website: 'made-up-example-hospital.example' });
  t.equal(right.match, 'strong');
  const wrong = await ask({ name: '北京编造示例医院', website: 'http://rnade-up-example-hospital.example' });
  t.equal(wrong.match, 'lookalike');
  t.equal((await ask({ name: '北京编造示例医院', website: 'http://other.example' })).match, 'none');
  const similar = { name: '北京编造示例总医院', website: 'http://rnade-up-example-hospital.example' };
  t.equal((await ask(similar)).match, 'lookalike', 'nor does it pass beside a name that is only similar');
});

t.test('an address in another city is said, and settles nothing', async (t) => {
  const address = '上海市编造路1号';
  const named = await ask({ name: '北京编造示例医院', city: '北京', address });
  t.not(named.match, 'strong');
  const numbered = await ask({ uscc: '12100000400000000X', address });
  t.equal(numbered.match, 'none', 'whoever copies a name can copy a number');
  t.ok(numbered.why.some(({ code }) => code === 'address.other-city'));
});

t.test('a department is set aside and named', async (t) => {
  const found = await ask('北京协和医院心内科');
  t.equal(found.id, 'pumch');
  t.ok(found.why.some((why) => why.code === 'name.department-aside'));
  t.equal((await ask('北京协和医院美容中心')).id, null);
});

t.test('a homophone of a famous word is seen in the distinctive part of a name only', async (t) => {
  t.equal((await ask('昆明童济医院')).match, 'lookalike');
  t.equal((await ask('上海睿山花溪医院')).match, 'none', '花溪 is a district before it sounds like 华西');
  const campus = await ask('上海华山医院东院区');
  t.equal(campus.match, 'branch-not-on-record', 'a campus nobody has on record, of the genuine holder');
  t.match(campus.candidates, [{ id: 'huashan' }]);
});

/** A made-up hospital on three lists of distinction, and one that bears the same word in a town of its own. */
const famousRegistry = async (root: string) => {
  const toy = await openToy(root);
  const famous = toyRecord('编造大学附属瑰琦医院', { province: '上海市', city: '上海市' });
  const own = toyRecord('无锡瑰琦康复医院', { province: '江苏省', city: '无锡市' });
  const word = {
    kind: 'protected-word' as const,
    row: 1,
    key: '珍珑',
    raw: {},
    code: '珍珑',
    title: { zh: '珍珑' },
    detail: {},
  };
  await toy.night([
    ...['trials', 'fertility', 'pilots'].map((id) =>
      toySource(toy.root, [famous], { id: `cn-toyville-${id}` }),
    ),
    toySource(toy.root, [own], { id: 'cn-toyville-directory', evidenceKind: 'directory' }),
    toySource(toy.root, [word], { id: 'cn-toyville-words', evidenceKind: 'law' }),
  ]);
  return toy;
};

t.test(
  'who stands on several lists lends its name to nobody, and who is registered keeps its own',
  async (t) => {
    const toy = await famousRegistry(t.testdir({}));
    t.teardown(() => toy.store.close());
    const reader = toy.store.reader();
    t.same(
      (await brandsOf(reader)).map(({ zh }) => zh),
      ['瑰琦'],
    );
    const found = await identify({ name: '成都瑰琦整形医院' }, reader);
    t.equal(found.match, 'lookalike');
    t.match(found.why, [
      { code: 'name.lookalike', params: { word: '瑰琦', genuine: '编造大学附属瑰琦医院' } },
    ]);
    t.equal((await identify({ name: '成都归奇整形医院' }, reader)).match, 'lookalike', 'by its sound');
    t.match(await identify({ name: '无锡瑰琦康复医院' }, reader), { match: 'strong' });
    t.equal(
      (await identify({ name: '成都珍珑整形医院' }, reader)).match,
      'lookalike',
      'a word of the edition read',
    );
    t.not((await identify({ name: '成都天坛整形医院' }, reader)).match, 'lookalike', 'not in that edition');
  },
);
