import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { onlyOnRecord } from './only-on-record.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

t.test(
  'a number and 院, 人民 or 中心 after a town, and 省人医, are the hospital that is so called in full',
  async (t) => {
    for (const [name, meant] of [
      ['成都三院', '成都市第三人民医院'],
      ['无锡二院', '无锡市第二人民医院'],
      ['长沙一院', '长沙市第一医院'],
      ['江西省人医', '江西省人民医院'],
      ['太仓一院', '太仓市第一人民医院'],
      ['常熟二院', '常熟市第二人民医院'],
      ['宁海一院', '宁海县第一医院'],
      ['江阴人民', '江阴市人民医院'],
      ['高州人民', '高州市人民医院'],
      ['金华中心', '金华市中心医院'],
      ['义乌中心', '义乌市中心医院'],
      ['昆山中医', '昆山市中医医院'],
      ['荆州一医', '荆州市第一人民医院'],
      ['连云港第一医院', '连云港市第一人民医院'],
      ['武汉第一医院', '武汉市第一医院'],
      ['保定一中心', '保定市第一中心医院'],
      ['义乌市中心', '义乌市中心医院'],
    ] as const) {
      const { id } = await identify({ name }, reader);
      const dossier = await reader.dossier(id ?? '');
      t.ok(
        dossier?.names.some(({ value }) => value === meant),
        name,
      );
    }
    for (const name of ['兰州二院', '兰州第二医院'])
      t.equal((await identify({ name }, reader)).match, 'ambiguous', `${name}: the university's too`);
    for (const [name, other] of [
      ['连云港第一医院', '连云港市第二人民医院'],
      ['昆山第一医院', '苏州市第一人民医院'],
      ['保定一中心', '保定市第二中心医院'],
    ] as const) {
      const found = await identify({ name }, onlyOnRecord(other, '江苏省', '苏州市'));
      t.equal(found.id, null, `${name} is not ${other}`);
    }
    t.equal((await identify({ name: '三院' }, reader)).id, null, 'without a city it is anybody’s');
    for (const name of ['恩施中心', '吉林人民', '南山人民'])
      t.equal((await identify({ name }, reader)).id, null, `${name}: two places are called so`);
  },
);

t.test('two characters that changed places are a slip where nobody else is called so', async (t) => {
  const one = {
    institution: '赣州市人民医院',
    value: '赣州市人民医院',
    kind: 'legal',
    language: 'zh',
    province: '江西省',
    city: '赣州市',
    district: null,
    official: false,
  } as const;
  t.equal((await identify({ name: '赣州市民人医院' }, memoryReader([one]))).id, '赣州市人民医院');
});

t.test(
  '医 lost behind 中 in a university of Chinese medicine is a slip, for none is called so without it',
  async (t) => {
    for (const [name, meant] of [
      ['天津中药大学第一附属医院', '天津中医药大学第一附属医院'],
      ['河南中药大学第三附属医院', '河南中医药大学第三附属医院'],
      ['贵阳中学院第二附属医院', '贵州中医药大学第二附属医院'],
    ] as const) {
      const { id } = await identify({ name }, reader);
      t.equal((await reader.dossier(id ?? ''))?.title.zh, meant, name);
    }
    const other = await identify({ name: '浙江医学院附属第一医院' }, reader);
    t.not(
      (await reader.dossier(other.id ?? ''))?.title.zh,
      '浙江中医药大学附属第一医院',
      'a university of medicine is no slip for one',
    );
  },
);

t.test('beside its city a number and a university in short are of the one that has it there', async (t) => {
  for (const [name, city, meant] of [
    ['广医三院', '广州市', '广州医科大学附属第三医院'],
    ['广医二院', '南宁市', '广西医科大学第二附属医院'],
    ['交大二附院', '西安市', '西安交通大学第二附属医院'],
    ['中大五院', '珠海市', '中山大学附属第五医院'],
  ] as const) {
    const { id } = await identify({ name, city }, reader);
    t.equal(id && (await reader.dossier(id))?.title.zh, meant, name);
  }
  for (const [name, city] of [
    ['广医三院', '湛江市'],
    ['交大九院', '西安市'],
    ['理工一院', '广州市'],
  ] as const)
    t.equal((await identify({ name, city }, reader)).id, null, name);
});

t.test('a town and a field are the hospital of a university there that is called so behind it', async (t) => {
  for (const [name, whole, city, match] of [
    ['北京儿童医院', '首都医科大学附属北京儿童医院', '北京市', 'strong'],
    ['绵阳医院', '成都中医药大学附属绵阳医院', '绵阳市', 'none'],
  ] as const) {
    const only = onlyOnRecord(whole, city === '北京市' ? city : '四川省', city);
    t.equal((await identify({ name }, only)).match, match, name);
  }
});
