import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const meant = async (name: string) => {
  const { match, why, candidates } = await identify({ name }, reader);
  const of = candidates[0] === undefined ? null : await reader.dossier(candidates[0].id);
  return { match, words: why[0]?.params.words, of: of?.title.zh ?? null };
};

t.test(
  'a center, a clinic or an institute called after a well-known hospital is a part of it that no list holds',
  async (t) => {
    const RUIJIN = '上海交通大学医学院附属瑞金医院';
    for (const [name, of, words] of [
      ['Ruijin Stem Cell Center', RUIJIN, 'Stem Cell Center'],
      ['瑞金干细胞中心', RUIJIN, '干细胞中心'],
      ['瑞金国际干细胞中心', RUIJIN, '国际干细胞中心'],
      ['Shanghai Ruijin International Stem Cell Center', RUIJIN, 'International Stem Cell Center'],
      ['Ruijin Anti-Ageing Clinic, Shanghai', RUIJIN, 'Anti-Ageing Clinic'],
      ['Renji Stem Cell Institute', '上海交通大学医学院附属仁济医院', 'Stem Cell Institute'],
      ['Peking Union Stem Cell Center', '中国医学科学院北京协和医院', 'Stem Cell Center'],
      ['Wuhan Tongji Cell Center', '华中科技大学同济医学院附属同济医院', 'Cell Center'],
      ['天坛细胞治疗中心', '首都医科大学附属北京天坛医院', '细胞治疗中心'],
      ['West China Stem Cell Institute', '四川大学华西医院', 'Stem Cell Institute'],
      ['武汉同济细胞中心', '华中科技大学同济医学院附属同济医院', '细胞中心'],
      ['中信湘雅研究所', '中南大学湘雅医院', '中信研究所'],
      ['上海仁济门诊部', '上海交通大学医学院附属仁济医院', undefined],
    ] as const)
      t.match(await meant(name), { match: 'branch-not-on-record', of, ...(words && { words }) }, name);
  },
);

t.test(
  'an international department of a well-known hospital, in English, is a part of it and no imitation',
  async (t) => {
    for (const [name, of, words] of [
      ['Huashan International', '复旦大学附属华山医院', 'international'],
      ['Huashan International Medical Center', '复旦大学附属华山医院', 'International Medical Center'],
      [
        'Peking Union International Medical Services',
        '中国医学科学院北京协和医院',
        'international medical services',
      ],
      [
        'PUMCH International Medical Services',
        '中国医学科学院北京协和医院',
        'International Medical Services',
      ],
      ['PUMCH Xidan campus', '中国医学科学院北京协和医院', 'Xidan campus'],
    ] as const)
      t.match(await meant(name), { match: 'branch-not-on-record', of, words }, name);
    for (const name of [
      'Huashan International Hospital',
      'Huashan International Cosmetic Center',
      'Xiehe International Andrology Clinic',
    ])
      t.match(await meant(name), { match: 'lookalike' }, name);
    t.match(await meant('MADEUP International Department'), { match: 'none' });
  },
);

t.test('one that is called after a town or after nobody is none’s', async (t) => {
  for (const name of [
    'Beijing Stem Cell Center',
    '北京干细胞中心',
    'Gold Stem Cell Center',
    'International Stem Cell Center',
    'Haidian Dental Center',
    'Longhua Fertility Center',
    '嘉定体检中心',
    '大兴生殖中心',
  ])
    t.strictSame(await meant(name), { match: 'none', words: undefined, of: null }, name);
});

t.test('a house of a quarter, of a firm or named after a district is called after no hospital', async (t) => {
  for (const name of [
    '瑞金二路街道社区卫生服务中心',
    '广州市海珠区南华西街社区卫生服务中心',
    '朝阳区安贞街道安华西里社区卫生服务站',
    '北京市顺义区结核病防治中心',
    '北京朝阳中西医结合急诊抢救中心',
    '中国南方航空股份有限公司航空卫生中心',
    '仁济健康管理公司体检中心',
  ])
    t.match(await meant(name), { match: 'none' }, name);
});

t.test('no word for a house is cut in two', async (t) => {
  for (const name of ['仁济医学中心', '华西医学中心', '瑞金国际医学中心'])
    t.not((await meant(name)).words, '学中心', name);
});
