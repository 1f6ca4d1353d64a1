import t from 'tap';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, close } = await askedOfBundled();
t.teardown(close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const WEST_CHINA = '四川大学华西医院';

t.test('a Chinese name with its city in Latin letters, or its country, is the hospital there', async (t) => {
  for (const [name, title] of [
    ['瑞金医院 Shanghai', RUIJIN],
    ['瑞金医院, Shanghai, China', RUIJIN],
    ['瑞金医院 China', RUIJIN],
    ['瑞金医院, 中国', RUIJIN],
    ['Shanghai 瑞金医院', RUIJIN],
    ['Shanghai, China: 瑞金医院', RUIJIN],
    ['华西医院 Chengdu', WEST_CHINA],
    ['华西医院（Chengdu, Sichuan）', WEST_CHINA],
    ['北京协和医院 Beijing', '中国医学科学院北京协和医院'],
    ['协和医院 Wuhan', '华中科技大学同济医学院附属协和医院'],
    ['人民医院 Jinan', '济南市人民医院'],
    ['瑞金医院 🇨🇳', RUIJIN],
    ['🇨🇳 Ruijin Hospital', RUIJIN],
  ] as const)
    t.equal(await settledOn(name), title, name);
});

t.test('beside another city, another country or other words nobody is settled on', async (t) => {
  for (const name of [
    '瑞金医院 Chengdu',
    'Beijing 瑞金医院',
    '华西医院 Shanghai',
    '瑞金医院 Hong Kong',
    '瑞金医院 Sydney',
    '瑞金医院, South Korea',
    '瑞金医院 🇰🇷',
    '瑞金医院 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Ruijin Hospital 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    '🇦🇺 Ruijin Hospital',
    'Ruijin Hospital 🇭🇰',
    '瑞金医院 Shanghai Clinic',
    '瑞金医院 Shanghai Pudong Branch',
    '瑞金医院, 泰国',
  ])
    t.equal(await settledOn(name), null, name);
});
