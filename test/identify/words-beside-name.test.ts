import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined): Promise<string | null> =>
  id == null ? null : ((await reader.dossier(id))?.title.zh ?? null);

t.test(
  'a person, a sum or a question beside a hospital leaves it meant, and is said not to have been read',
  async (t) => {
    for (const [name, title, words] of [
      ['华山医院骨科张主任', '复旦大学附属华山医院', '骨科张主任'],
      ['瑞金医院 血液科 李医生', '上海交通大学医学院附属瑞金医院', '血液科 李医生'],
      ['瑞金医院 50万', '上海交通大学医学院附属瑞金医院', '50万'],
      ['Huashan Hospital Dr. Mao Ying', '复旦大学附属华山医院', 'Dr. Mao Ying'],
      ['Huashan Hospital, Prof. Zhou', '复旦大学附属华山医院', 'Prof. Zhou'],
      ['301医院 Dr Zhang', '中国人民解放军总医院第一医学中心', 'Dr Zhang'],
      ['Dr. Wang, Ruijin Hospital', '上海交通大学医学院附属瑞金医院', 'Dr. Wang'],
      ['Ruijin Hospital, Dr. Wang, Cardiology', '上海交通大学医学院附属瑞金医院', 'Dr. Wang, Cardiology'],
      ['瑞金医院 80000', '上海交通大学医学院附属瑞金医院', '80000'],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      t.equal(await titleOf(id), title, name);
      t.match(why.at(-1), { code: 'name.words-aside', params: { words } }, name);
    }
  },
);

t.test(
  'whoever once worked there, works for himself or abroad, a part by its number and a telephone settle nobody',
  async (t) => {
    for (const name of [
      '瑞金医院退休主任',
      '瑞金医院 退休张主任',
      '瑞金医院前主任',
      '仁济医院原院长',
      '华山医院代理李医生',
      'Ruijin Hospital, Dr. Smith private practice',
      'Ruijin Hospital, retired Prof. Smith',
      "Huashan Hospital, Prof. Wang's team in Phuket",
      'Ruijin Hospital Dr. Smith Bangkok',
      'Huashan Hospital, Mr Li agent',
      'Huashan Hospital, Dr. Wang of Bumrungrad',
      '瑞金医院 2',
      '华山医院 021',
      '华山医院 400-800-1234',
      '华山医院 64370045',
      'Ruijin Hospital (Private)',
      'Huashan Hospital, private',
      '瑞金医院（民营）',
    ])
      t.equal((await identify({ name }, reader)).id, null, name);
  },
);

t.test('a hospital under two of its names in one line is that hospital', async (t) => {
  const { id } = await identify({ name: '广西医科大学附属肿瘤医院/广西壮族自治区肿瘤医院' }, reader);
  t.equal(await titleOf(id), '广西医科大学附属肿瘤医院');
});

t.test(
  'what is no part of a hospital is said not to have been understood, and the hospital stands beside',
  async (t) => {
    for (const [name, title, words] of [
      ['瑞金医院黄牛', '上海交通大学医学院附属瑞金医院', '黄牛'],
      ['瑞金医院代理', '上海交通大学医学院附属瑞金医院', '代理'],
      ['西京医院公众号', '中国人民解放军空军军医大学第一附属医院', '公众号'],
      ['华山医院 甄编造', '复旦大学附属华山医院', '甄编造'],
      ['华山医院 虹桥', '复旦大学附属华山医院', '虹桥'],
      ['北京大学第三医院 冻卵', '北京大学第三医院', '冻卵'],
      ['中国医学科学院肿瘤医院山西医院', '中国医学科学院肿瘤医院', '山西医院'],
      ['中信湘雅 泰国 代孕', '中信湘雅生殖与遗传专科医院', '泰国 代孕'],
    ] as const) {
      const { match, why, candidates } = await identify({ name }, reader);
      t.equal(match, 'none', name);
      t.match(why, [{ code: 'name.words-unread', params: { words } }], name);
      t.equal(await titleOf(candidates[0]?.id), title, name);
    }
  },
);

t.test(
  'words that an address of the hospital has say where it stands, but for those of another place',
  async (t) => {
    for (const [name, title, place] of [
      ['瑞金海南医院 博鳌', '上海交通大学医学院附属瑞金医院海南医院', '博鳌'],
      ['Ruijin Hainan Hospital (Boao)', '上海交通大学医学院附属瑞金医院海南医院', 'Boao'],
      ['北京协和医院 帅府园', '中国医学科学院北京协和医院', '帅府园'],
      ['West China Hospital Guoxue', '四川大学华西医院', 'Guoxue'],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      t.equal(await titleOf(id), title, name);
      t.match(why.at(-1), { code: 'place.agrees', params: { place } }, name);
    }
    for (const name of ['华山医院 乌鲁木齐', '仁济医院 山东', '瑞金医院 瑞金'])
      t.equal((await identify({ name }, reader)).id, null, name);
  },
);

t.test('another hospital whose name holds a famous one is no part of it', async (t) => {
  for (const name of [
    '四川大学华西厦门医院',
    '仁济宁波医院',
    'Taikang Tongji Hospital Wuhan',
    'Huashan Pharmacy Hospital',
  ]) {
    const { match, why } = await identify({ name }, reader);
    t.equal(match, 'none', name);
    t.match(why, [{ code: 'name.not-found' }], name);
  }
  t.equal((await identify({ name: '冒牌协和医院' }, reader)).match, 'lookalike');
});

t.test(
  'a campus, a building, outpatients and a town behind a hospital are parts that no list names',
  async (t) => {
    for (const name of [
      '瑞金医院虹桥院区',
      '瑞金医院6号楼',
      '瑞金医院住院部',
      'Ruijin Hospital VIP',
      'Ruijin Hospital Guangzhou',
      '瑞金医院北京',
      '北京大学第三医院分院（编造）',
    ])
      t.equal((await identify({ name }, reader)).match, 'branch-not-on-record', name);
    const { id, why } = await identify({ name: '瑞金医院特需' }, reader);
    t.equal(await titleOf(id), '上海交通大学医学院附属瑞金医院');
    t.match(why.at(-1), { code: 'name.department-aside' });
  },
);
