import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const codes = async (question: Parameters<typeof identify>[0]): Promise<readonly string[]> => {
  const { match, why } = await identify(question, reader);
  return [match, ...why.map(({ code }) => code)];
};

t.test(
  'an English address at another road of the same city is said, in its field and in the line',
  async (t) => {
    for (const [name, address] of [
      ['Ruijin Hospital', '100 Huaihai Road, Shanghai'],
      ['Huashan Hospital', '99 Nanjing Road, Shanghai'],
      ['Peking Union Medical College Hospital', "88 Chang'an Street, Beijing"],
      ['Sun Yat-sen University Cancer Center', '12 Jiefang Road, Guangzhou'],
    ] as const) {
      const beside = await codes({ name, address });
      const inLine = await codes({ name: `${name}, ${address}` });
      for (const said of [beside, inLine]) {
        t.equal(said[0], 'strong', `${name}, ${address}`);
        t.ok(said.includes('address.differs'), `${name}, ${address}`);
      }
    }
  },
);

t.test('one whose road or number is on record is not, however the road is translated', async (t) => {
  for (const [name, address] of [
    ['Ruijin Hospital', '197 Ruijin 2nd Road, Shanghai'],
    ['Ruijin Hospital', 'No.197, Rui Jin Er Rd, Huangpu District, Shanghai'],
    ['Huashan Hospital', '12 Urumqi Road (M), Shanghai'],
    ['Fuwai Hospital', '167 North Lishi Road, Beijing'],
    ['Peking University Third Hospital', '49 North Garden Road, Haidian District, Beijing'],
    ['Tongji Hospital, Wuhan', '1095 Jie Fang Ave, Wuhan'],
  ] as const)
    t.notOk((await codes({ name, address })).includes('address.differs'), `${name}, ${address}`);
});

t.test('a city that has a county of its own name is the city, unless the county is said', async (t) => {
  const name = 'Second Xiangya Hospital';
  for (const address of ['139 Renmin Middle Road, Changsha', '139 Renmin Middle Road, Changsha, Hunan'])
    t.notOk((await codes({ name, address })).includes('address.differs'), address);
  t.ok(
    (await codes({ name, address: '5 Xingsha Road, Changsha County, Hunan' })).includes('address.differs'),
  );
});
