import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { nameKeys } from '../../src/kit/name-key.ts';
import { identify } from '../../src/registry/identify.ts';
import { joinedNames } from '../../src/registry/names/joined-names.ts';

const sameFull = (test: Readonly<{ equal: typeof t.equal }>, names: readonly string[]): void => {
  const keys = new Set(names.map((name) => nameKeys(name).full));
  test.equal(keys.size, 1, [...keys].join(' | '));
};

t.test(
  'one Chinese place in several spellings has one key, and places beside each other have two',
  async (t) => {
    sameFull(t, ['阿坝藏族羌族自治州人民医院', '阿坝州人民医院', '阿坝自治州人民医院']);
    sameFull(t, ['阜新蒙古族自治县人民医院', '阜新蒙古自治县人民医院', '阜新县人民医院']);
    sameFull(t, ['呼和浩特市编造医院', '呼市编造医院', '呼和浩特编造医院']);
    sameFull(t, ['铜梁县铜梁县人民医院', '铜梁县人民医院', '重庆铜梁县人民医院']);
    sameFull(t, ['杭州市余杭区区第二人民医院', '余杭区第二人民医院']);
    sameFull(t, ['中国人民解放军第一五七医院', '解放军第157医院', '解放军一五七医院', '解放军第一5七医院']);
    sameFull(t, ['解放军第八一医院', '解放军第81医院', '解放军第八十一医院']);
    sameFull(t, ['编造大学一附院', '编造大学附一院', '编造大学第一附属医院']);
    for (const [one, other] of [
      ['铜山县人民医院', '铜山区人民医院'],
      ['阜新县人民医院', '阜新市人民医院'],
      ['赣州地区人民医院', '赣州市人民医院'],
      ['沈阳市铁西区医院', '铁西区医院'],
      ['济南市市中区医院', '济南市中区医院'],
    ] as const)
      t.not(nameKeys(one).full, nameKeys(other).full, one);
  },
);

const registered = [
  ['铜山区编造医院', '江苏省', '徐州市'],
  ['铜山区人民医院', '江苏省', '徐州市'],
  ['赣州市人民医院', '江西省', '赣州市'],
  ['天津市公安局编造安康医院', '天津市', '天津市'],
  ['双辽市铁路医院', '吉林省', '四平市'],
  ['赣州市编造精神病院赣州市编造安康医院', '江西省', '赣州市'],
] as const;
const reader = memoryReader(
  registered.map(([value, province, city]) => ({
    institution: value,
    value,
    kind: 'legal',
    language: 'zh',
    province,
    city,
    district: null,
    official: false,
  })),
);

t.test(
  'a former place, a founder left out, a slip or a longer name finds the hospital and never settles it',
  async (t) => {
    const first: Readonly<Record<string, string>> = {
      铜山县人民医院: '铜山区人民医院',
      赣州地区人民医院: '赣州市人民医院',
      天津市编造安康医院: '天津市公安局编造安康医院',
      编造医院集团赣州市人民医院: '赣州市人民医院',
      编造大学附属赣州市人民医院: '赣州市人民医院',
      赣州市民人医院: '赣州市人民医院',
      赣州市人民医院编造院区: '赣州市人民医院',
      四平市铁路医院: '双辽市铁路医院',
    };
    for (const [name, id] of Object.entries(first)) {
      const found = await identify({ name }, reader);
      t.equal(found.candidates[0]?.id, id, name);
      t.equal(found.match, 'ambiguous', name);
    }
  },
);

t.test(
  'a place beside general words finds the hospital of the place, and a place does not mend a name',
  async (t) => {
    const beside = { province: '江西省', city: '赣州市' };
    const general = await identify({ name: '人民医院', ...beside }, reader);
    t.equal(general.match, 'ambiguous');
    t.equal(general.candidates[0]?.id, '赣州市人民医院');
    t.equal((await identify({ name: '人民医院' }, reader)).match, 'none');
    const other = await identify({ name: '江西省人民医院', ...beside }, reader);
    t.not(other.match, 'strong', 'the province’s hospital is not the city’s');
  },
);

t.test('two names printed as one are two, unless the second is a branch of another town', async (t) => {
  t.equal(
    (await identify({ name: '赣州市编造安康医院' }, reader)).id,
    '赣州市编造精神病院赣州市编造安康医院',
  );
  t.same(joinedNames('上海交通大学医学院附属瑞金医院海南医院'), []);
  t.same(joinedNames('北京编造医院赣州市编造儿童医院'), ['赣州市编造儿童医院']);
});

t.test(
  'a distinctive name of a county that became a district is that hospital, and another town is another',
  async (t) => {
    t.equal((await identify({ name: '铜山县编造医院' }, reader)).id, '铜山区编造医院');
    t.not((await identify({ name: '沛县编造医院' }, reader)).match, 'strong');
  },
);
