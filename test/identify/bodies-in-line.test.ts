import t from 'tap';
import { identify } from '../../src/identify/identify.ts';
import { askedOfBundled } from '../support/who-is-meant.ts';

const { settledOn, whose, reader, close } = await askedOfBundled();
t.teardown(close);

t.test('a line with several bodies of one hospital is that hospital’s', async (t) => {
  for (const [name, meant] of [
    [
      'Fuwai Hospital, Chinese Academy of Medical Sciences and Peking Union Medical College, Beijing',
      '中国医学科学院阜外医院',
    ],
    [
      'Cancer Hospital, Chinese Academy of Medical Sciences & Peking Union Medical College',
      '中国医学科学院肿瘤医院',
    ],
    [
      'Plastic Surgery Hospital, Chinese Academy of Medical Sciences & Peking Union Medical College, Beijing',
      '中国医学科学院整形外科医院',
    ],
    [
      'Department of Cardiology, Fuwai Hospital, National Center for Cardiovascular Diseases, Chinese Academy of Medical Sciences and Peking Union Medical College',
      '中国医学科学院阜外医院',
    ],
    ['Qilu Hospital, Cheeloo College of Medicine, Shandong University', '山东大学齐鲁医院'],
    ['Qilu Hospital of Shandong University, Cheeloo College of Medicine', '山东大学齐鲁医院'],
    ['Shandong Provincial Hospital, Cheeloo College of Medicine, Shandong University', '山东省立医院'],
    ['Huashan Hospital, Shanghai Medical College and Fudan University', '复旦大学附属华山医院'],
    [
      'First Affiliated Hospital, Sun Yat-sen University, Zhongshan School of Medicine',
      '中山大学附属第一医院',
    ],
    ['West China Hospital, West China School of Medicine, Sichuan University', '四川大学华西医院'],
  ] as const)
    t.equal(await whose(name), meant, name);
});

t.test('a second name of the hospital in the line names it once more', async (t) => {
  for (const [name, meant] of [
    [
      'Nanjing Drum Tower Hospital, The Affiliated Hospital of Nanjing University Medical School',
      '南京大学医学院附属鼓楼医院',
    ],
    [
      'Nanjing Drum Tower Hospital, Affiliated Hospital of Medical School, Nanjing University',
      '南京大学医学院附属鼓楼医院',
    ],
    ['Renmin Hospital of Wuhan University, Hubei General Hospital', '武汉大学人民医院'],
  ] as const)
    t.equal(await whose(name), meant, name);
});

t.test('where one of the bodies or houses is not its own, nobody is settled on', async (t) => {
  for (const name of [
    'Fuwai Hospital, Chinese Academy of Medical Sciences and Harvard Medical School',
    'Fuwai Hospital, Peking Union Medical College, Fudan University',
    'Fuwai Hospital, Peking Union Medical College and Chinese Academy of Medical Sciences, Sydney',
    'Qilu Hospital, Harvard Medical School, Shandong University',
    'Qilu Hospital, Harvard Medical School and Shandong University',
    'Huashan Hospital, Fudan University, Peking University',
    'Tongji Hospital, Tongji Medical College, Huazhong University of Science and Technology and Wuhan University',
    'Tongji Hospital, Tongji University and Huazhong University of Science and Technology',
    'Tongji Hospital, School of Medicine, Tongji University, Huazhong University of Science and Technology',
    'Tongji Hospital, Tongji University, Huazhong University',
    'Wuhan Union Hospital, Tongji Medical College, Tongji University',
    'Nanfang Hospital, Southern Medical University and Sun Yat-sen University',
    'Ruijin Hospital, Shanghai Jiao Tong University School of Medicine and Fudan University',
    'Nanjing Drum Tower Hospital, The Affiliated Hospital of Fudan University',
    'Ruijin Hospital and Renji Hospital, Shanghai Jiao Tong University School of Medicine',
    'Beijing Tongren Hospital, Beijing Friendship Hospital, Capital Medical University',
  ])
    t.equal(await settledOn(name), null, name);
});

t.test('a university in brackets is its own or somebody else’s', async (t) => {
  for (const [name, meant] of [
    ['华西医院（四川大学）', '四川大学华西医院'],
    ['瑞金医院（上海交通大学医学院）', '上海交通大学医学院附属瑞金医院'],
    ['湘雅医院(中南大学)', '中南大学湘雅医院'],
    ['中山医院（复旦大学）', '复旦大学附属中山医院'],
    ['第一医院（北京大学）', '北京大学第一医院'],
  ] as const)
    t.equal(await whose(name), meant, name);
  for (const name of ['瑞金医院（复旦大学）', '天坛医院（北京大学）', '华山医院（交通大学）'])
    t.equal(await whose(name), 'lookalike', name);
  t.equal(await settledOn('中山医院（北京大学）'), null);
});

t.test(
  'a hospital that no list puts under a university is meant by its own words beside one of its province, and that is said',
  async (t) => {
    for (const [name, meant] of [
      ["Xingtai People's Hospital of Hebei Medical University", '邢台市人民医院'],
      ["The Affiliated Wuxi People's Hospital of Nanjing Medical University", '无锡市人民医院'],
      [
        "The Tenth Affiliated Hospital of Southern Medical University (Dongguan People's Hospital)",
        '东莞市人民医院',
      ],
      [
        "The First People's Hospital of Foshan (The Affiliated Foshan Hospital of Sun Yat-sen University)",
        '佛山市第一人民医院',
      ],
      ["Yuebei People's Hospital Affiliated to Shantou University Medical College", '粤北人民医院'],
      ['Xuzhou Central Hospital (The Xuzhou Clinical School of Xuzhou Medical University)', '徐州市中心医院'],
      [
        "Yichang Central People's Hospital, The First College of Clinical Medical Science, China Three Gorges University",
        '宜昌市中心人民医院',
      ],
      ['Quanzhou First Hospital Affiliated to Fujian Medical University', '泉州市第一医院'],
      ['Puren Hospital, Wuhan University of Science and Technology', '武汉市普仁医院'],
      ['Puren Hospital of Wuhan University of Science and Technology', '武汉市普仁医院'],
      ['Fuqing Hospital Affiliated to Fujian Medical University', '福清市医院'],
      ['Nanjing First Hospital, Nanjing Medical University', '南京市第一医院'],
      ['Zhoushan Hospital of Wenzhou Medical University', '舟山医院'],
    ] as const) {
      const { id, why } = await identify({ name }, reader);
      t.equal((await reader.dossier(id ?? ''))?.title.zh, meant, name);
      t.ok(
        why.some(({ code }) => code === 'name.body-aside'),
        `${name}: the university is said not to be on record`,
      );
    }
    for (const name of [
      "Shanghai First People's Hospital, Fudan University",
      'Tongji Hospital, Wuhan University',
      "Xingtai People's Hospital of Fudan University",
      'The Affiliated Suzhou Hospital of Nanjing Medical University',
      "Xingtai People's Hospital, Fudan University",
      "Zhuhai People's Hospital (The Fifth Affiliated Hospital of Sun Yat-sen University)",
      "Linyi People's Hospital (Linyi Cancer Hospital of Shandong University)",
      "Wuxi People's Hospital (Wuxi Second Hospital of Soochow University)",
      'Taihe Hospital of Wuhan University',
      'Kanghua Hospital of Sun Yat-sen University',
      'Asia Heart Hospital of China Three Gorges University',
      "Xingtai People's Hospital, Madeup University",
      'Made-up Hospital, Southeast University',
      'Fuding Hospital of Cardiology Affiliated to Fujian Medical University',
      // 如皋市人民医院, 萧山区第一人民医院 and 淮安市第二人民医院 are called so by their universities.
      'Rugao Hospital of Nantong University',
      'Affiliated Xiaoshan Hospital, Hangzhou Normal University',
      "Huai'an Hospital of Xuzhou Medical University",
    ])
      t.equal(await settledOn(name), null, name);
  },
);
