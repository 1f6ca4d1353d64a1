import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { hasHan } from '../../src/text/han.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const found = async (name: string, address: string) => identify({ name, address }, reader);

t.test('an address in another city by its short name, with a road of its own, settles nobody', async (t) => {
  for (const [name, address] of [
    ['瑞金医院', '成都国学巷37号'],
    ['瑞金医院', '四川成都国学巷37号'],
    ['瑞金医院', '广州中山二路58号'],
    ['瑞金医院', '杭州瑞金二路197号'],
    ['瑞金医院', '瑞金二路197号 杭州'],
    ['瑞金医院', '北京王府井大街1号'],
    ['华西医院', '中国北京西直门南大街11号'],
    ['湘雅医院', '西藏拉萨林廓北路18号'],
    ['瑞金医院', '香港九龙弥敦道7号'],
    ['瑞金医院', '澳门镜湖马路33号'],
    ['仁济医院', '香港荃湾仁济街7号'],
    ['仁济医院', '仁济街7号 香港荃湾'],
    ['瑞金医院', '上海市, Sydney'],
    ['瑞金医院', 'Toronto 瑞金二路197号'],
    ['Ruijin Hospital', '197 Ruijin Er Road Chengdu'],
    ['West China Hospital', '37 Guoxue Alley, Sydney'],
    ['Xiangya Hospital', '87 Xiangya Road Vancouver'],
  ] as const) {
    const { id, candidates } = await found(name, address);
    t.equal(id, null, `${name}, ${address}`);
    t.ok(candidates.length > 0, 'whoever bears the name is offered');
  }
  const { why } = await found('仁济医院', '香港荃湾仁济街7号');
  t.ok(why.some(({ code }) => code === 'address.other-city'));
});

t.test('a road called after a city, and the city’s own short name, say no other city', async (t) => {
  for (const [name, address] of [
    ['瑞金医院', '上海瑞金二路197号'],
    ['瑞金医院', '上海黄浦瑞金二路197号'],
    ['瑞金医院', '瑞金 二路 197号'],
    ['瑞金医院', '上海 瑞金二路 197号 门诊大楼'],
    ['瑞金医院', '瑞金二路197号 Building 9, near Fuxing Park'],
    ['伊利沙伯医院', '香港九龙加士居道30号 Jordan'],
    ['瑞金医院', '中山东一路18号'],
    ['华西医院', '中国四川成都国学巷37号'],
    ['华西医院', '四川国学巷37号'],
    ['北京朝阳医院', '朝阳工体南路8号'],
    ['北京朝阳医院', '朝阳门外大街8号'],
    ['北京协和医院', '长春桥路8号'],
    ['北京协和医院', '西安门大街8号'],
    ['北京协和医院', '北京站东街8号'],
    ['Ruijin Hospital', '197 Ruijin Er Road Huangpu Shanghai'],
    ['Huashan Hospital', "12 Middle Urumqi Road, Jing'an"],
  ] as const)
    t.equal((await found(name, address)).match, 'strong', `${name}, ${address}`);
});

t.test('a house opposite or next to the one on record is not that one', async (t) => {
  for (const address of [
    '瑞金二路197号对面2楼',
    '瑞金二路197号旁边',
    '瑞金二路197号隔壁',
    '瑞金二路197号的对面',
    '瑞金二路197号马路对面',
    '瑞金二路197号医院大门旁',
    '瑞金二路197号东侧',
    'opposite 197 Ruijin 2nd Road',
    'Next to 197 Ruijin Er Road, Building 2',
    'Opposite 197 Ruijin 2nd Road, Shanghai',
    'Across from 197 Ruijin 2nd Road, Huangpu District, Shanghai, China',
    'in front of 197 Ruijin Er Road, Shanghai',
    'Opposite Ruijin Hospital, Shanghai',
    '50 m from Ruijin Hospital',
    '瑞金二路197号往东50米',
    '瑞金二路197号西边',
    '瑞金二路197号以北',
    '瑞金二路197弄',
    '瑞金二路197弄3号',
  ]) {
    const { id, why } = await found('瑞金医院', address);
    t.same([id, why.at(-1)?.code], [null, 'address.next-door'], address);
  }
  for (const address of [
    '瑞金二路197号1号楼东侧',
    '瑞金二路197号东楼',
    '瑞金二路197号后门',
    '197 Ruijin 2nd Road, near Fuxing Park',
    'near Fuxing Park, 197 Ruijin 2nd Road, Shanghai',
    'opposite Children’s Hospital, 197 Ruijin 2nd Road, Shanghai',
  ])
    t.equal((await found('瑞金医院', address)).match, 'strong', address);
});

t.test('an address that cannot be compared leaves a settled name settled, and that is said', async (t) => {
  for (const [name, address] of [
    ['北京协和医院', '王府井帅府园一号'],
    ['北京协和医院', '王府井'],
    ['复旦大学附属华山医院', '近永嘉路'],
    ['四川大学华西医院', '电信南路'],
    ['瑞金医院', '思南路'],
    ['Ruijin Hospital', 'near Fuxing Park'],
    ['West China Hospital', 'Renmin South Road'],
    ['Huashan Hospital', 'Middle Huaihai Rd'],
  ] as const)
    for (const question of hasHan(name)
      ? [{ name, address }]
      : [{ name, address }, { name: `${name}, ${address}` }]) {
      const { match, why } = await identify(question, reader);
      t.equal(match, 'strong', `${name}, ${address}`);
      t.match(why.at(-1), { code: 'address.unknown', params: { asked: address.replace('一号', '1号') } });
    }
});

t.test('another road and number is said, and is no other hospital by itself', async (t) => {
  for (const [name, address] of [
    ['北京协和医院', '东单北大街53号'],
    ['华西医院', '人民南路三段17号'],
    ['Ruijin Hospital', '12 Middle Urumqi Rd'],
    ['Ruijin Hospital', '37 Guoxue Alley'],
    ['Ruijin Hospital', '197 Nanjing Road'],
    ['Qilu Hospital', '107 East Wenhua Road'],
    ['瑞金医院', '长宁区'],
    ['瑞金医院', '上海市长宁区思南路'],
  ] as const) {
    const { match, why } = await found(name, address);
    t.equal(match, 'strong', `${name}, ${address}`);
    t.equal(why.at(-1)?.code, 'address.differs', `${name}, ${address}`);
  }
});

t.test(
  'a word alone that is no place we know may be a town abroad, unless a place of China is said',
  async (t) => {
    for (const address of ['妙瓦底', '武吉免登', '大其力'])
      t.equal((await found('瑞金医院', address)).why.at(-1)?.code, 'address.not-understood', address);
    const beside = await identify({ name: '瑞金医院', city: '上海', address: '陆家嘴' }, reader);
    t.match(beside, { match: 'strong', why: [{}, {}, { code: 'address.unknown' }] });
  },
);

t.test('a road in a line is told as it is in a field, whatever parts it from the name', async (t) => {
  const said = await Promise.all(
    [',', ';', ':', ' /', ' -'].map((sign) =>
      identify({ name: `Ruijin Hospital${sign} 99 Nanjing Road` }, reader),
    ),
  );
  for (const { id, why } of said) t.ok(id === null || why.at(-1)?.code === 'address.differs');
});

t.test('an address on record is told of no doubt, in English words and without commas too', async (t) => {
  for (const [name, address] of [
    ['Huashan Hospital', '12 Middle Urumqi Road'],
    ['Qilu Hospital', '107 West Wenhua Road'],
    ['Peking Union Medical College Hospital', 'No. 1 Shuaifuyuan Wangfujing Dongcheng District Beijing'],
    ['瑞金医院', '黄浦区'],
    ['西安交通大学第一附属医院', '雁塔区'],
  ] as const) {
    const { match, why } = await found(name, address);
    t.equal(match, 'strong', address);
    t.notOk(
      why.some(({ code }) => /^address\.(?!agrees)/u.test(code)),
      address,
    );
  }
});

t.test('words in Latin letters that are no road of China say no place that we know', async (t) => {
  for (const address of ['221B Baker Street', '500 Fifth Avenue', '5 Manila Road', 'Bali', 'Bukit Bintang'])
    t.equal((await found('Ruijin Hospital', address)).why.at(-1)?.code, 'address.not-understood', address);
});

t.test('an address in pinyin tells bearers of a name apart by its road and number', async (t) => {
  const titleOf = async (name: string, address: string) =>
    (await reader.dossier((await found(name, address)).id ?? ''))?.title.zh;
  t.equal(await titleOf('Zhongshan Hospital', '180 Fenglin Rd'), '复旦大学附属中山医院');
  t.equal(await titleOf('Tongji Hospital', '1095 Jiefang Ave'), '华中科技大学同济医学院附属同济医院');
  for (const address of ['181 Fenglin Rd', 'opposite 180 Fenglin Rd', '201 Hubin North Road'])
    t.equal((await found('Zhongshan Hospital', address)).match, 'ambiguous', address);
});

t.test('the number of a house in Chinese characters is that number', async (t) => {
  for (const [name, address] of [
    ['瑞金医院', '瑞金二路一九七号'],
    ['瑞金医院', '上海瑞金二路一百九十七号'],
    ['华西医院', '国学巷三十七号'],
  ] as const) {
    const { id, why } = await found(name, address);
    t.not(id, null, address);
    t.ok(
      why.some(({ code }) => code === 'address.agrees'),
      address,
    );
  }
  t.notOk((await found('瑞金医院', '瑞金二路一九八号')).why.some(({ code }) => code === 'address.agrees'));
});
