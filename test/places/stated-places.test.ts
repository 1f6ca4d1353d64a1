import t from 'tap';
import { cities } from '../../src/places/divisions.ts';
import { placeTitle } from '../../src/places/english-title.ts';
import { shortName } from '../../src/places/short-name.ts';
import { statedPlaces } from '../../src/places/stated-places.ts';

const citiesOf = (city: string, province?: string) =>
  statedPlaces({ city, ...(province !== undefined && { province }) }).places.map(
    (place) => place.city ?? place.province,
  );

t.test('a city is read as people write it', (t) => {
  for (const [words, city] of [
    ['Haidian', '北京市'],
    ['海淀', '北京市'],
    ['北京海淀', '北京市'],
    ['Pudong New Area', '上海市'],
    ['Sanya City, Hainan', '三亚市'],
    ['Chengdu Sichuan China', '成都市'],
    ['Chaoyang, Beijing', '北京市'],
    ['上海市 / Shanghai', '上海市'],
    ['苏州工业园区', '苏州市'],
    ['Tianin', '天津市'],
  ] as const)
    t.same(citiesOf(words), [city], words);
  t.same(citiesOf('Suzhou'), ['苏州市', '宿州市'], 'of two spelled alike, both');
  t.same(citiesOf('Suzhou', 'Jiangsu'), ['苏州市'], 'and one where the province is said');
  t.same(citiesOf('乌市'), ['乌鲁木齐市'], 'a short form');
  t.same(citiesOf('SH'), ['上海市', '绥化市', '双河市'], 'initials, of each that has them');
  t.same(citiesOf('NJ', 'Jiangsu'), ['南京市']);
  t.same(citiesOf('SZ').includes('深圳市'), true, 'of a large city that is no seat');
  t.same(citiesOf('NY', 'Henan'), ['南阳市'], 'of any city of the province beside them');
  t.same(
    ['sh', 'US', 'NY', 'LA', 'SG'].flatMap((one) => citiesOf(one)),
    [],
    'no other letters, and no town that nobody writes so',
  );
  t.same(citiesOf('Hainan'), ['海南藏族自治州', '海南省']);
  t.end();
});

t.test('the country, a dash and “unknown” state no place; a city abroad is one that cannot be read', (t) => {
  for (const words of [
    'China',
    '中国',
    'n/a',
    '-',
    '不详',
    'CN',
    'People’s Republic of China',
    'China (Mainland)',
  ])
    t.match(statedPlaces({ city: words }), { places: [], unread: null }, words);
  for (const words of ['Paris', 'Milan', 'Seoul', 'New York', '东京'])
    t.match(statedPlaces({ city: words }), { places: [], unread: words }, words);
  t.end();
});

t.test('every city is read beside its own province, in Chinese and in English', (t) => {
  const missed = cities().flatMap(({ name, province }) =>
    [
      [name, province],
      [shortName(name), shortName(province)],
      [placeTitle(name), placeTitle(province)],
    ].flatMap(([city = '', around = '']) => {
      const { places, unread, apart } = statedPlaces({ city, province: around });
      const found = places.some((place) => place.province === province);
      return found && unread === null && apart === null ? [] : [`${city}, ${around}`];
    }),
  );
  t.strictSame(missed, []);
  t.match(statedPlaces({ city: 'Kowloon', province: 'Hong Kong' }), {
    places: [{ province: '香港特别行政区' }],
    unread: null,
    apart: null,
  });
  t.end();
});

t.test('a city outside the province beside it is neither', (t) => {
  t.match(statedPlaces({ city: 'Guangzhou', province: '四川' }), {
    places: [],
    apart: { city: 'Guangzhou', province: '四川' },
  });
  t.end();
});

t.test('a slip of the keyboard is read as the one place that is a letter away, and said', (t) => {
  t.match(statedPlaces({ city: 'Shangahi' }), {
    places: [{ city: '上海市' }],
    mistyped: { asked: 'Shangahi', read: '上海市' },
  });
  t.match(statedPlaces({ city: 'Yang' }), { unread: 'Yang', mistyped: null }, 'no short word is');
  t.end();
});

t.test('letters of any script are words: a town abroad is none of China’s, however it is written', (t) => {
  for (const words of [
    'Сидней',
    'シドニー',
    '서울',
    'กรุงเทพ',
    'Αθήνα',
    'دبي',
    'תל אביב',
    'दिल्ली',
    'ソウル',
    'Москва, China',
  ])
    t.not(statedPlaces({ city: words }).unread, null, words);
  t.end();
});

t.test('what lost its name is read as the city around it, unless somebody bears it today', (t) => {
  for (const [words, city] of [
    ['Luwan', '上海市'],
    ['卢湾', '上海市'],
    ['卢湾区', '上海市'],
    ['Zhabei', '上海市'],
    ['Zhabei District, Shanghai', '上海市'],
    ['Nanhui', '上海市'],
    ['Xuanwu, Beijing', '北京市'],
    ['宣武', '北京市'],
    ['Chongwen', '北京市'],
    ['崇文区', '北京市'],
    ['Xiangfan', '襄阳市'],
  ] as const)
    t.same(citiesOf(words), [city], words);
  t.end();
});

t.test(
  'districts of Hong Kong, Macau and Taiwan are read, and other words beside them are not forgotten',
  (t) => {
    for (const [city, province, around] of [
      ['Kowloon', undefined, '香港特别行政区'],
      ['九龍', '香港', '香港特别行政区'],
      ['Tsim Sha Tsui, Kowloon', 'Hong Kong', '香港特别行政区'],
      ['Yau Tsim Mong District', 'Hong Kong', '香港特别行政区'],
      ['Jordan', 'Hong Kong', '香港特别行政区'],
      ['Pokfulam', 'Hong Kong', '香港特别行政区'],
      ['西贡', '香港', '香港特别行政区'],
      ['Taipa', 'Macau', '澳门特别行政区'],
      ['氹仔', '澳门', '澳门特别行政区'],
      ['Hualien', 'Taiwan', '台湾省'],
      ['屏東縣', undefined, '台湾省'],
    ] as const)
      t.match(statedPlaces({ city, province }), { places: [{ province: around }], unread: null }, city);
    for (const [city, province] of [
      ['Paris, France', 'Hong Kong'],
      ['Amman', 'Hong Kong'],
      ['Lisbon', 'Macau'],
      ['Tokyo', 'Taiwan'],
      ['巴黎', '香港'],
    ] as const)
      t.match(statedPlaces({ city, province }), { unread: city }, `${city}, ${province}`);
    t.same(citiesOf('Jordan'), [], 'and Jordan alone is a country');
    t.same(citiesOf('西贡'), []);
    t.end();
  },
);

t.test('places told in traditional characters are read', (t) => {
  for (const [city, found] of [
    ['無錫', '无锡市'],
    ['瀋陽', '沈阳市'],
    ['石家莊', '石家庄市'],
    ['烏魯木齊', '乌鲁木齐市'],
    ['濟南', '济南市'],
    ['江蘇無錫', '无锡市'],
    ['瀋陽市和平區', '沈阳市'],
    ['廈門', '厦门市'],
    ['鄂爾多斯', '鄂尔多斯市'],
    ['貴陽市', '贵阳市'],
  ] as const)
    t.same(citiesOf(city), [found], city);
  t.end();
});
