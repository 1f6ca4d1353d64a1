import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { parseLatinName } from '../../src/names/parse/parse-latin.ts';
import { onlyOnRecord, rowOf } from './only-on-record.ts';

t.test("a district's own house is not the city's that stands there", async (t) => {
  const citys = onlyOnRecord('新余市妇幼保健院', '江西省', '新余市', '渝水区');
  t.equal((await identify({ name: '新余市渝水区妇幼保健院' }, citys)).id, null);
  t.equal((await identify({ name: '新余妇幼保健院' }, citys)).id, '新余市妇幼保健院');
});

t.test("a bare number is the army's, and no hospital that puts its town before it", async (t) => {
  const towns = onlyOnRecord('三亚301医院', '海南省', '三亚市');
  t.equal((await identify({ name: '301医院' }, towns)).id, null);
  t.equal((await identify({ name: '三亚301医院' }, towns)).id, '三亚301医院');
});

t.test('a house in another town behind a hospital’s name is a part of it', (t) => {
  const branch = (name: string): string => parseLatinName(name)[0]?.branch ?? '';
  t.equal(branch("Guang'anmen Hospital Jinan Hospital"), '济南市');
  t.equal(
    branch('Jiangsu Provincial Hospital of Traditional Chinese Medicine, Chongqing Hospital'),
    '重庆市',
  );
  t.equal(branch("Guang'anmen Hospital, Beijing"), '');
  t.end();
});

t.test('two places that sound alike and are written otherwise are two', async (t) => {
  const lushan = onlyOnRecord('鲁山县人民医院', '河南省', '平顶山市', '鲁山县');
  t.equal((await identify({ name: '庐山人民医院' }, lushan)).id, null);
  t.equal((await identify({ name: '鲁山人民医院' }, lushan)).id, '鲁山县人民医院');
});

t.test('a prefecture of a people is not the town that is called after it', async (t) => {
  const town = onlyOnRecord('昌吉市人民医院', '新疆维吾尔自治区', '昌吉回族自治州', '昌吉市');
  t.equal((await identify({ name: '昌吉回族自治州人民医院' }, town)).id, null);
  t.equal((await identify({ name: '昌吉市人民医院' }, town)).id, '昌吉市人民医院');
});

t.test('a district within a university’s name makes it another', async (t) => {
  const wannan = onlyOnRecord('皖南医学院弋矶山医院', '安徽省', '芜湖市');
  t.equal((await identify({ name: '皖南松山湖医学院弋矶山医院' }, wannan)).id, null);
});

t.test('what follows a dash behind a hospital tells its house from another', (t) => {
  const branch = (name: string): string => parseLatinName(name)[0]?.branch ?? '';
  t.equal(branch('Hong Kong Adventist Hospital – Tsuen Wan'), 'tsuen wan');
  t.equal(
    branch('Hong Kong Adventist Hospital–Mong Kok'),
    'mong kok',
    'with or without blanks around the dash',
  );
  t.equal(branch('Renji Hospital – Shanghai'), '', 'a place is where it stands');
  t.end();
});

t.test('another house behind the hospital’s name is not the hospital', async (t) => {
  const cancer = onlyOnRecord('天津市肿瘤医院', '天津市', '天津市');
  for (const name of [
    'Tianjin Cancer Hospital, Konggang Hospital',
    'Tianjin Cancer Hospital, Konggang Clinic',
  ])
    t.equal((await identify({ name }, cancer)).id, null, name);
  for (const name of [
    'Tianjin Cancer Hospital',
    'Outpatient Department, Tianjin Cancer Hospital, Tianjin, China',
  ])
    t.equal((await identify({ name }, cancer)).id, '天津市肿瘤医院', name);
  const mine = onlyOnRecord('鹤岗鹤矿医院', '黑龙江省', '鹤岗市');
  t.equal((await identify({ name: '鹤岗鹤矿医院兴安分院', city: '鹤岗' }, mine)).id, null);
  const gate = onlyOnRecord('东直门医院', '北京市', '北京市', '东城区');
  t.equal((await identify({ name: '东城区东直门街道东直门社区卫生服务站' }, gate)).id, null);
});

t.test('a prefecture and the town of its name are two, and English must say which', async (t) => {
  const enshi = '恩施土家族苗族自治州中心医院';
  const prefecture = onlyOnRecord(enshi, '湖北省', '恩施土家族苗族自治州');
  t.equal((await identify({ name: 'Enshi Central Hospital' }, prefecture)).id, null);
  t.equal((await identify({ name: 'Enshi Prefecture Central Hospital' }, prefecture)).id, enshi);
  t.equal((await identify({ name: '恩施州中心医院' }, prefecture)).id, enshi);
  const town = onlyOnRecord('文山市人民医院', '云南省', '文山壮族苗族自治州', '文山市');
  const name = 'Wenshan Zhuang and Miao Autonomous Prefecture People’s Hospital';
  t.equal((await identify({ name, city: '文山' }, town)).id, null);
});

t.test('a word that several towns have for a district or a county says of none where it is', async (t) => {
  const putuo = onlyOnRecord('舟山市普陀区人民医院', '浙江省', '舟山市', '普陀区');
  t.equal((await identify({ name: '普陀区人民医院' }, putuo)).id, null);
  t.equal((await identify({ name: 'Putuo District People’s Hospital' }, putuo)).id, null);
  t.equal((await identify({ name: '普陀区人民医院', city: '舟山' }, putuo)).id, '舟山市普陀区人民医院');
  const wuzhou = onlyOnRecord('广西壮族自治区桂东人民医院', '广西壮族自治区', '梧州市');
  t.equal((await identify({ name: '桂东人民医院' }, wuzhou)).id, null);
  t.equal((await identify({ name: '桂东人民医院', city: '梧州' }, wuzhou)).id, '广西壮族自治区桂东人民医院');
});

t.test(
  'what a place was called before, and a district that a city’s hospital stands in, settle nothing',
  async (t) => {
    const hechi = onlyOnRecord('河池市人民医院', '广西壮族自治区', '河池市');
    t.equal((await identify({ name: '河池地区人民医院', city: '河池' }, hechi)).id, null);
    const citys = onlyOnRecord('北京口腔医院', '北京市', '北京市', '东城区');
    t.equal((await identify({ name: '北京市崇文区口腔医院' }, citys)).id, null);
  },
);

t.test('a town without its level before a number may be a university’s word', async (t) => {
  const towns = onlyOnRecord('中山市第二人民医院', '广东省', '中山市');
  t.equal((await identify({ name: '中山二院' }, towns)).id, null);
  t.equal((await identify({ name: '中山市二院' }, towns)).id, '中山市第二人民医院');
});

t.test('a kind of hospital beside its city is not that of a body there', async (t) => {
  const army = onlyOnRecord('解放军胸科医院', '北京市', '北京市');
  t.equal((await identify({ name: '胸科医院', city: '北京市' }, army)).id, null);
});

t.test('a town’s short word means the town, and no county or district that is called like it', async (t) => {
  const district = onlyOnRecord('荆州区妇幼保健院', '湖北省', '荆州市', '荆州区');
  for (const name of ['荆州妇幼保健院', '荆州妇幼']) t.equal((await identify({ name }, district)).id, null);
  t.equal((await identify({ name: '荆州区妇幼保健院' }, district)).id, '荆州区妇幼保健院');
  const county = onlyOnRecord('通化县人民医院', '吉林省', '通化市', '通化县');
  t.equal((await identify({ name: '通化人民医院', city: '通化' }, county)).id, null);
  const jilin = onlyOnRecord('吉林省第三人民医院', '吉林省', '长春市');
  t.equal((await identify({ name: '吉林第三人民医院' }, jilin)).id, null, 'the province or its city');
  const pudong = onlyOnRecord('浦东新区人民医院', '上海市', '上海市', '浦东新区');
  t.equal((await identify({ name: '东新区人民医院' }, pudong)).id, null);
});

t.test('two districts that became one keep two hospitals', async (t) => {
  const [zhabei, jingan] = ['上海市闸北区中心医院', '上海市静安区中心医院'];
  const older = onlyOnRecord(zhabei, '上海市', '上海市', '静安区');
  const newer = onlyOnRecord(jingan, '上海市', '上海市', '静安区');
  for (const name of [jingan, '静安区中心医院', '静安中心医院'])
    t.equal((await identify({ name, city: '上海' }, older)).id, null, name);
  for (const name of [zhabei, '闸北区中心医院'])
    t.equal((await identify({ name, city: '上海' }, newer)).id, null, name);
  t.equal((await identify({ name: '闸北区中心医院', city: '上海' }, older)).id, zhabei);
  const luwan = onlyOnRecord('上海市卢湾区妇幼保健院', '上海市', '上海市', '黄浦区');
  t.equal((await identify({ name: '上海市黄浦区妇幼保健院' }, luwan)).id, null);
  const fuyang = onlyOnRecord('富阳市人民医院', '浙江省', '杭州市', '富阳区');
  t.equal((await identify({ name: '富阳人民医院' }, fuyang)).id, '富阳市人民医院', 'one word');
});

t.test('a city before its province says where the province’s own hospital stands', async (t) => {
  const citys = onlyOnRecord('南昌市第三医院', '江西省', '南昌市');
  t.equal((await identify({ name: '南昌江西省第三医院' }, citys)).id, null);
  t.equal((await identify({ name: '江西省南昌市第三医院' }, citys)).id, '南昌市第三医院');
});

t.test('a university in short is none of an institute, and a number is read whole', async (t) => {
  const institute = onlyOnRecord('天津市中医药研究院附属医院', '天津市', '天津市');
  t.equal((await identify({ name: '天中医附属医院', city: '天津' }, institute)).id, null);
  const army = onlyOnRecord('中国人民解放军第一〇二医院', '江苏省', '常州市');
  t.equal((await identify({ name: '中国人民解放军第十一〇二医院' }, army)).id, null);
  t.equal((await identify({ name: '解放军102医院' }, army)).id, '中国人民解放军第一〇二医院');
});

t.test('a word that stands elsewhere beside another is no slip', async (t) => {
  const family = onlyOnRecord('北京和睦家医院', '北京市', '北京市');
  t.equal((await identify({ name: '和睦家京北医院' }, family)).id, null);
  t.equal((await identify({ name: '北京睦和家医院' }, family)).id, '北京和睦家医院');
});

t.test('a place and the word of a chain are a house of it, and not the group of them all', async (t) => {
  const place = { province: '湖南省', city: '长沙市' };
  const rows = (['爱尔眼科医院集团', '爱尔眼科'] as const).map((value, at) => ({
    ...rowOf(value, place.province, place.city),
    institution: '集团',
    kind: at === 0 ? ('legal' as const) : ('alias' as const),
  }));
  const group = {
    ...memoryReader(rows),
    dossier: async () => ({ id: '集团', title: { zh: '爱尔眼科医院集团' }, names: rows, place }) as never,
  };
  t.equal((await identify({ name: '长沙爱尔眼科' }, group)).id, null);
  t.equal((await identify({ name: '爱尔眼科' }, group)).id, '集团');
});

t.test('an institute of a hospital’s word is none of a hospital that no name calls so', async (t) => {
  const renji = onlyOnRecord('上海仁济医院', '上海市', '上海市');
  for (const name of ['Renji Research Institute', 'Renji Medical Institute Shanghai', '上海仁济研究所'])
    t.equal((await identify({ name, city: '上海市' }, renji)).id, null, name);
  t.equal((await identify({ name: 'Renji Hospital', city: '上海市' }, renji)).id, '上海仁济医院');
  const blood = onlyOnRecord('上海仁济血液研究所', '上海市', '上海市');
  t.equal((await identify({ name: '仁济血液研究所', city: '上海市' }, blood)).id, '上海仁济血液研究所');
  const research = onlyOnRecord('山西省中医药研究院', '山西省', '太原市');
  t.equal((await identify({ name: '山西省中医药研究所', city: '太原市' }, research)).id, null);
});
