import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { saidAbroad } from '../../src/places/abroad.ts';
import { onlyOnRecord } from './only-on-record.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const HUASHAN = '复旦大学附属华山医院';

/** Each name's match, what speaks against it, and whom it is not. */
const answers = async (names: readonly string[]): Promise<readonly (readonly string[])[]> =>
  Promise.all(
    names.map(async (name) => {
      const { match, why, candidates } = await identify({ name }, reader);
      const [first] = candidates;
      const title = first === undefined ? '' : ((await reader.dossier(first.id))?.title.zh ?? '');
      return [name, match, why.at(-1)?.code ?? '', title];
    }),
  );

const titleOf = async (name: string): Promise<string> =>
  (await reader.dossier((await identify({ name }, reader)).id ?? ''))?.title.zh ?? '';

t.test('a famous hospital’s name under a university that is not its own is a lookalike', async (t) => {
  const names = {
    复旦大学附属瑞金医院: RUIJIN,
    哈佛大学附属瑞金医院: RUIJIN,
    北京大学附属华山医院: HUASHAN,
    牛津大学湘雅医院: '中南大学湘雅医院',
    同济大学附属仁济医院: '上海交通大学医学院附属仁济医院',
    'Ruijin Hospital of Harvard University': RUIJIN,
    'Huashan Hospital, University of Tokyo': HUASHAN,
    'Xiangya Hospital of Oxford University': '中南大学湘雅医院',
  };
  t.strictSame(
    await answers(Object.keys(names)),
    Object.entries(names).map(([name, whose]) => [name, 'lookalike', 'part.parent.differs', whose]),
  );
});

t.test('a famous hospital’s name in another country is a lookalike, in either script', async (t) => {
  const names = {
    'Ruijin Hospital Dubai': RUIJIN,
    'Huashan Hospital Bangkok': HUASHAN,
    'Fuwai Hospital London': '中国医学科学院阜外医院',
    'Renji Hospital Malaysia': '上海交通大学医学院附属仁济医院',
    'Huashan Hospital Holland': HUASHAN,
    'Ruijin Hospital Jordan': RUIJIN,
    'Ruijin Hospital, Shanghai Jiao Tong University School of Medicine of America': RUIJIN,
    'Huashan Hospital Fudan University Malaysia': HUASHAN,
    泰国华山医院: HUASHAN,
    新加坡瑞金医院: RUIJIN,
    瑞金医院新加坡分院: RUIJIN,
  };
  t.strictSame(
    await answers(Object.keys(names)),
    Object.entries(names).map(([name, whose]) => [name, 'lookalike', 'place.not-understood', whose]),
  );
});

t.test(
  'of a town that no list of ours has, and of a name that is not famous, whose it is not is said',
  async (t) => {
    t.strictSame(await answers(['Ruijin Hospital Chattanooga', 'United Family Hospital Singapore']), [
      ['Ruijin Hospital Chattanooga', 'none', 'name.clause-unread', RUIJIN],
      ['United Family Hospital Singapore', 'none', 'place.not-understood', '北京和睦家医院'],
    ]);
  },
);

t.test('a name that only sounds like a famous one is no choice among its holders', async (t) => {
  for (const name of ['瑞锦医院', '任济医院', '协合医院'])
    t.equal((await identify({ name }, reader)).match, 'lookalike', name);
});

t.test(
  'a common English word under a center in another town is no lookalike, as a famous word is',
  async (t) => {
    // The official English name of 天津市人民医院, which no list of ours holds.
    const { match, why } = await identify({ name: 'Tianjin Union Medical Center' }, reader);
    t.equal(match, 'none');
    t.match(why, [{ code: 'name.not-found' }, { code: 'place.elsewhere' }]);
    for (const name of [
      'Suzhou Union Hospital',
      'Tianjin West China Medical Center',
      'Kunming Huashan Medical Center',
    ])
      t.equal((await identify({ name }, reader)).match, 'lookalike', name);
  },
);

t.test(
  'a hospital that has a country in its own name, or stands in a town like one abroad, is itself',
  async (t) => {
    for (const name of ['China-Japan Friendship Hospital Beijing', '中日友好医院', 'Macao Union Hospital'])
      t.equal((await identify({ name }, reader)).match, 'strong', name);
    t.equal(saidAbroad('Hong Kong Adventist Hospital'), null);
    for (const name of ['West China Oral Hospital', 'West China Hospital of Oral Medicine'])
      t.match(await titleOf(name), /华西口腔/u, name);
    t.match(await titleOf('Queen Elizabeth Hospital, Jordan, Kowloon'), /伊利沙伯/u);
    t.match(await titleOf('Prof. Jordan Smith, Ruijin Hospital'), /瑞金/u, 'a person is called so');
    // Towns abroad that are words or names as well, and countries that are only characters of other words.
    for (const name of [
      'Beijing Tongren Hospital Oral Center',
      'Xiangya Oral Hospital',
      'Guangzhou Phoenix Hospital',
      'Beijing Phoenix Hospital',
      'Beijing Jordan Hospital',
      'Yanda Wake Hospital',
      'Tongji Regina Hospital',
      '华山医院美国际医疗',
      '瑞金医院和美国际部',
      '协和医院上海地铁部',
    ])
      t.not((await identify({ name }, reader)).why.at(-1)?.code, 'place.not-understood', name);
    t.equal(saidAbroad('Hospital Kuala Lumpur'), 'Kuala Lumpur');
  },
);

t.test('a firm under a hospital’s name is no part of it', async (t) => {
  const XIEHE = '中国医学科学院北京协和医院';
  const names = {
    瑞金医院有限公司: ['lookalike', RUIJIN],
    瑞金医院医疗旅游有限公司: ['lookalike', RUIJIN],
    北京协和医院有限公司: ['lookalike', XIEHE],
    北京协和医院国际旅行社: ['lookalike', XIEHE],
    'Ruijin Hospital Ltd': ['lookalike', RUIJIN],
    'Huashan Hospital Consulting': ['lookalike', HUASHAN],
    'Huashan Medical Travel Agency': ['lookalike', HUASHAN],
    四川省肿瘤医院有限公司: ['none', '四川省肿瘤医院'],
  };
  t.strictSame(
    await answers(Object.keys(names)),
    Object.entries(names).map(([name, [match, whose]]) => [name, match, 'name.firm', whose]),
  );
  for (const name of ['瑞金医院健康管理中心', '本溪钢铁（集团）公司总医院', '东风汽车公司总医院'])
    t.notOk(
      (await identify({ name }, reader)).why.some(({ code }) => code === 'name.firm'),
      name,
    );
});

t.test('a name whose hospital is not on record settles on no other that comes near', async (t) => {
  for (const [name, other, province, city] of [
    ['山东济南妇幼保健院', '山东省妇幼保健院', '山东省', '济南市'],
    ['四川成都第三人民医院', '四川省第三人民医院', '四川省', '成都市'],
    ['复大肿瘤医院', '复旦大学附属肿瘤医院', '上海市', '上海市'],
    ['nan jing shi zhong yi yuan', '南京市浦口区中医院', '江苏省', '南京市'],
  ] as const)
    t.equal((await identify({ name, city }, onlyOnRecord(other, province, city))).id, null, name);
});
