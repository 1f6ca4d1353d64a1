import t from 'tap';
import { normaliseCity, normaliseProvince } from '../../src/places/normalise-place.ts';
import { statedPlaces } from '../../src/places/stated-places.ts';

t.test('a city is read as Russian, French, Italian and Portuguese write it', async (t) => {
  for (const [written, city] of Object.entries({
    Шанхай: '上海市',
    Пекин: '北京市',
    Гуанчжоу: '广州市',
    Шэньчжэнь: '深圳市',
    Чунцин: '重庆市',
    Тяньцзинь: '天津市',
    Чэнду: '成都市',
    Ухань: '武汉市',
    Сиань: '西安市',
    Ханчжоу: '杭州市',
    Харбин: '哈尔滨市',
    Нанкин: '南京市',
    Далянь: '大连市',
    Циндао: '青岛市',
    Хайкоу: '海口市',
    Чанчунь: '长春市',
    Шеньян: null,
    Чжэнчжоу: '郑州市',
    Москва: null,
    Сидней: null,
    Сучжоу: null,
    Shanghaï: '上海市',
    Canton: '广州市',
    Pechino: '北京市',
    Xangai: '上海市',
  }))
    t.equal(normaliseCity(written), city, written);
  t.equal(normaliseProvince('Хэнань'), '河南省');
  t.equal(normaliseProvince('Хунань'), '湖南省');
  t.equal(normaliseProvince('Гонконг'), '香港特别行政区');
  t.equal(normaliseCity('Сучжоу', '江苏'), '苏州市', 'as Suzhou');
});

t.test('a slip in a Russian name is read as one, and a place abroad stays unread', async (t) => {
  t.match(statedPlaces({ city: 'Шанхайй' }), { places: [{ city: '上海市' }] });
  t.match(statedPlaces({ city: 'Москва' }), { places: [], unread: 'Москва' });
});
