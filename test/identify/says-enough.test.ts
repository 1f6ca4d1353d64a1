import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { onlyOnRecord, rowOf } from './only-on-record.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (name: string, beside: Readonly<{ city?: string; province?: string }> = {}) =>
  (await reader.dossier((await identify({ name, ...beside }, reader)).id ?? ''))?.title.zh;

const settledOn = async (name: string, ...record: Parameters<typeof onlyOnRecord>): Promise<string | null> =>
  (await identify({ name }, onlyOnRecord(...record))).id;

t.test('a listed short name settles where one university alone is called so in short', async (t) => {
  for (const [name, title] of [
    ['大医一院', '大连医科大学附属第一医院'],
    ['大医附一', '大连医科大学附属第一医院'],
    ['医大一院', undefined],
    ['中医大二院', undefined],
    ['医科大二附院', undefined],
  ] as const)
    t.equal(await titleOf(name), title, name);
});

t.test('the Red Cross has few general hospitals, and many others', async (t) => {
  t.equal(await titleOf('中国红十字会总医院'), '复旦大学附属华山医院');
  t.equal(await titleOf('红十字会医院'), undefined);
});

t.test('a listed English name is read with the words between its commas', async (t) => {
  for (const [name, title] of [
    ['University Hospital, Macau University of Science and Technology', '澳門科技大學醫院'],
    ['Yangquan Coal Industry Group Co., Ltd. General Hospital', '阳泉煤业（集团）有限责任公司总医院'],
    ['University Hospital', undefined],
    ['Ruijin Hospital Co., Ltd. Clinic', undefined],
  ] as const)
    t.equal(await titleOf(name), title, name);
});

t.test('a sanatorium is not the hospital of its word', async (t) => {
  t.equal(await titleOf('Huadong Sanatorium'), '华东疗养院');
  t.equal(await titleOf('Huadong Hospital'), '华东医院');
});

t.test('a university’s name of today in English is the college that a name on record states', async (t) => {
  for (const [asked, here, province, city] of [
    [
      'Second Affiliated Hospital of Wenzhou Medical University',
      '温州医学院附属第二医院',
      '浙江省',
      '温州市',
    ],
    [
      'First Affiliated Hospital of Guilin Medical University',
      '桂林医学院附属第一医院',
      '广西壮族自治区',
      '桂林市',
    ],
    [
      'Third Affiliated Hospital of Guangxi University of Chinese Medicine',
      '广西中医学院附属第三医院',
      '广西壮族自治区',
      '南宁市',
    ],
  ] as const) {
    t.equal(await settledOn(asked, here, province, city), here, asked);
    const other = asked.replace(/^\w+/u, 'Fourth');
    t.equal(await settledOn(other, here, province, city), null, other);
  }
  t.equal(
    await settledOn(
      'Second Affiliated Hospital of Wenzhou University',
      '温州医学院附属第二医院',
      '浙江省',
      '温州市',
    ),
    null,
    'another university of the town is another',
  );
});

t.test('a town that two are spelled like is the one where the record stands', async (t) => {
  const here = 'Suzhou Zaohui Hospital, Made-up University School of Medicine';
  const row = { ...rowOf(here, '江苏省', '苏州市'), language: 'en', kind: 'english', institution: 'suzhou' };
  const one = memoryReader([row]);
  t.equal((await identify({ name: 'Suzhou Zaohui Hospital', city: '苏州市' }, one)).id, 'suzhou');
  t.equal((await identify({ name: 'Suzhou Zaohui Hospital', city: '宿州市' }, one)).id, null);
});

t.test('the city of a district that several have says which is meant', async (t) => {
  t.equal(await titleOf('People’s Hospital of Longhua, Shenzhen'), '深圳市龙华区人民医院');
  t.equal(await titleOf('People’s Hospital of Longhua'), undefined);
});

t.test('our province’s hospital in English is that of the place beside it', async (t) => {
  for (const [name, city, title] of [
    ['Provincial Brain Hospital', '长沙市', '湖南省第二人民医院'],
    ['Provincial Cancer Hospital', '石家庄市', '河北医科大学第四医院'],
    ['National Cancer Hospital', '石家庄市', undefined],
    ['Municipal First People’s Hospital', '杭州市', '杭州市第一人民医院'],
  ] as const)
    t.equal(await titleOf(name, { city }), title, `${name}, ${city}`);
});

t.test('“Chinese Medical University” behind its place is of Chinese medicine', async (t) => {
  const tcm = ['浙江中医药大学附属第一医院', '浙江省', '杭州市'] as const;
  const medical = ['浙江医学院附属第一医院', '浙江省', '杭州市'] as const;
  const asked = 'First Affiliated Hospital of Zhejiang Chinese Medical University';
  t.equal(await settledOn(asked, ...tcm), tcm[0]);
  t.equal(await settledOn(asked, ...medical), null, 'another university of the province is another');
  t.equal(
    await settledOn('First Affiliated Hospital of Zhejiang Medical University', ...tcm),
    null,
    'and so the other way round',
  );
  t.equal(
    await settledOn('First Hospital of Chinese Medical University', ...tcm),
    null,
    'nor without a place',
  );
});

t.test('a hospital that is called after another town is meant beside the city where it stands', async (t) => {
  const legal = '上海中医药大学附属岳阳中西医结合医院';
  const short = { ...rowOf('上海岳阳医院', '上海市', '上海市'), institution: legal, kind: 'alias' };
  const record = memoryReader([rowOf(legal, '上海市', '上海市'), short]);
  const name = '岳阳医院';
  t.equal((await identify({ name, city: '上海市' }, record)).id, legal);
  t.equal((await identify({ name }, record)).id, null);
  t.equal((await identify({ name, city: '岳阳市' }, record)).id, null);
});

t.test(
  'who alone of several in whose name a word stands is in the city that was said is meant, and never said to be elsewhere',
  async (t) => {
    for (const [name, city, match, title] of [
      ['同济', '武汉', 'strong', '华中科技大学同济医学院附属同济医院'],
      ['协和', '福州', 'strong', '福建医科大学附属协和医院'],
      ['同济', '成都', 'none', '华中科技大学同济医学院附属同济医院'],
      ['红会', '西安', 'strong', '西安市红会医院'],
    ] as const) {
      const found = await identify({ name, city }, reader);
      t.equal(found.match, match, name);
      t.equal((await reader.dossier(found.id ?? found.candidates[0]?.id ?? ''))?.title.zh, title, name);
      t.equal(
        found.why.some(({ code }) => code === 'place.elsewhere'),
        city === '成都',
        city,
      );
    }
  },
);
