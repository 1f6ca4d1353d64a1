import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { statedPlace } from '../../src/identify/asked-place.ts';
import { identify } from '../../src/identify/identify.ts';
import { byOwnName } from '../../src/identify/model/own-name.ts';
import { byTypedName } from '../../src/identify/typed-name.ts';
import { compareParents } from '../../src/names/compare/compare-parent.ts';
import { parseHanName } from '../../src/names/parse/parse-han.ts';

const { reader, rows, close } = await measuredRegistry(undefined);
t.teardown(close);

type Asked = Readonly<{ name: string; city?: string }>;

const matches = async (asked: readonly Asked[]): Promise<readonly string[]> =>
  Promise.all(asked.map(async (one) => `${one.name}: ${(await identify(one, reader)).match}`));

const settledOn = async (asked: Asked): Promise<readonly string[]> => {
  const { match, id } = await identify(asked, reader);
  return match !== 'strong' || id === null
    ? []
    : ((await reader.dossier(id))?.names.map(({ value }) => value) ?? []);
};

t.test(
  'a university that no name of the hospital has settles on nobody, however famous the rest',
  async (t) => {
    const settled = await matches([
      { name: '编造大学附属西京医院' },
      { name: '哈佛大学附属华山医院' },
      { name: '中国科学院附属瑞金医院' },
      { name: '西安交通大学附属西京医院' },
      { name: '西北大学附属瑞金医院', city: '上海市' },
      { name: '北京交通大学医学院附属仁济医院' },
      { name: '浙江中医药大学附属邵逸夫医院' },
      { name: '中华医科大学附属盛京医院' },
      { name: '编造医科大学附属盛京医院' },
      { name: 'Huashan Hospital, Yale' },
      { name: 'Harvard University Ruijin Hospital' },
    ]);
    t.strictSame(
      settled.filter((one) => one.endsWith(': strong')),
      [],
    );
  },
);

t.test('a clause behind the name that its record does not speak of settles on nobody', async (t) => {
  for (const name of [
    'Ruijin Hospital, Sydney',
    'Ruijin Hospital, Dubai, UAE',
    'Ruijin Hospital, Shanghai, USA',
    'Ruijin Hospital, Shanghai Road, Singapore',
    'Ruijin Hospital, St Louis',
    'Bangkok, Huashan Hospital',
    'Huashan Hospital, 77 Sukhumvit Road Bangkok',
    'Huashan Hospital, Shanghai Medical Tourism',
    'Tiantan Hospital, Beijing Puhua Stem Cell',
    'Fuwai Hospital, Beijing, Dubai',
    'Huashan Hospital, Madeupville',
    'Huashan Hospital, Columbia',
    'West China Hospital, Toronto',
    'Peking Union Medical College Hospital, Berlin',
    'Xiangya Hospital, Zzyzx Beauty',
    'West China Hospital, Haidian',
  ]) {
    const { match, candidates, why } = await identify({ name }, reader);
    t.not(match, 'strong', name);
    t.ok(
      why.some(({ code }) => code === 'name.clause-unread'),
      name,
    );
    t.equal(candidates.length, 1, 'whoever bears the name is offered');
  }
});

t.test(
  'an address, a part of the town, a title or a department behind the name does not hinder it',
  async (t) => {
    for (const [name, legal] of [
      ['Ruijin Hospital, 197 Ruijin Er Road, Shanghai', '上海交通大学医学院附属瑞金医院'],
      ['Ruijin Hospital, Huangpu District, Shanghai, PR China', '上海交通大学医学院附属瑞金医院'],
      ['Ruijin Hospital, Mainland China', '上海交通大学医学院附属瑞金医院'],
      ['Peking University Third Hospital, Haidian', '北京大学第三医院'],
      ["Children's Hospital of Fudan University, National Children's Medical Center", '复旦大学附属儿科医院'],
      ['Department of Orthopedic Surgery, Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
    ] as const)
      t.ok((await settledOn({ name })).includes(legal), name);
  },
);

t.test('its own university settles, by an older name and by another of its names as well', async (t) => {
  for (const [name, legal] of [
    ['上海第二医科大学附属瑞金医院', '上海交通大学医学院附属瑞金医院'],
    ['第四军医大学西京医院', '中国人民解放军空军军医大学第一附属医院'],
    ['复旦大学上海医学院附属华山医院', '复旦大学附属华山医院'],
    ['Huashan Hospital, Fudan University', '复旦大学附属华山医院'],
  ] as const)
    t.ok((await settledOn({ name })).includes(legal), name);
});

t.test('a hospital of its university settles without the town that is the university’s own', async (t) => {
  for (const word of ['积水潭', '世纪坛', '朝阳', '天坛', '友谊', '妇产', '佑安', '地坛', '口腔', '同仁']) {
    const name = `首都医科大学附属${word}医院`;
    const legal = `首都医科大学附属北京${word}医院`;
    t.ok((await settledOn({ name })).includes(legal), name);
    t.ok((await settledOn({ name, city: '北京市' })).includes(legal), `${name}, 北京市`);
  }
});

t.test('a district’s word in another order, and words that many bear, settle on nobody', async (t) => {
  const settled = await matches([
    { name: '龙马区人民医院' },
    { name: '煤业（集团）有限责任公司总医院' },
    { name: '钢铁集团有限公司中心医院' },
    { name: '东区医院' },
  ]);
  t.strictSame(
    settled.filter((one) => one.endsWith(': strong')),
    [],
  );
});

t.test('a bare name of several, none of them well known, is a choice among them', async (t) => {
  t.strictSame(await matches([{ name: '泰和医院' }, { name: '北方医院' }, { name: '金山医院' }]), [
    '泰和医院: ambiguous',
    '北方医院: ambiguous',
    '金山医院: ambiguous',
  ]);
  t.ok((await settledOn({ name: '复旦大学附属金山医院' })).length > 0, 'in full it is one');
});

t.test('a well-known hospital’s bare name is not its branch’s as well', async (t) => {
  const beijing = await identify({ name: '中国医学科学院阜外医院' }, reader);
  for (const name of ['Fuwai Hospital', '阜外医院']) {
    const { id, why } = await identify({ name }, reader);
    t.equal(id, beijing.id, name);
    t.ok(
      why.some(({ code }) => code === 'name.others-bear-it'),
      'and it is said that others bear it',
    );
  }
  for (const name of ['中山医院', '协和医院', 'Tongji Hospital'])
    t.equal((await identify({ name }, reader)).match, 'ambiguous', name);
});

t.test('a famous word is not settled on what only a directory names, unless its town is said', async (t) => {
  t.strictSame(
    await matches([{ name: '华西皮肤泌尿专科医院' }, { name: '华西皮肤泌尿专科医院', city: '成都市' }]),
    ['华西皮肤泌尿专科医院: lookalike', '华西皮肤泌尿专科医院: lookalike'],
  );
  t.ok((await settledOn({ name: '华西皮肤泌尿专科医院', city: '广元市' })).length > 0);
});

t.test('two universities that share a word are two, and one with its school is one', (t) => {
  const nowhere = { province: null, city: null, district: null };
  const compared = (one: string, other: string) => {
    const { code, detail } = compareParents(parseHanName(one), parseHanName(other), nowhere);
    return detail === undefined ? code : `${code}:${detail}`;
  };
  t.equal(compared('西安交通大学附属编造医院', '上海交通大学附属编造医院'), 'parent.part:other-word');
  t.equal(compared('南京大学附属编造医院', '南京医科大学附属编造医院'), 'parent.part:other-word');
  t.equal(compared('编造医科大学附属编造医院', '医大二院'), 'parent.part:other-word');
  t.equal(compared('复旦大学上海医学院附属编造医院', '复旦大学附属编造医院'), 'parent.part');
  t.equal(compared('中国科学院附属编造医院', '编造医院'), 'parent.unsettled:other');
  t.end();
});

t.test(
  'a name that is printed for one institution alone is taken for the hospital that the comparison with all others takes it for',
  async (t) => {
    // Borne whole by one, and meaning another, or several.
    const near = ['内蒙古自治区中蒙医院', '华中科技大学同济医院附属梨园医院', 'Chongqing Dental Hospital'];
    const drawn = rows.filter((_, at) => at % 120 === 0);
    const asked = [
      ...near.map((name) => ({ name })),
      ...drawn.map(({ value }) => ({ name: value })),
      ...drawn
        .filter((_, at) => at % 4 === 0)
        .map(({ value, province, city }) => ({
          name: value,
          province: province ?? undefined,
          city: city ?? undefined,
        })),
    ];
    const differ: unknown[] = [];
    let short = 0;
    for (const question of asked) {
      const place = statedPlace(question);
      const own = await byOwnName(question.name, place, reader);
      if (own === null) continue;
      short += 1;
      const compared = await byTypedName(question.name, place, reader);
      if (own.id !== compared.id || own.match !== compared.match) differ.push(question);
    }
    t.strictSame(differ, []);
    t.ok(short > asked.length / 4, `${short} of ${asked.length} were settled without comparing others`);
  },
);
