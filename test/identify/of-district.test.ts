import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string) => (await reader.dossier(id))?.title.zh;

t.test(
  'an old name of a county’s hospital goes not before who is registered under the district today',
  async (t) => {
    for (const [name, registered] of [
      ['深圳宝安人民医院', '深圳市宝安区人民医院'],
      ['宝安人民医院', '深圳市宝安区人民医院'],
      ['成都锦江妇幼保健院', '成都市锦江区妇幼保健院'],
    ] as const) {
      const { match, id, candidates } = await identify({ name }, reader);
      t.match({ match, id }, { match: 'ambiguous', id: null }, name);
      t.ok((await Promise.all(candidates.map((one) => titleOf(one.id)))).includes(registered), name);
    }
  },
);

t.test('the district written out, the old name itself, and a district of one hospital settle', async (t) => {
  for (const [name, right] of [
    ['深圳宝安区人民医院', '深圳市宝安区人民医院'],
    ['宝安县人民医院', '深圳市人民医院'],
    ['广州花都人民医院', '广州市花都区人民医院'],
  ] as const) {
    const { id } = await identify({ name }, reader);
    t.equal(id && (await titleOf(id)), right, name);
  }
});
