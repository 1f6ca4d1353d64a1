import t from 'tap';
import { cities, divisions, provinces } from '../../src/places/divisions.ts';
import { normaliseCity, normaliseProvince } from '../../src/places/normalise-place.ts';
import { leadingPlace, placeNamed } from '../../src/places/place-names.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { shortName } from '../../src/places/short-name.ts';
import { longestBeginning } from '../../src/text/longest-beginning.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';

t.test('a province is known by every name it goes by', (t) => {
  const cases: readonly (readonly [string, string])[] = [
    ['上海', '上海市'],
    ['Shanghai Municipality', '上海市'],
    ['内蒙古', '内蒙古自治区'],
    ['Inner Mongolia Autonomous Region', '内蒙古自治区'],
    ['Shaanxi', '陕西省'],
    ['Shanxi Province', '山西省'],
    ['Tibet', '西藏自治区'],
    ['Xizang', '西藏自治区'],
    ['中国香港', '香港特别行政区'],
    ['Hong Kong SAR, China', '香港特别行政区'],
    ['Macao', '澳门特别行政区'],
    ['臺灣', '台湾省'],
    ['新疆生产建设兵团', '新疆维吾尔自治区'],
  ];
  for (const [text, name] of cases) t.equal(normaliseProvince(text), name, text);
  for (const text of ['', 'Atlantis', '江苏南京', '京', '0'.repeat(10_000)])
    t.equal(normaliseProvince(text), null);
  t.end();
});

t.test('all provinces and cities of the code list are read back from their own names', (t) => {
  t.same(provinces().map(normaliseProvince), provinces());
  t.same(
    provinces().map((name) => normaliseProvince(shortName(name))),
    provinces(),
  );
  t.same(
    cities().filter((city) => normaliseCity(city.name, city.province) !== city.name),
    [],
  );
  t.end();
});

t.test('the short name of a place leaves out its level and its peoples, and nothing else', (t) => {
  const cases: readonly (readonly [string, string])[] = [
    ['上海市', '上海'],
    ['广西壮族自治区', '广西'],
    ['恩施土家族苗族自治州', '恩施'],
    ['三都水族自治县', '三都'],
    ['神农架林区', '神农架'],
    ['陈巴尔虎旗', '陈巴尔虎'],
    ['内蒙古自治区', '内蒙古'],
    ['万柏林区', '万柏林'],
    ['碑林区', '碑林'],
    ['清新区', '清新'],
    ['浦东新区', '浦东'],
    ['城区', '城区'],
    ['瑞金', '瑞金'],
  ];
  for (const [name, short] of cases) t.equal(shortName(name), short, name);
  t.end();
});

t.test('a name and an address read the same city off one list of places', (t) => {
  const both = (name: string) => [placeNamed(name)?.city ?? null, placeOf({ address: name }).city ?? null];
  for (const name of ['城口县', '琼海市', '昆山市', '三都水族自治县', '神农架林区', '浦东新区']) {
    const [named, read] = both(name);
    t.ok(named !== null && named === read, `${name} is in ${named}`);
  }
  t.same(both('城口县'), ['重庆市', '重庆市'], 'a county of Chongqing is in Chongqing');
  t.same(both('三都'), ['黔南布依族苗族自治州', '黔南布依族苗族自治州'], 'a county by its short name');
  t.equal(normaliseCity('Shennongjia'), '神农架林区');
  const apart = divisions().filter(
    (one) =>
      one.city !== null && !cities().some((city) => city.name === one.city && city.province === one.province),
  );
  t.same(apart, [], 'every division is in a city that an address can stand in');
  t.end();
});

t.test('a district whose name ends like a park of industry is read as the district it is', (t) => {
  for (const [name, city] of [
    ['下花园区', '张家口市'],
    ['绿园区', '长春市'],
    ['梁园区', '商丘市'],
  ] as const) {
    t.match(leadingPlace(`${name}医院`)?.place, { city, level: 3 }, name);
    t.match(placeOf({ address: `${name}编造路1号` }), { city, district: name }, `${name} in an address`);
  }
  t.equal(leadingPlace('苏州工业园区编造医院')?.place.level, 2, 'a zone is no division');
  t.end();
});

t.test('a city that two provinces have gives nothing until the province is told', (t) => {
  t.equal(normaliseCity('Suzhou'), null);
  t.equal(normaliseCity('Suzhou', 'Jiangsu'), '苏州市');
  t.equal(normaliseCity('Suzhou', '安徽'), '宿州市');
  t.equal(normaliseCity('Canton'), '广州市');
  t.equal(normaliseCity("Xi'an"), '西安市');
  t.equal(normaliseCity('恩施州'), '恩施土家族苗族自治州');
  t.equal(normaliseCity('昆山'), '苏州市');
  t.equal(normaliseCity('鼓楼区'), null);
  t.end();
});

t.test('a place is filled from what is printed and from nothing else', (t) => {
  const at = (words: Parameters<typeof placeOf>[0]) => {
    const { region, province, city, district } = placeOf(words);
    return [region, province, city, district].filter((part) => part !== undefined).join(' ');
  };
  t.equal(at({ address: '凯里市韶山南路31号' }), 'mainland 贵州省 黔东南苗族侗族自治州 凯里市');
  t.equal(at({ address: '吉林长春市朝阳区' }), 'mainland 吉林省 长春市 朝阳区');
  t.equal(at({ address: '南京西路100号' }), 'mainland', 'a street named after a city is no place');
  t.equal(at({ address: '湖南省长沙洪山桥1号' }), 'mainland 湖南省 长沙市', 'a city behind its province');
  t.equal(at({ address: '广西南宁新民路32号' }), 'mainland 广西壮族自治区 南宁市');
  t.equal(
    at({ address: '江苏省南京东路5号' }),
    'mainland 江苏省',
    'and no street there that is called after it',
  );
  t.equal(at({ address: '广东省中山大学北校区' }), 'mainland 广东省');
  t.equal(at({ name: '吉林省吉林中西医结合医院' }), 'mainland 吉林省', 'a name is no address');
  t.equal(at({ name: '南丰镇编造医院' }), 'mainland', 'towns come back all over the country');
  t.equal(at({ city: '儋州市', address: '南丰镇' }), 'mainland 海南省 儋州市 南丰镇');
  t.equal(at({ province: '江苏省', address: '鼓楼区中山路' }), 'mainland 江苏省', 'two cities have it');
  t.equal(
    at({ province: '广东省', address: '上海市浦东新区' }),
    'mainland 广东省',
    'a contradiction adds nothing',
  );
  t.equal(
    at({ address: '北京市东城区甲街1号；北京市西城区乙街2号' }),
    'mainland 北京市 北京市',
    'two campuses',
  );
  t.equal(at({ city: '琼海市' }), 'mainland 海南省 琼海市', 'a city directly below its province');
  t.equal(at({ province: '北京', district: '西城' }), 'mainland 北京市 北京市 西城区');
  t.equal(at({ province: '中国香港', address: '香港薄扶林道102号' }), 'hong-kong 香港特别行政区');
  t.equal(at({ city: 'Taipei' }), 'taiwan 台湾省 台北市');
  t.equal(at({ city: 'Macau' }), 'macau 澳门特别行政区');
  t.equal(at({ name: '深圳市人民医院' }), 'mainland 广东省 深圳市');
  t.equal(at({ name: '北京大学深圳医院' }), 'mainland', 'a name that speaks of two places says nothing');
  t.equal(at({ name: '广东省中医院珠海医院' }), 'mainland 广东省');
  t.equal(at({}), 'mainland');
  t.end();
});

t.test('whatever is asked, a place read is one of the code list, and the same each time', (t) => {
  const word = fc.oneof(
    anyText(),
    fc.constantFrom(...cities().map((city) => city.name), '区', '路', '中国', '市'),
  );
  const text = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.record({ province: text, city: text, district: text, address: text, name: text }),
      (words) => {
        const place = placeOf(words);
        const known = cities().find((city) => city.name === place.city && city.province === place.province);
        if (place.city !== undefined && known === undefined) return false;
        if (place.district !== undefined && known?.districts.has(place.district) !== true) return false;
        return JSON.stringify(placeOf(words)) === JSON.stringify(place);
      },
    ),
  );
  t.end();
});

t.test('of all words that a text begins with, the longest is found', (t) => {
  const letters = fc.constantFrom('a', '上', '海', '市', '𠀀', '');
  const word = fc.array(letters, { maxLength: 4 }).map((some) => some.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, (words, text) => {
      const begun = words.filter((one) => text.startsWith(one)).map(({ length }) => length);
      return longestBeginning(words)(text) === Math.max(0, ...begun);
    }),
  );
  t.equal(longestBeginning(['上海', '上海市'])('上海市静安区'), 3);
  t.end();
});
