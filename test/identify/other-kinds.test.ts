import t from 'tap';
import { measuredRegistry } from '../../bench/names/bundled.ts';
import type { InstitutionQuestion } from '../../schema/question.ts';
import { identify } from '../../src/identify/identify.ts';

const { reader, close } = await measuredRegistry(undefined);
t.teardown(close);

const titleOf = async (id: string | null | undefined): Promise<string> =>
  id == null ? '' : ((await reader.dossier(id))?.title.zh ?? id);

/** Each question with its match, and who is settled on, as one line. */
const answers = async (questions: readonly (string | InstitutionQuestion)[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const one of questions) {
    const question = typeof one === 'string' ? { name: one } : one;
    const { match, id } = await identify(question, reader);
    lines.push([question.name, match, await titleOf(id)].filter((part) => part !== '').join(': '));
  }
  return lines;
};

const matches = async (
  t: { strictSame(found: unknown, wanted: unknown): unknown },
  match: string,
  questions: readonly (string | InstitutionQuestion)[],
): Promise<void> => {
  const wanted = questions.map((one) => `${typeof one === 'string' ? one : one.name}: ${match}`);
  t.strictSame(await answers(questions), wanted);
};

t.test(
  'an affiliated house, a clinic or an institute of a hospital is a house of its own, of which nothing is known',
  (t) =>
    matches(t, 'branch-not-on-record', [
      'Affiliated Hospital of Ruijin',
      'Teaching Hospital of Ruijin',
      'Affiliated Clinic of Huashan Hospital, Fudan University',
      'Xuanwu Hospital teaching clinic',
      'Center of Excellence of Ruijin Hospital',
      'Ruijin Hospital, Shanghai Stem Cell Institute',
      'Longhua Hospital, Shanghai Longevity Research Institute',
      'Renji Hospital, Lujiazui Wellness Program',
      'Clinic of Ruijin Hospital',
      'Shanghai Skin Clinic, Ruijin Hospital',
      'Hair Clinic, Huashan Hospital',
      'Beijing Fertility Clinic, Peking Union Medical College Hospital',
      'Ruijin Hospital Outpatient Clinic',
      'Health Center of Huashan Hospital',
      'Second Ruijin Hospital',
      'Second Peking Union Medical College Hospital',
    ]),
);

t.test(
  'a department is its hospital’s, and no lookalike of it, however it is said to be of it',
  async (t) => {
    for (const [name, whose] of [
      ['Department of Cardiology of Huashan Hospital', '华山'],
      ['Department of Urology of Xiangya Hospital of Central South University', '湘雅'],
      ['Division of Cardiology at Fuwai Hospital', '阜外'],
      ['Department of Dermatology of Wuhan Union Hospital', '协和'],
      ['The Department of Radiology in Renji Hospital, Shanghai', '仁济'],
      ['Department of Obstetrics and Gynecology of Peking Union Medical College Hospital', '协和'],
    ] as const)
      t.match(await titleOf((await identify({ name }, reader)).id), whose, name);
    await matches(t, 'branch-not-on-record', [
      'West China Hospital Cardiology',
      'Huashan Hospital Dermatology',
      'Xiangya Hospital Oncology',
    ]);
    const { candidates } = await identify(
      { name: 'Affiliate of Shengjing Hospital of China Medical University' },
      reader,
    );
    t.match(
      await titleOf(candidates[0]?.id),
      '盛京',
      'its own hospital, and not another of that university’s name',
    );
    for (const name of ['Union Hospital of Andrology', 'Huashan Plastic Surgery Hospital'])
      t.equal((await identify({ name }, reader)).match, 'lookalike', name);
  },
);

t.test('words that are passed over elsewhere make another house of a distinctive word alone', (t) =>
  matches(t, 'none', [
    'Ruijin Specialist Hospital',
    'Former Ruijin Hospital',
    'Former Ruijin Hospital, Shanghai Jiao Tong University School of Medicine',
    'Ruijin City Hospital, Shanghai Jiao Tong University',
    'Ruijin Group Hospital',
    'Beijing United Family Hospital Company',
    "Beijing Children's Hospital Ltd",
    'Tianjin Medical University General Hospital Company',
    'Former Wuhan No.1 Hospital',
    '瑞金海南医疗公司',
    '瑞金海南医疗集团',
    '上海市第一人民医学院',
    '北京协和医学院',
    '上海曙光医疗',
    'Xijing Treatment Hospital',
    'Ruijin City Hospital',
    'Hospital of Ruijin City',
    'Ruijin Hospital, Shanghai International',
    'Ruijin Hospital, China Town',
    'Huashan Hospital, 15 Harley Street',
    'Huashan Hospital, Global',
  ]),
);

t.test('a hospital in a town is any hospital there, whoever else is called like the town', async (t) => {
  for (const name of ['Hospital in Ruijin', 'Hospital in Zhongshan', 'Clinic near Longhua', '瑞金的医院']) {
    const { match, why } = await identify({ name }, reader);
    t.equal(match, 'none', name);
    t.ok(
      why.some(({ code }) => code === 'name.place-only'),
      name,
    );
  }
});

t.test(
  'a paper that writes the university, and an address in its town, are the hospital’s own',
  async (t) => {
    t.strictSame(
      await answers([
        'Ruijin Hospital, Shanghai Institute of Hematology, Shanghai Jiao Tong University School of Medicine',
        'Ruijin Hospital, 197 Ruijin Er Road, Shanghai',
        'Shanghai Chest Hospital, 241 West Huaihai Road',
        'Affiliated Drum Tower Hospital',
      ]),
      [
        'Ruijin Hospital, Shanghai Institute of Hematology, Shanghai Jiao Tong University School of Medicine: strong: 上海交通大学医学院附属瑞金医院',
        'Ruijin Hospital, 197 Ruijin Er Road, Shanghai: strong: 上海交通大学医学院附属瑞金医院',
        'Shanghai Chest Hospital, 241 West Huaihai Road: strong: 上海市胸科医院',
        'Affiliated Drum Tower Hospital: strong: 南京大学医学院附属鼓楼医院',
      ],
    );
  },
);

t.test('of two towns that English spells alike it is asked which one', async (t) => {
  await matches(t, 'ambiguous', [
    "Fuzhou First People's Hospital",
    'Fuzhou First Hospital',
    "Yulin First People's Hospital",
    "Taizhou People's Hospital",
  ]);
  t.strictSame(
    await answers([
      { name: "Fuzhou First People's Hospital", province: 'Jiangxi' },
      { name: "Suzhou Ninth People's Hospital" },
    ]),
    [
      "Fuzhou First People's Hospital: strong: 抚州市第一人民医院",
      "Suzhou Ninth People's Hospital: strong: 苏州市第九人民医院",
    ],
  );
});

t.test('a bare name that others as well known bear with a word more is a choice among them', async (t) => {
  await matches(t, 'ambiguous', ['和平医院', '陆道培医院', 'Tongren Hospital', 'NFH', 'QUAH']);
  t.strictSame(await answers(['北京陆道培医院', '阜外医院', 'PUMCH']), [
    '北京陆道培医院: strong: 北京陆道培医院',
    '阜外医院: strong: 中国医学科学院阜外医院',
    'PUMCH: strong: 中国医学科学院北京协和医院',
  ]);
});

t.test('a word that is a town of the province said beside it settles on nobody elsewhere in it', (t) =>
  matches(t, 'none', [{ name: 'Zhongshan Hospital', province: 'Guangdong' }]),
);

t.test('a university in short that several are called by gives each one’s own hospital', async (t) => {
  await matches(t, 'ambiguous', ['青医附院', '海医二附院', '延大附院', '江大附院']);
  await matches(t, 'none', ['安大一附院', '广大一附院']);
  t.strictSame(await answers(['北医三院', '重医附一院']), [
    '北医三院: strong: 北京大学第三医院',
    '重医附一院: strong: 重庆医科大学附属第一医院',
  ]);
});
