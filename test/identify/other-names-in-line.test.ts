import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null): Promise<string> =>
  id === null ? '' : ((await reader.dossier(id))?.title.zh ?? id);

t.test('a line with several names of one hospital is settled on it', async (t) => {
  for (const [name, title] of [
    [
      'Hunan Cancer Hospital & The Affiliated Cancer Hospital of Xiangya School of Medicine, Central South University',
      '湖南省肿瘤医院',
    ],
    ['Jiangsu Cancer Hospital & Jiangsu Institute of Cancer Research', '江苏省肿瘤医院'],
    ["Guangdong Provincial People's Hospital & Guangdong Academy of Medical Sciences", '广东省人民医院'],
    ["Guangdong Academy of Medical Sciences, Guangdong Provincial People's Hospital", '广东省人民医院'],
    [
      'Shandong Cancer Hospital and Institute, Shandong First Medical University',
      '山东第一医科大学附属肿瘤医院',
    ],
    [
      'Sichuan Cancer Hospital & Institute, Affiliated Cancer Hospital of University of Electronic Science and Technology of China',
      '四川省肿瘤医院',
    ],
    ['Wuhan Fourth Hospital, Puai Hospital', '武汉市第四医院'],
  ] as const)
    t.equal(await titleOf((await identify({ name }, reader)).id), title, name);
});

t.test('a university that no list puts the hospital under is set aside, and said', async (t) => {
  for (const [name, title, body] of [
    [
      'Fujian Cancer Hospital & Fujian Medical University Cancer Hospital',
      '福建省肿瘤医院',
      'Fujian Medical University',
    ],
    [
      "Wuxi No. 2 People's Hospital (Jiangnan University Medical Center)",
      '无锡市第二人民医院',
      'Jiangnan University',
    ],
    [
      "The Third People's Hospital of Chengdu, The Affiliated Hospital of Southwest Jiaotong University",
      '成都市第三人民医院',
      'Southwest Jiaotong University',
    ],
    [
      'Wuhan Central Hospital, Tongji Medical College, Huazhong University of Science and Technology',
      '武汉市中心医院',
      'Tongji Medical College, Huazhong University of Science and Technology',
    ],
  ] as const) {
    const { id, why } = await identify({ name }, reader);
    const title_ = await titleOf(id);
    const aside = why.find(({ code }) => code === 'name.body-aside')?.params.body ?? '';
    t.ok(title_ === title && (aside === '' || aside === body), `${name}: ${title_}, ${aside}`);
  }
});

t.test('another hospital, clinic or institute beside a name settles on nobody', async (t) => {
  for (const name of [
    'Huashan Hospital & Ruijin Hospital',
    'Huashan Hospital and Affiliated Hospital of Nantong University',
    "Wuxi People's Hospital & Second Affiliated Hospital of Nanjing Medical University",
    "Shanghai Children's Hospital & Affiliated Hospital of Fudan University",
    'Ruijin Hospital & Shanghai Institute of Stem Cells',
    'Ruijin Hospital & Institute of Hematology',
    'Jiangsu Cancer Hospital & Nanjing Stem Cell Institute',
    'Jiangsu Cancer Hospital & Wuxi Institute of Cancer Research',
    'Fuwai Hospital & Shenzhen Institute of Cardiovascular Disease',
    'Zhejiang Cancer Hospital & Suzhou Institute of Cancer',
    'Jiangsu Cancer Hospital & Jiangsu International Institute of Cancer Research',
    'Fuwai Hospital and Beijing Fuwai Clinic',
    'Xiangya Hospital & Third Hospital of Central South University',
    'Fujian Cancer Hospital & Zhejiang University Cancer Hospital',
    // The chain's group bears the first name, and no list holds a house of it there.
    'Aier Eye Hospital, Group Co., Ltd., Qamdo Aier Eye Hospital',
  ])
    t.equal((await identify({ name }, reader)).id, null, name);
});

t.test(
  'hospitals of the army’s bygone regions, of the police and of a province are called as people call them',
  async (t) => {
    for (const [name, title] of [
      ['Jinan Military General Hospital', '中国人民解放军联勤保障部队第九六〇医院'],
      ['Beijing Army General Hospital', '中国人民解放军总医院第七医学中心'],
      ['Chengdu Military General Hospital', '中国人民解放军西部战区总医院'],
      ["General Hospital of Chinese People's Armed Police Forces", '中国人民解放军总医院第三医学中心'],
      ['Gansu Provincial Cancer Hospital', '甘肃省肿瘤医院'],
      ["Hebei Children's Hospital", '河北省儿童医院'],
      ['Sir Run Run Hospital, Nanjing Medical University', '南京医科大学附属逸夫医院'],
      ['Beijing Hepingli Hospital', '北京市和平里医院'],
      ['Shandong First Medical University Affiliated Cancer Hospital', '山东第一医科大学附属肿瘤医院'],
    ] as const)
      t.equal(await titleOf((await identify({ name }, reader)).id), title, name);
    for (const name of [
      'Hangzhou Military General Hospital',
      "Chinese People's Armed Police Forces",
      'Sir Run Run Hospital',
      'Fujian Hospital',
    ])
      t.equal((await identify({ name }, reader)).id, null, name);
  },
);
