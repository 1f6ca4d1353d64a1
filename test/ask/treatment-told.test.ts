import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const told = async (name: string, lang: 'en' | 'zh' = 'en') => {
  const { summary, asked, identity } = await verify(service, { name, lang });
  return { summary, asked, identity, codes: identity.why.map(({ code }: { code: string }) => code) };
};

t.test('where nobody is settled on, the headline speaks of the treatment that was asked for', async (t) => {
  for (const [name, treatment, page] of [
    ['Qilu Hospital in Qingdao for CAR-T', 'CAR-T cell therapy', '/treatments/car-t'],
    ['Wuhan Union proton therapy opened?', 'Proton therapy', '/treatments/proton'],
    [
      'kidney transplant in China for foreigners hospital',
      'Kidney transplant',
      '/treatments/transplant.kidney',
    ],
    ['Hyperthermia + CAR-T Guangdong 2nd provincial', 'CAR-T cell therapy', '/treatments'],
  ] as const) {
    const { summary, codes, identity } = await told(name);
    t.equal(identity.institution, null, name);
    t.ok(codes.includes('name.treatment-asked'), name);
    t.match(summary, treatment, name);
    t.match(summary, `${page}.`, name);
  }
  const { summary } = await told('我女儿白血病，想做CAR-T，北京高博可以吗', 'zh');
  t.match(summary, /您还问到“CAR-T细胞治疗”/u);
});

t.test(
  'so it does of words that mean several treatments, and of an operation that no list is about',
  async (t) => {
    for (const [name, lang, code, words] of [
      ['海南博鳌那边打干细胞治糖尿病合法吗', 'zh', 'name.treatment-asked', '干细胞'],
      [
        'PUMCH international medical services, knee replacement',
        'en',
        'name.operation-asked',
        'knee replacement',
      ],
      [
        'doctor said go Shanghai Tenth People’s, coronary stent',
        'en',
        'name.operation-asked',
        'coronary stent',
      ],
    ] as const) {
      const { summary, codes } = await told(name, lang);
      t.ok(codes.includes(code), name);
      t.match(summary, words, name);
    }
  },
);

t.test(
  'a house that is called after a treatment asks for none, and of what is prohibited only that is said',
  async (t) => {
    for (const name of [
      'Made-up Stem Cell Hospital of Nowhere',
      'Shanghai Made-up Proton and Heavy Ion Center',
      '编造干细胞医院',
      'Made-up Hospital no surrogacy',
      '代孕 广州 正规医院',
      'CITIC Xiangya IVF choose boy',
    ]) {
      const { codes } = await told(name);
      t.notOk(codes.includes('name.treatment-asked'), name);
    }
    for (const name of ['中信湘雅 三代试管 男孩', '三代试管 男孩', 'PGT龙凤胎 编造医院']) {
      const { summary } = await told(name, 'zh');
      t.match(summary, '性别选择', name);
    }
    const { summary } = await told('我做试管生的女孩，想去瑞金医院看病', 'zh');
    t.notMatch(summary, '性别选择');
  },
);

t.test('the name of the zone beside a hospital is a place and no treatment', async (t) => {
  for (const name of ['Boao Super Hospital Lecheng', 'Ruijin Hospital Lecheng', '瑞金医院 乐城']) {
    const { codes } = await told(name);
    t.notOk(
      codes.some((code: string) => code.startsWith('name.beside-')),
      name,
    );
  }
});

t.test('a treatment is read with the illness that it is for, and by how long one waits for it', async (t) => {
  for (const [name, zh, service] of [
    ['gamma knife for brain metastasis at Huashan', '复旦大学附属华山医院', 'conventional-radiotherapy'],
    ['郑州大学第一附属医院 达芬奇机器人 前列腺癌', '郑州大学第一附属医院', 'surgical-robot'],
    ['华西医院做心脏移植要排多久', '四川大学华西医院', 'transplant.heart'],
    [
      'liver transplant from relative, Renji hospital Shanghai, my brother is the donor',
      '上海交通大学医学院附属仁济医院',
      'transplant.liver',
    ],
  ] as const) {
    const { asked, identity } = await told(name);
    t.equal(identity.institution?.name.zh, zh, name);
    t.same(
      asked.map(({ ask }: { ask: string }) => ask),
      [service],
      name,
    );
  }
});

t.test('a sentence with a famous word is no name that imitates one', async (t) => {
  for (const name of [
    'Does Tiantan do deep brain stimulation for parkinson',
    'Does Huashan do hip replacement',
  ]) {
    const { identity } = await told(name);
    t.equal(identity.match, 'none', name);
    t.equal(identity.candidates.length, 1, name);
  }
});

t.test('the word for a hospital alone is not counted among several that are named', async (t) => {
  const { codes } = await told('医院说有JCI，苏州九龙医院', 'zh');
  t.notOk(codes.includes('name.names-several'));
});

t.test(
  'what a line says besides is told in the first sentence: a body, a department, and a day',
  async (t) => {
    for (const [name, lang, words] of [
      ['无锡市人民医院（复旦大学附属医院）', 'zh', '“复旦大学”'],
      ['湖南湘雅医院 人工耳蜗 儿童', 'zh', '“人工耳蜗 儿童”视为科室'],
      ['Huashan Hospital on 3 January 2027', 'en', 'beside the treatment (“Day”)'],
    ] as const) {
      const { summary, identity } = await told(name, lang);
      t.not(identity.institution, null, name);
      t.ok(summary.includes(words), name);
    }
  },
);

t.test('a name that says no kind of house is not told that it asked for another', async (t) => {
  const { codes } = await told('Hebei Yanda Lu Daopei');
  t.ok(codes.includes('part.body.not-said'));
  t.notOk(codes.includes('part.body.differs'));
});
