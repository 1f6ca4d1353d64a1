import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const answer = async (
  name: string,
  beside: Readonly<{ province?: string; city?: string; address?: string }>,
): Promise<readonly string[]> => {
  const { match, why } = await identify({ name, ...beside }, reader);
  return [match, ...why.map(({ code }) => code)];
};

t.test(
  'a province or city abroad beside a name that several bear is nobody’s, as beside a single bearer',
  async (t) => {
    const asked = [
      ['Union Hospital', { province: 'Indiana' }],
      ['Zhongshan Hospital', { city: 'Paris' }],
      ['Friendship Hospital', { city: 'Hanoi' }],
      ['协和医院', { city: '首尔' }],
      ['Tongji Hospital', { city: 'Sydney' }],
      ['中山医院', { city: 'Dubai' }],
      ['友谊医院', { province: '莫斯科' }],
      ['Tongren Hospital', { city: 'Lagos' }],
      ['东方医院', { city: '曼谷' }],
      ['同济医院', { city: '东京' }],
    ] as const;
    for (const [name, beside] of asked)
      t.strictSame(
        await answer(name, beside),
        ['none', 'place.not-understood'],
        `${name} ${JSON.stringify(beside)}`,
      );
  },
);

t.test('so is an address abroad', async (t) => {
  for (const [name, address] of [
    ['东方医院', '1 Orchard Road, Singapore'],
    ['Zhongshan Hospital', '12 Rue de Rivoli, Paris'],
    ['协和医院', '首尔特别市江南区'],
    ['Union Hospital', '1606 North 7th Street, Terre Haute, Indiana'],
  ] as const)
    t.strictSame(await answer(name, { address }), ['none', 'address.not-understood'], `${name} ${address}`);
});

t.test('a place of China beside such a name still chooses, or is asked for', async (t) => {
  t.equal((await answer('Union Hospital', { city: 'Wuhan' }))[0], 'strong');
  t.equal((await answer('协和医院', {}))[0], 'ambiguous');
  t.equal((await answer('中山医院', { address: '上海市徐汇区枫林路180号' }))[0], 'strong');
});
