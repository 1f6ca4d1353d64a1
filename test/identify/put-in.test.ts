import t from 'tap';
import { random } from '../../bench/names/seeded.ts';
import { nameKeys } from '../../src/name-keys/keys.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { rows, settledOn, close } = await askedOfBundled();
t.teardown(close);

t.test('a character before, in or behind a university’s name makes it nobody’s hospital', async (t) => {
  const names = [
    ...[...'假非伪仿新东大'].map((one) => `${one}复旦大学附属华山医院`),
    ...['复旦大学假附属华山医院', '复旦新大学附属华山医院', '中南新大学湘雅医院', '首都新医科大学宣武医院'],
    ...['广州中医药新大学顺德医院', '首都新的医科大学宣武医院', '首都医科大学四附属北京积水潭医院'],
  ];
  for (const name of names) t.equal(await settledOn(name), null, name);
});

t.test('so does one in the name of an army’s or a company’s body', async (t) => {
  for (const name of [
    '中国人民解放军济联勤保障部队第九四〇医院',
    '联勤保障王部队第九〇〇医院',
    '中国人民解放军天南京军区南京总医院',
    '中夏国石化集团江汉石油管理局中心医院',
  ])
    t.equal(await settledOn(name), null, name);
});

t.test('a joining word that joins nothing is a part of the name', async (t) => {
  for (const name of [
    ...['醴陵市和中医院', '浏阳市和中医院', '江阴市和中医院', '醴陵市及中医院', '江阴市与中医院'],
    ...['武汉及协和医院', '武汉与协和医院', '山东省与胸科医院', '宜兴市和人民医院', '南京及鼓楼医院'],
  ])
    t.equal(await settledOn(name), null, name);
});

t.test('a body’s place, its school and its other name still mean the same hospital', async (t) => {
  const names = {
    上海市复旦大学附属华山医院: '复旦大学附属华山医院',
    复旦大学上海医学院附属华山医院: '复旦大学附属华山医院',
    四川省四川大学华西医院: '四川大学华西医院',
    白求恩医科大学第一医院: '吉林大学第一医院',
    青岛大学医学院附属医院: '青岛大学附属医院',
    中国人民解放军海军军医大学第一附属医院: '海军军医大学第一附属医院',
    上海市瑞金医院: '上海交通大学医学院附属瑞金医院',
    浏阳市中医院: '浏阳市中医医院',
    浙大一院: '浙江大学医学院附属第一医院',
  };
  for (const [name, title] of Object.entries(names)) t.equal(await settledOn(name), title, name);
});

const CHARACTERS =
  '假非伪仿新东大金华康仁爱和与及济民天地光明德福海山水木火土红白黑高长安平正真好美佳国际源泉龙凤鹤松';

t.test('any one character put anywhere into a hospital’s name leaves it nobody’s', async (t) => {
  const known = new Set(rows.map(({ value }) => nameKeys(value).full));
  const legal = rows.filter(({ kind, value }) => kind === 'legal' && /^\p{Script=Han}{4,}医院$/u.test(value));
  const next = random(2_811);
  const of = (count: number): number => Math.floor(next() * count);
  for (let turn = 0; turn < 300; turn += 1) {
    const name = legal[of(legal.length)]?.value ?? '';
    const at = of(name.length);
    const changed = name.slice(0, at) + CHARACTERS.charAt(of(CHARACTERS.length)) + name.slice(at);
    if (known.has(nameKeys(changed).full)) continue;
    t.equal(await settledOn(changed), null, `${name}: ${changed}`);
  }
});

t.test('a name with a character left out of its body holds nothing that was put in', async (t) => {
  for (const [name, title] of [
    ['中国人解放军总医院第一医学中心', '中国人民解放军总医院第一医学中心'],
    ['哈尔滨医科大附属第一医院', '哈尔滨医科大学附属第一医院'],
    ['广州中医大学第一附属医院', '广州中医药大学第一附属医院'],
  ] as const)
    t.equal(await settledOn(name), title, name);
});
