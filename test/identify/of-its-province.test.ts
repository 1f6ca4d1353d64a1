import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { ofItsProvince } from '../../src/identify/beside/place-apart.ts';
import { identify } from '../../src/identify/identify.ts';
import { onlyOnRecord } from './only-on-record.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string) => (await reader.dossier(id))?.title.zh ?? '';

t.test('省 beside a town is the province of the town: never a hospital of the town’s rank', async (t) => {
  for (const [name, right] of [
    ['省人民医院 海口', '海南省人民医院'],
    ['海口省人民医院', '海南省人民医院'],
    ['石家庄省二院', '河北医科大学第二医院'],
    ['省中医院 南京', '江苏省中医院'],
    ['省中医院，南京', '江苏省中医院'],
    ['长沙省妇幼', '湖南省妇幼保健院'],
    ['省妇幼保健院（武汉）', '湖北省妇幼保健院'],
    ['杭州市 省肿瘤医院', '浙江省肿瘤医院'],
    ['沈阳的省人民医院', '辽宁省人民医院'],
    ['福州省立医院', '福州大学附属省立医院'],
    ['自治区人民医院 乌鲁木齐', '新疆维吾尔自治区人民医院'],
    ["Provincial People's Hospital, Hangzhou", '浙江省人民医院'],
  ] as const) {
    const { id } = await identify({ name }, reader);
    t.equal(id && (await titleOf(id)), right, name);
  }
  for (const [town, own] of [
    ['Zhengzhou', '郑州市妇幼保健院'],
    ['Kunming', '昆明市妇幼保健院'],
  ] as const) {
    const name = `Provincial Maternal and Child Health Hospital, ${town}`;
    const { id } = await identify({ name }, reader);
    t.not(id && (await titleOf(id)), own, name);
  }
});

t.test('the province stands before the name, and the town beside it where none is stated', (t) => {
  for (const [name, own, city] of [
    ['西宁省肿瘤医院', '青海省肿瘤医院', '西宁市'],
    ['省三院 哈尔滨 骨科', '黑龙江省三院 骨科', '哈尔滨市'],
    ['自治区人民医院 乌鲁木齐', '新疆维吾尔自治区人民医院', '乌鲁木齐市'],
    ['南京省级机关医院', '江苏省省级机关医院', '南京市'],
    ['Hefei Provincial Hospital', 'Anhui Provincial Hospital', '合肥市'],
    ["Provincial People's Hospital in Hangzhou", "Zhejiang Provincial People's Hospital", '杭州市'],
  ] as const)
    t.same(ofItsProvince({ name }), { name: own, city }, name);
  t.same(ofItsProvince({ name: '兰州省人民医院', province: '甘肃' }), {
    name: '甘肃省人民医院',
    province: '甘肃',
  });
  t.end();
});

t.test('a name that says no town, or a province by its own name, stays as it is', (t) => {
  for (const name of [
    '吉林省人民医院',
    '海南省人民医院',
    '省人民医院',
    '广州省会医院',
    '北京省人民医院',
    '乌鲁木齐省人民医院',
    'Jilin Provincial Hospital',
    'Provincial Cancer Hospital, Paris',
    'Anhui Provincial Hospital',
  ])
    t.same(ofItsProvince({ name }), { name }, name);
  t.end();
});

t.test(
  'the hospital of a prefecture, an autonomous region or a province is its people’s hospital',
  async (t) => {
    for (const [name, meant] of [
      ['大理州医院', '大理白族自治州人民医院'],
      ['楚雄州医院', '楚雄彝族自治州人民医院'],
      ['广西区医院', '广西壮族自治区人民医院'],
      ['内蒙古区医院', '内蒙古自治区人民医院'],
      ['凯里州医院', '黔东南苗族侗族自治州人民医院'],
      ['湖南省医', '湖南省人民医院'],
      ['甘肃省医院', '甘肃省人民医院'],
      ['安徽省医院', '中国科学技术大学附属第一医院'],
      ['黑龙江省医', '黑龙江省医院'],
    ] as const) {
      const { id } = await identify({ name }, reader);
      t.equal(id && (await titleOf(id)), meant, name);
    }
    for (const name of [
      '兰州医院',
      '温州医院',
      '德州医院',
      '甘南州医院',
      '红河州医院',
      '万州医院',
      '海淀区医院',
      '浙江省医院',
      '福建省医',
      '南方省医院',
    ])
      t.equal((await identify({ name }, reader)).id, null, name);
    // “Canton Hospital” and 南京军区总医院 were names of hospitals there.
    for (const name of ['广州医院', '南京医院'])
      t.equal((await identify({ name }, reader)).id, null, `${name}: a town and no other word`);
    t.equal(await titleOf((await identify({ name: '漳州医院' }, reader)).id ?? ''), '福建省漳州市医院');
    const town = onlyOnRecord('大理市人民医院', '云南省', '大理白族自治州', '大理市');
    t.equal((await identify({ name: '大理州医院' }, town)).id, null, 'not its town’s');
  },
);
