import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { identify } from '../../src/identify/identify.ts';
import { parseLatinName } from '../../src/names/parse/parse-latin.ts';

/** The only hospital on record, by its one name and where it stands. */
const only = (value: string, province: string, city: string, district: string | null = null) =>
  memoryReader([
    {
      institution: value,
      value,
      kind: 'legal',
      language: 'zh',
      province,
      city,
      district,
      official: true,
    },
  ]);

t.test("a district's own house is not the city's that stands there", async (t) => {
  const citys = only('新余市妇幼保健院', '江西省', '新余市', '渝水区');
  t.equal((await identify({ name: '新余市渝水区妇幼保健院' }, citys)).id, null);
  t.equal((await identify({ name: '新余妇幼保健院' }, citys)).id, '新余市妇幼保健院');
});

t.test("a bare number is the army's, and no hospital that puts its town before it", async (t) => {
  const towns = only('三亚301医院', '海南省', '三亚市');
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
  const lushan = only('鲁山县人民医院', '河南省', '平顶山市', '鲁山县');
  t.equal((await identify({ name: '庐山人民医院' }, lushan)).id, null);
  t.equal((await identify({ name: '鲁山人民医院' }, lushan)).id, '鲁山县人民医院');
});

t.test('a prefecture of a people is not the town that is called after it', async (t) => {
  const town = only('昌吉市人民医院', '新疆维吾尔自治区', '昌吉回族自治州', '昌吉市');
  t.equal((await identify({ name: '昌吉回族自治州人民医院' }, town)).id, null);
  t.equal((await identify({ name: '昌吉市人民医院' }, town)).id, '昌吉市人民医院');
});

t.test('a district within a university’s name makes it another', async (t) => {
  const wannan = only('皖南医学院弋矶山医院', '安徽省', '芜湖市');
  t.equal((await identify({ name: '皖南松山湖医学院弋矶山医院' }, wannan)).id, null);
});

t.test('what follows a dash behind a hospital tells its house from another', (t) => {
  const branch = (name: string): string => parseLatinName(name)[0]?.branch ?? '';
  t.equal(branch('Hong Kong Adventist Hospital – Tsuen Wan'), 'tsuen wan');
  t.equal(branch('Renji Hospital – Shanghai'), '', 'a place is where it stands');
  t.end();
});
