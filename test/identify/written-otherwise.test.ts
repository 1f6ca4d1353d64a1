import t from 'tap';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test('characters are not read through a name in Latin letters that only sounds so', async (t) => {
  // Xibei, Jinling, Sanyuan, Tangdu, Heyou, Kunhua, Shuguang and Huashan are on record, written otherwise.
  for (const name of [
    '锡北医院',
    '溪北医院',
    '晋陵医院',
    '金岭医院',
    '三元医院',
    '唐杜医院',
    '河佑医院',
    '坤华医院',
    '书广医院',
    '花善医院',
    '舒兰医院',
  ])
    t.equal(await settledOn(name), null, name);
  for (const [name, whose] of [
    ['唐都医院', '中国人民解放军空军军医大学第二附属医院'],
    ['曙光医院', '上海中医药大学附属曙光医院'],
    ['金陵医院', '中国人民解放军东部战区总医院'],
    ['金陵醫院', '中国人民解放军东部战区总医院'],
    ['Jinling Hospital', '中国人民解放军东部战区总医院'],
    ['Tangdu Hospital', '中国人民解放军空军军医大学第二附属医院'],
  ] as const)
    t.equal(await settledOn(name), whose, name);
});

t.test(
  'the word of a county alone settles nobody but a house that is known by it above the county',
  async (t) => {
    for (const name of [
      ...['普陀', '曾都', '武鸣', '崇明', '三台', '禅城', 'Nankai', 'Siming', 'Wuchang'],
      // Well known, and the word is a district's or a county's, of another city or of its own.
      ...['塘沽', '龙华', '太和', '长安', '汾阳', '沭阳', '涪陵', '南开', '金山', '鼓楼'],
      ...['Tanggu', 'Longhua', 'Luhe', 'Taihe', 'Xuanwu', 'Haidian', 'Gulou', 'Jinshan'],
    ])
      t.equal(await settledOn(name), null, name);
    for (const [name, whose] of [
      ['宣武', '首都医科大学宣武医院'],
      ['瑞金', '上海交通大学医学院附属瑞金医院'],
      ['Ruijin', '上海交通大学医学院附属瑞金医院'],
      ['Huashan', '复旦大学附属华山医院'],
      ['Huaxi', '四川大学华西医院'],
      [{ name: '龙华', city: '上海' }, '上海中医药大学附属龙华医院'],
      ['禅城医院', '佛山复星禅诚医院'],
    ] as const)
      t.equal(await settledOn(name), whose, JSON.stringify(name));
  },
);
