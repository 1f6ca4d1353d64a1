import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';
import { saidAbroad } from '../../src/places/abroad.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

t.test(
  'a famous name in a town abroad, told in Chinese, is a lookalike and no part of the hospital',
  async (t) => {
    for (const name of [
      '瑞金医院迪拜分院',
      '迪拜瑞金医院',
      '阜外医院曼谷分院',
      '同仁医院慕尼黑院区',
      '华西医院東京分院',
      '湘雅医院（洛杉矶）',
      '仁济医院伦敦中心',
      '华山医院釜山院区',
      '天坛医院大阪分院',
      '阜外医院清迈院区',
      '瑞金医院巴塞罗那中心',
    ]) {
      const { match, why } = await identify({ name }, reader);
      t.equal(match, 'lookalike', name);
      t.ok(
        why.some(({ code }) => code === 'place.not-understood'),
        name,
      );
    }
  },
);

t.test('the road of the record settles nothing behind words that no place of China explains', async (t) => {
  for (const [name, address] of [
    ['华山医院 首尔江南区乌鲁木齐中路12号'],
    ['瑞金医院', '悉尼瑞金二路197号'],
    ['瑞金医院', '雪兰莪瑞金二路197号'],
    ['瑞金医院', '蒲甘瑞金二路197号'],
    ['华西医院', '温哥华国学巷37号'],
    ['华西医院', '卑尔根国学巷37号'],
  ] as const) {
    const { id, candidates } = await identify({ name, address }, reader);
    t.equal(id, null, `${name} ${address ?? ''}`);
    t.ok(candidates.length > 0, 'whoever bears the name is offered');
  }
  for (const address of [
    '瑞金二路197号',
    '近瑞金二路197号',
    '上海瑞金二路197号',
    '黄浦区瑞金二路197号',
    '卢湾瑞金二路197号',
  ])
    t.equal((await identify({ name: '瑞金医院', address }, reader)).match, 'strong', address);
});

t.test('characters of other words are no town abroad', (t) => {
  for (const name of [
    '太原市万柏林区中心医院',
    '东京城林业局医院',
    '上海牙科医院',
    '雅典娜医疗美容',
    '北京都市医院',
  ])
    t.equal(saidAbroad(name), null, name);
  t.end();
});

t.test(
  'towns abroad are known in English too, whether or not a time zone is called after them',
  async (t) => {
    for (const name of ['Apollo Hospital Delhi', 'Madeup Hospital Chiang Mai', 'Dubai Madeup Hospital'])
      t.not(saidAbroad(name), null, name);
    const { why } = await identify({ name: 'Madeup Hospital Heidelberg' }, reader);
    t.match(why.at(-1), { code: 'name.place-abroad', params: { asked: 'Heidelberg' } });
  },
);

t.test('hospitals here whose own name is that of a town abroad stay themselves', async (t) => {
  for (const name of ['北京京都儿童医院', '首尔丽格医疗美容医院', '万柏林区中心医院', '东京城林业局医院'])
    t.equal((await identify({ name }, reader)).match, 'strong', name);
});

t.test('a title before a town and its country makes no person of them', async (t) => {
  for (const name of ['Ruijin Hospital, Prof. Bangkok Thailand', 'Fuwai Hospital, Dr. Phuket Thailand'])
    t.equal((await identify({ name }, reader)).match, 'lookalike', name);
  for (const name of ['Ruijin Hospital, Prof. Jordan', 'Ruijin Hospital, Dr. Sydney Wong'])
    t.equal((await identify({ name }, reader)).match, 'strong', name);
});

t.test('short words that run together spell no country', (t) => {
  for (const line of [
    'I want to go to Huashan Hospital',
    'where to go, Ruijin Hospital',
    'I ran to Huashan Hospital',
  ])
    t.equal(saidAbroad(line), null, line);
  for (const [line, said] of [
    ['Huashan Hospital Viet Nam', 'Viet Nam'],
    ['Huashan Hospital togo', 'togo'],
    ['Huashan Hospital u s a', 'u s a'],
    ['Huashan Hospital sri lanka', 'sri lanka'],
  ] as const)
    t.equal(saidAbroad(line), said, line);
  t.end();
});
