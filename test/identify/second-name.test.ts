import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, whose, reader, close } = await askedOfBundled();
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';

t.test('another name of the same hospital behind it, with a word that says so, is its name', async (t) => {
  for (const [name, meant] of [
    ['瑞金医院（原广慈医院）', RUIJIN],
    ['瑞金医院原广慈医院', RUIJIN],
    ['瑞金医院，又名广慈医院', RUIJIN],
    ['Ruijin Hospital (formerly Guangci Hospital)', RUIJIN],
    ['Ruijin Hospital, formerly known as Guangci Hospital', RUIJIN],
    ['应急总医院（原煤炭总医院）', '应急总医院'],
    ['北京大学深圳医院（原深圳市中心医院）', '北京大学深圳医院'],
    ['北京世纪坛医院（曾用名：北京铁路总医院）', '首都医科大学附属北京世纪坛医院'],
  ] as const)
    t.equal(await whose(name), meant, name);
});

t.test(
  'a second name of the licence that no list gives is told, and the first one says who is meant',
  async (t) => {
    for (const [name, words] of [
      ['北京市第二医院(北京市西城区老年医院)', '北京市西城区老年医院'],
      ['北京市门头沟区中医医院（北京市门头沟区老年病医院）', '北京市门头沟区老年病医院'],
      ['北京市延庆区医院（北京大学第三医院延庆医院）', '北京大学第三医院延庆医院'],
      ['北京水利医院（海淀区羊坊店水利社区卫生服务中心）', '海淀区羊坊店水利社区卫生服务中心'],
      [
        '北京市第六医院（东城区交道口社区卫生服务中心、北新桥社区卫生服务中心）',
        '东城区交道口社区卫生服务中心、北新桥社区卫生服务中心',
      ],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      const told = why.find(({ code }) => code === 'name.second-name')?.params.words;
      t.ok(id !== null && told === words, `${name}: ${told}`);
    }
  },
);

t.test(
  'what may be a part, another house, elsewhere, or the advertising of another settles nobody',
  async (t) => {
    for (const name of [
      '北京协和医院（西单院区）',
      '广东省职业病防治院（广州市海珠区怡乐路院区）',
      '广东省人民医院（南海医院）',
      '广东省人民医院（珠海医院）',
      '中国医科大学附属第一医院（鞍山医院）',
      '四川大学华西医院（四川大学华西上锦医院）',
      '华山医院（北京协和医院上海分院）',
      '华山医院（北京美丽医院）',
      '瑞金医院（上海美丽整形医院）',
      '华山医院（原上海美丽整形医院）',
      '北京市第二医院（上海市西城区老年医院）',
      '北京市第二医院（北京协和老年医院）',
      '上海市浦东新区人民医院（上海市浦东医院）',
      '北京市第二医院（北京美丽医院）',
      '北京市第二医院（北京市通州区老年医院）',
      '北京市第二医院（平谷区社区卫生服务中心）',
      '北京市第二医院（北京市西城区医疗美容医院）',
      '北京市第二医院（北京市西城区中医医院）',
      '北京市第六医院（北京市第九医院）',
      '昆山市第一人民医院（原太仓市人民医院）',
      '昆山市第一人民医院（昆山市妇幼保健院）',
      '瑞金医院（打浦桥街道社区卫生服务中心）',
      'Mianyang Central Hospital aka Mianyang Stem Cell Center',
      'Huashan Hospital (formerly Renji Hospital)',
      'Huashan Hospital, formerly Renji Hospital',
      'Huashan Hospital, now Ruijin Hospital',
    ])
      t.equal(await settledOn(name), null, name);
  },
);

t.test('where nobody is near the name and the bracket names somebody, that one is offered', async (t) => {
  const { id, candidates } = await identify(
    { name: '湖州师范学院附属第一医院（湖州市第一人民医院）' },
    reader,
  );
  t.equal(id, null);
  t.equal((await reader.dossier(candidates[0]?.id ?? ''))?.title.zh, '湖州市第一人民医院');
});
