import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import type { Dossier } from '../../schema/institution.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { reasonCatalogue } from '../../schema/reason.ts';
import { hasHan } from '../../src/kit/han.ts';
import { identify } from '../../src/registry/identify.ts';
import type { IdentifierHit, NameRow, Reader } from '../../src/store/types.ts';

type Known = Readonly<{
  id: string;
  names: readonly (readonly [string, string])[];
  place: readonly [string, string];
}>;

/** Real names of lists that ship with the product; the last two are made up. */
const known: readonly Known[] = [
  {
    id: 'ruijin',
    names: [
      ['上海交通大学医学院附属瑞金医院', 'legal'],
      ['Ruijin Hospital, Shanghai Jiao Tong University School of Medicine', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  { id: 'luwan', names: [['上海交通大学医学院附属瑞金医院卢湾分院', 'legal']], place: ['上海市', '上海市'] },
  { id: 'hainan', names: [['上海交通大学医学院附属瑞金医院海南医院', 'legal']], place: ['海南省', '琼海市'] },
  {
    id: 'huashan',
    names: [
      ['复旦大学附属华山医院', 'legal'],
      ['Huashan Hospital, Fudan University', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  {
    id: 'zs-fudan',
    names: [
      ['复旦大学附属中山医院', 'legal'],
      ['Zhongshan Hospital, Fudan University', 'english'],
    ],
    place: ['上海市', '上海市'],
  },
  {
    id: 'zs-xiamen',
    names: [
      ['厦门大学附属中山医院', 'legal'],
      ['Zhongshan Hospital of Xiamen University', 'english'],
    ],
    place: ['福建省', '厦门市'],
  },
  { id: 'zs-dalian', names: [['大连大学附属中山医院', 'legal']], place: ['辽宁省', '大连市'] },
  {
    id: 'pumch',
    names: [
      ['中国医学科学院北京协和医院', 'legal'],
      ['北京协和医院', 'second'],
      ['Peking Union Medical College Hospital', 'english'],
    ],
    place: ['北京市', '北京市'],
  },
  {
    id: 'wuhan-union',
    names: [['华中科技大学同济医学院附属协和医院', 'legal']],
    place: ['湖北省', '武汉市'],
  },
  {
    id: 'fujian-union',
    names: [
      ['福建医科大学附属协和医院', 'legal'],
      ['Fujian Medical University Union Hospital', 'english'],
    ],
    place: ['福建省', '福州市'],
  },
  {
    id: 'ufh',
    names: [
      ['北京和睦家医院', 'legal'],
      ['Beijing United Family Hospital', 'english'],
    ],
    place: ['北京市', '北京市'],
  },
  { id: 'zju1', names: [['浙江大学医学院附属第一医院', 'legal']], place: ['浙江省', '杭州市'] },
  { id: 'zju2', names: [['浙江大学医学院附属第二医院', 'legal']], place: ['浙江省', '杭州市'] },
  { id: 'made-up-1', names: [['北京编造示例医院', 'legal']], place: ['北京市', '北京市'] },
  { id: 'made-up-2', names: [['上海编造示例医院', 'legal']], place: ['上海市', '上海市'] },
];

const rows: NameRow[] = known.flatMap(({ id, names, place: [province, city] }) =>
  names.map(([value, kind]) => ({
    institution: id,
    value,
    kind,
    language: hasHan(value) ? 'zh' : 'en',
    province,
    city,
    district: null,
    official: true,
  })),
);

const numbers: readonly IdentifierHit[] = [
  { institution: 'made-up-1', scheme: 'uscc', value: '12100000400000000X' },
  { institution: 'made-up-2', scheme: 'licence-number', value: 'MADEUP000000000000001A' },
];

const dossierOf = ({ id, names, place: [province, city] }: Known): Dossier => ({
  id,
  test: false,
  names: names.map(([value, kind]) => ({
    value,
    kind: kind === 'legal' ? 'legal' : 'alias',
    language: hasHan(value) ? 'zh' : 'en',
    evidence: [],
  })),
  title: { zh: names[0]?.[0] ?? null, en: null },
  place: { region: 'mainland', province, city },
  addresses: [],
  identifiers: numbers
    .filter((one) => one.institution === id)
    .map(({ scheme, value }) => ({ scheme, value, evidence: [] })),
  credentials: [],
  traits: { website: 'https://www.made-up-example-hospital.example' },
  evidence: [],
});

const reader: Reader = {
  ...memoryReader(rows),
  findIdentifier: async (value) => numbers.filter((one) => one.value === value),
  redirect: async (id) => (id === 'made-up-old' ? 'made-up-1' : undefined),
  dossier: async (id) => {
    const one = known.find((institution) => institution.id === id);
    return one && dossierOf(one);
  },
};

const ask = async (question: InstitutionQuestion | string) => {
  const found = await identify(typeof question === 'string' ? { name: question } : question, reader);
  for (const { code } of [...found.why, ...found.candidates.flatMap((one) => one.why)])
    t.ok(code in reasonCatalogue, code);
  return found;
};

t.test('one institution that bears the name, in whole or in short, is a strong match', async (t) => {
  const cases: Readonly<Record<string, string>> = {
    瑞金医院: 'ruijin',
    瑞金醫院: 'ruijin',
    'Ruijin Hospital': 'ruijin',
    上海瑞金医院: 'ruijin',
    上海交大附属瑞金医院: 'ruijin',
    上海交通大学附属瑞金医院: 'ruijin',
    'Huashan Hospital': 'huashan',
    北京协和医院: 'pumch',
    'Peking Union Medical College Hospital': 'pumch',
    'Beijing United Family Hospital': 'ufh',
    厦门市中山医院: 'zs-xiamen',
    'Xiamen University Zhongshan Hospital': 'zs-xiamen',
    浙江大学附属第一医院: 'zju1',
    'The First Affiliated Hospital, School of Medicine, Zhejiang University': 'zju1',
    上海交通大学医学院附属瑞金医院卢湾分院: 'luwan',
  };
  for (const [name, id] of Object.entries(cases)) {
    const found = await ask(name);
    t.equal(found.id, id, name);
    t.equal(found.match, 'strong', name);
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
  for (const name of ['协和', '协和医院', 'Xiehe Hospital', 'Union Hospital', '华山', '北京协和']) {
    const found = await ask(name);
    t.equal(found.match, 'ambiguous', name);
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
  t.equal((await ask({ name: '瑞金医院', city: '成都' })).match, 'lookalike');
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
  t.equal((await ask({ name: '北京编造示例医院', website: 'http://other.example' })).match, 'ambiguous');
});

t.test('a department is set aside and named', async (t) => {
  const found = await ask('北京协和医院心内科');
  t.equal(found.id, 'pumch');
  t.ok(found.why.some((why) => why.code === 'name.department-aside'));
  t.equal((await ask('北京协和医院美容中心')).id, null);
});
