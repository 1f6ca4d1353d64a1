import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { onlyOnRecord, rowOf } from './only-on-record.ts';

t.test('what each town has is not settled by a spelling that two towns share', async (t) => {
  for (const [name, here, province, city, district] of [
    ['Taizhou Hospital of Traditional Chinese Medicine', '泰州市中医院', '江苏省', '泰州市'],
    ['Yichun Maternal and Child Health Hospital', '宜春市妇幼保健院', '江西省', '宜春市'],
    ['Fuzhou Second Hospital', '福州市第二医院', '福建省', '福州市'],
    ["Taihe County People's Hospital", '太和县人民医院', '安徽省', '阜阳市', '太和县'],
    ["Xinyi People's Hospital", '信宜市人民医院', '广东省', '茂名市', '信宜市'],
    ["Yanjin County People's Hospital", '延津县人民医院', '河南省', '新乡市', '延津县'],
  ] as const) {
    const one = onlyOnRecord(here, province, city, district);
    const open = await identify({ name }, one);
    t.equal(open.id, null, name);
    t.ok(
      open.candidates.some(({ id }) => id === here),
      'it is offered',
    );
    t.equal((await identify({ name, city }, one)).id, here, `${name}, and its city said beside it`);
  }
});

t.test('what few towns have is settled: of which town is clear from that', async (t) => {
  const pulmonary = onlyOnRecord('福州肺科医院', '福建省', '福州市');
  t.equal((await identify({ name: 'Fuzhou Pulmonary Hospital' }, pulmonary)).id, '福州肺科医院');
  const ninth = onlyOnRecord('苏州市第九人民医院', '江苏省', '苏州市');
  t.equal((await identify({ name: "Suzhou Ninth People's Hospital" }, ninth)).id, '苏州市第九人民医院');
});

t.test('both towns’ hospitals are offered, also where a directory alone names one', async (t) => {
  const both = memoryReader([
    rowOf('泰州市中医院', '江苏省', '泰州市'),
    rowOf('台州市中医院', '浙江省', '台州市', { official: false }),
  ]);
  const { match, candidates } = await identify(
    { name: 'Taizhou Hospital of Traditional Chinese Medicine' },
    both,
  );
  t.equal(match, 'ambiguous');
  t.strictSame(candidates.map(({ id }) => id).sort(), ['台州市中医院', '泰州市中医院']);
});

t.test('a word of two characters the other way round is another word', async (t) => {
  for (const [asked, here, province, city] of [
    ['上海华美医院', '上海美华医院', '上海市', '上海市'],
    ['成都华新医院', '成都新华医院', '四川省', '成都市'],
    ['北京市和仁医院', '北京市仁和医院', '北京市', '北京市'],
    ['上海博高肿瘤医院', '上海高博肿瘤医院', '上海市', '上海市'],
  ] as const)
    t.equal((await identify({ name: asked }, onlyOnRecord(here, province, city))).id, null, asked);
  const three = onlyOnRecord('北京积水潭医院', '北京市', '北京市');
  t.equal((await identify({ name: '北京积潭水医院' }, three)).id, '北京积水潭医院', 'of three it is a slip');
});

t.test('a university that nobody has on record is no school of one it begins like', async (t) => {
  const zhongshan = memoryReader(
    ['复旦大学附属中山医院', '复旦中山医院'].map((value, at) => ({
      institution: 'zhongshan',
      value,
      kind: at === 0 ? 'legal' : 'alias',
      language: 'zh',
      province: '上海市',
      city: '上海市',
      district: null,
      official: true,
    })),
  );
  for (const name of ['复旦医科大学附属中山医院', '复旦师范大学附属中山医院'])
    t.equal((await identify({ name }, zhongshan)).id, null, name);
  t.equal((await identify({ name: '复旦大学医学院附属中山医院' }, zhongshan)).id, 'zhongshan');
});

t.test(
  'a prefecture’s hospital and a town’s of one spelling, or a place in short, are not told apart by our words',
  async (t) => {
    for (const [name, here, province, city, district] of [
      ["Chuxiong People's Hospital", '楚雄市人民医院', '云南省', '楚雄彝族自治州', '楚雄市'],
      ["Dali Second People's Hospital", '大理市第二人民医院', '云南省', '大理白族自治州', '大理市'],
      ["Bozhou People's Hospital", '博州人民医院', '新疆维吾尔自治区', '博尔塔拉蒙古自治州'],
    ] as const)
      for (const beside of district === undefined ? [undefined] : [undefined, city])
        t.equal(
          (await identify({ name, city: beside }, onlyOnRecord(here, province, city, district))).id,
          null,
          `${name} beside ${beside}`,
        );
  },
);

t.test(
  'a number or a kind is the town’s, the province’s or the university’s, as the name itself says',
  async (t) => {
    for (const [name, here, province, city] of [
      ['Nanjing First Hospital, Nanjing Medical University', '南京医科大学第一附属医院', '江苏省', '南京市'],
      ['Changsha Second Hospital, Changsha Medical University', '长沙医学院第二附属医院', '湖南省', '长沙市'],
      ["Chengdu Second People's Hospital, Chengdu 610017, Sichuan", '四川省第二人民医院', '四川省', '成都市'],
      ['Jiangsu Province Hospital of Chinese Medicine, Nanjing, China', '南京市中医院', '江苏省', '南京市'],
      [
        'Stomatological Hospital of Hebei Medical University, Shijiazhuang, Hebei',
        '石家庄市口腔医院',
        '河北省',
        '石家庄市',
      ],
      ['Renji Medical Center, Shanghai', '上海仁济医院', '上海市', '上海市'],
      ["The County People's Hospital of Anyang City", '安阳市人民医院', '河南省', '安阳市'],
      [
        'The First Affiliated Hospital of Henan University, Kaifeng',
        '开封市第一人民医院',
        '河南省',
        '开封市',
      ],
      ["Chengdu Third People's Hospital, Chengdu, Sichuan", '四川省第三人民医院', '四川省', '成都市'],
      ['Enze Hospital, Taizhou', '台州恩泽医疗中心', '浙江省', '台州市'],
    ] as const)
      t.equal((await identify({ name }, onlyOnRecord(here, province, city))).id, null, name);
  },
);
