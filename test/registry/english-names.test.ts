import t from 'tap';
import { memoryReader } from '../../bench/names/memory-reader.ts';
import { baseRows, ownerOf } from '../../bench/names/rows.ts';
import { identify } from '../../src/registry/identify.ts';
import { attachNames } from '../../src/registry/names/attach.ts';
import { understand } from '../../src/registry/names/understand.ts';

/** Chinese names of the lists that ship; what is asked below is on none of them. */
const reader = memoryReader(baseRows());
await attachNames(reader);

const first = async (name: string): Promise<string> => {
  const found = await identify({ name }, reader);
  return found.id ?? found.candidates[0]?.id ?? '';
};

const finds = async (
  test: Readonly<{ equal: typeof t.equal }>,
  asked: readonly (readonly [string, string, string])[],
): Promise<void> => {
  for (const [name, chinese, province] of asked)
    test.equal(await first(name), ownerOf(chinese, province), name);
};

t.test(
  'the chief hospital of a province or city is found by whatever English calls it, never for sure',
  async (t) => {
    await finds(t, [
      ['Gansu Provincial Hospital', '甘肃省人民医院', '甘肃省'],
      ['Jiangsu Province Hospital', '南京医科大学第一附属医院', '江苏省'],
      ['Hebei General Hospital', '河北省人民医院', '河北省'],
      ["Henan Provincial People's Hospital", '河南省人民医院', '河南省'],
    ]);
    const chief = await identify({ name: 'Gansu Provincial Hospital' }, reader);
    t.equal(chief.match, 'ambiguous');
  },
);

t.test('of two towns spelled alike the better known goes first, and neither is sure', async (t) => {
  const found = await identify({ name: 'Suzhou Municipal Hospital' }, reader);
  t.equal(found.match, 'ambiguous');
  t.equal(found.candidates[0]?.id, ownerOf('苏州市立医院', '江苏省'));
  await finds(t, [
    ["Department of MRI, Shaanxi Provincial People's Hospital, Xi'an, China", '陕西省人民医院', '陕西省'],
  ]);
});

t.test('a line of a paper is read clause by clause, and departments are set aside', async (t) => {
  await finds(t, [
    [
      "Department of Laboratory Medicine, The Second Affiliated Hospital and Yuying Children's Hospital of Wenzhou Medical University, Wenzhou, China",
      '温州医科大学附属第二医院',
      '浙江省',
    ],
    [
      'National Clinical Research Center for Obstetrics and Gynecology, Peking University Third Hospital, Beijing, China',
      '北京大学第三医院',
      '北京市',
    ],
    [
      'Department of Urology, Xiangya Hospital, Central South University, Changsha, Hunan, 410008, P.R. China',
      '中南大学湘雅医院',
      '湖南省',
    ],
  ]);
});

t.test('a line that names two hospitals settles on none of them', async (t) => {
  const name =
    'Beijing Anzhen Hospital, Capital Medical University, and Peking University Third Hospital, China';
  const found = await identify({ name }, reader);
  t.equal(found.match, 'ambiguous');
  t.ok(found.candidates.length >= 2);
});

t.test('a slip of the pen, pinyin in pieces and translated words are understood', async (t) => {
  await finds(t, [
    ['The Second Affilated Hosptial of Chongqing Medical Univeristy', '重庆医科大学附属第二医院', '重庆市'],
    ['Běijīng Cháoyáng Yīyuàn', '首都医科大学附属北京朝阳医院', '北京市'],
    ['Peking University Cancer Hospital & Institute', '北京肿瘤医院', '北京市'],
    ['Hunan Provincial Maternal and Child Health Hospital', '湖南省妇幼保健院', '湖南省'],
    ['The University of Hong Kong-Shenzhen Hospital', '香港大学深圳医院', '广东省'],
    ['Suzhou Science and Technology Town Hospital', '苏州科技城医院', '江苏省'],
    ['Beijing Tsinghua Changgung Hospital', '北京清华长庚医院', '北京市'],
  ]);
});

t.test('第十 is ten and 第十一 eleven, 和 begins a name, and 千佛山 holds no 佛山', async (t) => {
  t.equal(understand('上海市第十人民医院').ordinal, 10);
  t.equal(understand('上海市第十一人民医院').ordinal, 11);
  t.same(understand('和祐医院').core, ['heyou']);
  t.same(understand('山东省千佛山医院').places, ['山东省']);
});

t.test('Fengxian District is no county, and a town after the name counts as its place', async (t) => {
  t.same(understand("Fengxian District People's Hospital").districts, ['fengxian:q']);
  t.same(understand("People's Hospital, Jinjiang").core, ['jinjiang']);
  t.same(understand("The People's Hospital of Pixian County").districts, ['pidu:o']);
});
