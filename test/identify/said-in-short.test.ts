import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { findByName } from '../../src/identify/by-name.ts';
import { identify } from '../../src/identify/identify.ts';
import { nameFinderFor } from '../../src/identify/kept-index/name-finders.ts';
import { onlyOnRecord } from './only-on-record.ts';

const { reader, index, close } = await measuredRegistry(undefined);
t.teardown(close);

const meantBy = async (name: string): Promise<string | undefined> =>
  (await reader.dossier((await identify({ name }, reader)).id ?? ''))?.title.zh ?? undefined;
const matches = async (name: string): Promise<string> => (await identify({ name }, reader)).match;

t.test(
  'a hospital’s word and where it stands mean it, in whichever order and script they are said',
  async (t) => {
    for (const [name, meant] of [
      ['四川华西', '四川大学华西医院'],
      ['辽宁盛京', '中国医科大学附属盛京医院'],
      ['北京北医三院', '北京大学第三医院'],
      ['协和医院北京', '中国医学科学院北京协和医院'],
      ['协和福州', '福建医科大学附属协和医院'],
      ['华西医院 四川成都', '四川大学华西医院'],
      ['瑞金上海', '上海交通大学医学院附属瑞金医院'],
      ['同仁昆明', '昆明同仁医院'],
      ['CITIC Xiangya Reproductive', '中信湘雅生殖与遗传专科医院'],
      ['哈尔滨哈医大一', '哈尔滨医科大学附属第一医院'],
      ['哈尔滨的哈医大二院', '哈尔滨医科大学附属第二医院'],
      ['西安西交一附院', '西安交通大学第一附属医院'],
      ['镇江江大附院', '江苏大学附属医院'],
      ['衡阳南华附一', '南华大学附属第一医院'],
      ['苏州昆山一院', '昆山市第一人民医院'],
      ['南京江苏人民', '南京医科大学第一附属医院'],
    ] as const)
      t.equal(await meantBy(name), meant, name);
    for (const [name, city] of [
      ['华山', '上海'],
      ['天坛', '北京'],
      ['齐鲁', '济南'],
    ] as const)
      t.equal((await identify({ name, city }, reader)).match, 'strong', name);
    for (const [name, city] of [
      ['华山', '北京'],
      ['天坛', '合肥'],
      ['友谊', '上海'],
      ['爱尔', '长沙'],
    ] as const)
      t.equal((await identify({ name, city }, reader)).id, null, `${name} in ${city}`);
    for (const name of [
      '上海北医三院',
      '北京浙一',
      '苏州协和',
      '同济医院苏州',
      '和平医院太原',
      '三门湾医院宁波',
      '沈阳哈医大一院',
      '嘉定瑞金医院',
      '云南省昆明滇南中心医院',
    ])
      t.equal(await meantBy(name), undefined, name);
  },
);

t.test(
  'a department, a center or a town behind a hospital’s word may be a part of it, and is no imitation',
  async (t) => {
    for (const name of [
      '天坛脑科',
      '北京同仁眼科',
      '武汉协和肿瘤中心',
      '协和国际部',
      '积水潭骨科',
      '瑞金无锡',
    ])
      t.equal(await matches(name), 'branch-not-on-record', name);
    t.equal(await meantBy('上海瑞金 肿瘤科'), '上海交通大学医学院附属瑞金医院');
    const { match, candidates } = await identify({ name: '协和 北京 风湿科' }, reader);
    t.match([match, candidates.length], ['branch-not-on-record', 1], 'of the one there');
    t.equal(await matches('阜外心脏病医院'), 'ambiguous');
    for (const name of ['成都华山皮肤科', '广州协和妇产科', '假华山皮肤科', '华山皮肤科诊所', '天坛脑科医院'])
      t.equal(await matches(name), 'lookalike', name);
  },
);

t.test(
  'a university in short, or a town and a number, without the word for a house is that hospital',
  async (t) => {
    for (const [name, meant] of [
      ['天水市一', '天水市第一人民医院'],
      ['首医宣武', '首都医科大学宣武医院'],
      ['川大华西', '四川大学华西医院'],
      ['交大瑞金', '上海交通大学医学院附属瑞金医院'],
      ['华科同济医院', '华中科技大学同济医学院附属同济医院'],
      ['兰大一', '兰州大学第一医院'],
      ['南华附一', '南华大学附属第一医院'],
      ['重医附儿', '重庆医科大学附属儿童医院'],
      ['苏大附儿院', '苏州大学附属儿童医院'],
      ['苏大附三', '常州市第一人民医院'],
      ['南华附一医院', '南华大学附属第一医院'],
      ['武大口腔', '武汉大学口腔医院'],
      ['上中医龙华', '上海中医药大学附属龙华医院'],
      ['成都妇儿中心', '成都市妇女儿童中心医院'],
    ] as const)
      t.equal(await meantBy(name), meant, name);
    for (const name of [
      '交大一',
      '理工肿瘤',
      '泰医附一',
      '南昌一附',
      '北大华山',
      '浙大华西',
      '恒大肿瘤',
      '上海曙光医疗',
      '上海市三',
    ])
      t.equal(await meantBy(name), undefined, name);
  },
);

t.test(
  'a town is enough of its university where no other hospital there is a university’s of that number',
  async (t) => {
    for (const [name, meant] of [
      ['南通附院', '南通大学附属医院'],
      ['徐州附院', '徐州医科大学附属医院'],
      ['青海附院', '青海大学附属医院'],
      ['汕头附一', '汕头大学医学院第一附属医院'],
      ['佳木斯附属一院', '佳木斯大学附属第一医院'],
    ] as const)
      t.equal(await meantBy(name), meant, name);
    for (const name of [
      '沈阳附二院',
      '沈阳附一',
      '长春附一',
      '长春附二院',
      '广西一附院',
      '昆明附一院',
      '滨州附院',
      '南京附院',
      '南通附一院',
    ])
      t.equal(await meantBy(name), undefined, name);
    const yantai = onlyOnRecord('滨州医学院烟台附属医院', '山东省', '烟台市');
    t.equal((await identify({ name: '滨州附院' }, yantai)).id, null, 'it stands in another town');
    const guangzhou = onlyOnRecord('中山大学附属第一医院', '广东省', '广州市');
    t.equal(
      (await identify({ name: '广州中医附一' }, guangzhou)).id,
      null,
      'of the university that the town begins',
    );
  },
);

t.test('the names of an institution stand together in the index, also those of what became it', async (t) => {
  const beginnings = [...index.owner].filter((owner, at) => owner !== index.owner[at - 1]);
  t.equal(new Set(beginnings).size, beginnings.length);
});

t.test(
  'other English words for ours are that hospital’s, where it bears the whole name in ours',
  async (t) => {
    for (const [name, meant] of [
      ['Chifeng Municipal Hospital', '赤峰市医院'],
      ['Jinhua Municipal Central Hospital', '金华市中心医院'],
      ['Nanjing Maternity and Child Health Care Hospital', '南京市妇幼保健院'],
      ['Sixth Affiliated Hospital Sun Yat-sen', '中山大学附属第六医院'],
    ] as const)
      t.equal(await meantBy(name), meant, name);
    for (const name of [
      'Ruijin City Hospital',
      'Beijing Municipal Hospital',
      'Tianjin City Hospital',
      'Suzhou Municipal Hospital',
      'First Affiliated Hospital Nanchang',
      'Second Affiliated Hospital Harvard',
    ])
      t.equal(await meantBy(name), undefined, name);
  },
);

t.test(
  'a name that may be in short of many universities is written out once, not each way once more',
  async (t) => {
    const finder = await nameFinderFor(reader);
    for (const name of ['中国医学科学某院外医院', '中国医科学大编造']) {
      let compared = 0;
      const counting = async () => ({
        ...finder,
        likely: (...asked: Parameters<typeof finder.likely>) => {
          compared += 1;
          return finder.likely(...asked);
        },
      });
      const found = await findByName(name, { province: null, city: null }, reader, counting);
      t.equal(found.match, 'none');
      t.ok(compared < 100, `${name} was compared ${compared} times`);
    }
  },
);
