import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined) => (await reader.dossier(id ?? ''))?.title.zh;

t.test('a part of a hospital is like no other part only because both are parts', async (t) => {
  const others = [
    'Xidan',
    'West',
    'East',
    'North',
    'Shunyi',
    'Dongdan',
    'International',
    'Second',
    'Madeup',
    'Zhongguancun',
  ];
  for (const campus of others) {
    const { id, candidates } = await identify(
      { name: `Peking Union Medical College Hospital, ${campus} Campus` },
      reader,
    );
    t.equal(id, null, campus);
    t.equal(await titleOf(candidates[0]?.id), '中国医学科学院北京协和医院', campus);
  }
  for (const name of [
    'Macao Medical Center of Peking Union Medical College Hospital',
    'Islands Healthcare Complex – Macao Medical Center of Peking Union Medical College Hospital',
  ])
    t.match(await titleOf((await identify({ name }, reader)).id), /離島/u, 'its own name is its own');
  for (const name of ['Ruijin Hospital, Hainan Branch', 'Hainan Branch of Ruijin Hospital'])
    t.match(await titleOf((await identify({ name }, reader)).id), /海南/u, name);
});

t.test(
  'a campus behind a name in short, without the word for a house, is a part that no list names',
  async (t) => {
    for (const [name, known] of [
      ['浙一余杭院区', '浙江大学医学院附属第一医院'],
      ['郑大一附院东区', '郑州大学第一附属医院'],
      ['北医三院延庆院区', '北京大学第三医院'],
    ] as const) {
      const { id, match, candidates } = await identify({ name }, reader);
      t.strictSame(
        [id, match, await titleOf(candidates[0]?.id)],
        [null, 'branch-not-on-record', known],
        name,
      );
    }
  },
);

t.test('a word beside Hong Kong that is none of its districts settles on nobody there', async (t) => {
  for (const [name, city, province] of [
    ['Queen Mary Hospital', 'Paris, France', 'Hong Kong'],
    ['Queen Mary Hospital', 'Sydney', 'Hong Kong'],
    ['玛丽医院', '巴黎', '香港'],
    ['Ruijin Hospital', 'Сидней', undefined],
    ['瑞金医院', 'シドニー', undefined],
    ['Ruijin Hospital', '서울', 'Shanghai'],
  ] as const) {
    const { id, candidates } = await identify({ name, city, province }, reader);
    t.equal(id, null, `${name}, ${city}`);
    t.equal(candidates.length, 1, 'whoever bears the name is offered');
  }
  for (const [name, city, province] of [
    ['Queen Mary Hospital', 'Pok Fu Lam', 'Hong Kong'],
    ['Queen Elizabeth Hospital', 'Jordan, Kowloon', 'Hong Kong'],
    ['玛丽医院', '薄扶林', '香港'],
    ['Ruijin Hospital', 'Luwan', undefined],
    ['瑞金医院', '卢湾区', undefined],
  ] as const)
    t.equal((await identify({ name, city, province }, reader)).match, 'strong', `${name}, ${city}`);
});

t.test('a branch on record is not meant where the place or address told beside it is another', async (t) => {
  const hainan = { name: '瑞金医院', campus: '海南医院' };
  for (const beside of [{}, { city: '琼海' }, { city: 'Boao' }, { province: '海南' }])
    t.match(await titleOf((await identify({ ...hainan, ...beside }, reader)).id), /海南/u, `${beside.city}`);
  for (const beside of [
    { city: 'Paris' },
    { province: '海南', city: 'Paris' },
    { province: '四川', city: '琼海' },
    { address: '巴黎' },
    { address: '曼谷素坤逸路5号' },
    { address: 'Sydney Street 5' },
    { address: '四川省成都市国学巷37号' },
    { city: '成都' },
  ])
    t.equal((await identify({ ...hainan, ...beside }, reader)).id, null, JSON.stringify(beside));
});
