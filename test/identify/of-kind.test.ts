import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string) => (await reader.dossier(id))?.title.zh ?? '';

t.test(
  'a kind of hospital and a city where several of that kind stand is a choice, the best known first',
  async (t) => {
    for (const [name, city, first, ...others] of [
      ['Cancer Hospital', 'Guangzhou', '中山大学肿瘤防治中心', '广州医科大学附属肿瘤医院'],
      ['肿瘤医院', '广州', '中山大学肿瘤防治中心', '广州医科大学附属肿瘤医院'],
      ['广州肿瘤医院', undefined, '中山大学肿瘤防治中心', '广州医科大学附属肿瘤医院'],
      ['广州 肿瘤医院', undefined, '中山大学肿瘤防治中心', '广州医科大学附属肿瘤医院'],
      ['肿瘤医院', '北京', '北京肿瘤医院', '中国医学科学院肿瘤医院'],
      ['Tumor Hospital', 'Beijing', '北京肿瘤医院', '中国医学科学院肿瘤医院'],
      ['口腔医院', '北京', '北京大学口腔医院', '首都医科大学附属北京口腔医院'],
      [
        '儿童医院',
        '上海',
        '复旦大学附属儿科医院',
        '上海市儿童医院',
        '上海交通大学医学院附属上海儿童医学中心',
      ],
      ['人民医院', '广州', '广东省人民医院', '广州市第一人民医院'],
      ['人民医院', '郑州', '河南省人民医院', '郑州人民医院'],
      ['肿瘤医院', '南京', '江苏省肿瘤医院', '南京市第二医院'],
      ['肿瘤医院 南京', undefined, '江苏省肿瘤医院', '南京市第二医院'],
      ['Cancer Hospital Nanjing', undefined, '江苏省肿瘤医院', '南京市第二医院'],
      ['妇幼保健院 广州', undefined, '广州医科大学附属妇女儿童医疗中心', '广东省妇幼保健院'],
      ['儿童医院 杭州', undefined, '浙江大学医学院附属儿童医院', '杭州市儿童医院'],
      ["Children's Hospital, Hangzhou", undefined, '浙江大学医学院附属儿童医院', '杭州市儿童医院'],
      ['中医院', '杭州', '浙江省中医院', '杭州市中医院'],
      ['二院 哈尔滨', undefined, '哈尔滨医科大学附属第二医院', '哈尔滨市第二医院'],
      ['二院', '石家庄', '河北医科大学第二医院', '石家庄市第二医院'],
      ['二院，石家庄', undefined, '河北医科大学第二医院', '石家庄市第二医院'],
    ] as const) {
      const { match, id, candidates, why } = await identify({ name, city }, reader);
      const titles = await Promise.all(candidates.map((one) => titleOf(one.id)));
      t.match({ match, id }, { match: 'ambiguous', id: null }, `${name} ${city}`);
      t.equal(titles[0], first, `${name} ${city}`);
      for (const other of others) t.ok(titles.includes(other), `${name} ${city}: ${titles.join(', ')}`);
      t.match(why, [{ code: 'name.generic-there' }], name);
    }
  },
);

t.test('a name as a list prints it, the city’s own and the only one of its kind there settle', async (t) => {
  for (const [name, city, right] of [
    ['北京肿瘤医院', undefined, '北京肿瘤医院'],
    ['北京儿童医院', undefined, '首都医科大学附属北京儿童医院'],
    ['杭州肿瘤医院', undefined, '杭州市肿瘤医院'],
    ['深圳中医院', undefined, '深圳市中医院'],
    ['湖北省人民医院', '武汉', '武汉大学人民医院'],
    ['湖南省肿瘤医院', '长沙', '湖南省肿瘤医院'],
    ['中医院', '合肥', '安徽中医药大学第一附属医院'],
    ['中医院 宁波', undefined, '宁波市中医院'],
    ['人民医院', '中山', '中山市人民医院'],
    ['儿童医院 西安', undefined, '西安市儿童医院'],
    ['杭州儿童医院', undefined, '杭州市儿童医院'],
    ['肿瘤医院', '徐州', '徐州市肿瘤医院'],
    ['Chest Hospital', 'Shanghai', '上海市胸科医院'],
    ['儿童医院', '深圳', '深圳市儿童医院'],
  ] as const) {
    const { id } = await identify({ name, city }, reader);
    t.equal(id && (await titleOf(id)), right, `${name} ${city}`);
  }
});
