import t from 'tap';
import { fewSources, openService } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

type Named = Readonly<{
  text: string;
  start: number;
  identity: { match: string; institution: { name: { zh: string } } | null };
}>;

const namedIn = async (text: string): Promise<readonly Named[]> =>
  (await service.app.inject({ method: 'POST', url: '/v1/claims/check', payload: { text } })).json().named;

t.test('a hospital that a text names is looked up, and its place in the text is given', async (t) => {
  for (const [text, words, meant] of [
    ['我们与上海瑞金医院合作', '上海瑞金医院', '上海交通大学医学院附属瑞金医院'],
    ['复旦大学附属华山医院提供重离子治疗', '复旦大学附属华山医院', '复旦大学附属华山医院'],
    ['请到四川大学华西医院就诊', '四川大学华西医院', '四川大学华西医院'],
    ['Our doctors come from Ruijin Hospital.', 'Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
    [
      'CAR-T at West China Hospital, Sichuan University. Call us.',
      'West China Hospital, Sichuan University',
      '四川大学华西医院',
    ],
    ['Ruijin Hospital, IVF and CAR-T available', 'Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
    ['CAR-T at Ruijin Hospital, 1.2 million RMB', 'Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
    ['Ruijin Hospital 2026 price list', 'Ruijin Hospital', '上海交通大学医学院附属瑞金医院'],
  ] as const) {
    const [first] = await namedIn(text);
    t.match(first, { text: words, start: text.indexOf(words) }, text);
    t.equal(first?.identity.institution?.name.zh, meant, text);
  }
});

t.test('several in one text are looked up one by one', async (t) => {
  for (const text of [
    'Ruijin Hospital and West China Hospital work with us.',
    'Ruijin Hospital, West China Hospital.',
    '专家来自瑞金医院和四川大学华西医院',
  ])
    t.equal((await namedIn(text)).filter(({ identity }) => identity.institution !== null).length, 2, text);
});

t.test('what is glued to a known name stays with it, and no record is shown for it', async (t) => {
  for (const text of [
    '北京华山医院干细胞中心',
    '假复旦大学附属华山医院',
    '华山医院悉尼分院',
    'Visit Beijing Huashan Hospital for stem cells.',
    'Stem cells at Huashan Hospital, Sydney.',
    'Madeup Grace Stem Cell Hospital in Shenzhen',
    '北京编造康复干细胞医院，保证治愈',
    '我们是上海瑞金国际干细胞中心，可治糖尿病',
    '协和国际肿瘤研究院专家会诊',
    'We work with Shanghai Ruijin International Stem Cell Center.',
    'Huashan Anti-Ageing Institute, Shanghai',
    '欢迎到华西国际医院',
  ]) {
    const named = await namedIn(text);
    t.equal(named.length, 1, text);
    t.equal(named[0]?.identity.institution, null, text);
  }
});

t.test('a county whose name begins like a word before a name is not cut to another county', async (t) => {
  for (const [text, words] of [
    ['来凤县人民医院', '来凤县人民医院'],
    ['欢迎来凤县人民医院', '来凤县人民医院'],
    ['在和县人民医院', '和县人民医院'],
    ['与和田地区人民医院合作', '和田地区人民医院'],
    ['从江县人民医院', '从江县人民医院'],
    ['从江阴市人民医院', '江阴市人民医院'],
    ['到同江市人民医院', '同江市人民医院'],
    ['来自自贡市第一人民医院', '自贡市第一人民医院'],
  ] as const)
    t.strictSame(
      (await namedIn(text)).map((one) => one.text),
      [words],
      text,
    );
});

t.test('words that name no hospital are none', async (t) => {
  for (const text of [
    'The hospital offers IVF.',
    'Our Hospital is the best. This Clinic too.',
    '我院是三甲医院，与多家知名医院合作。',
    '到医院就诊',
    '本中心有国际医疗中心',
    'Our Call Center and Stem Cell Center are open. 我们的服务中心和健康管理中心',
    'Professor Li studied at Peking University and lives in Zhongshan Road',
  ])
    t.strictSame(await namedIn(text), [], text);
});

const page = async (text: string): Promise<string> =>
  (
    await service.app.inject({
      method: 'POST',
      url: '/offer?lang=en',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ text }).toString(),
    })
  ).body;

t.test('the page links each to its record, or to the question where it is not settled', async (t) => {
  const body = await page('Ruijin Hospital and Beijing Huashan Hospital cure all.');
  t.match(body, /Hospitals named in the text[\s\S]*Ruijin Hospital”<\/strong>: <a href="\/hospitals\//);
  t.match(body, /Beijing Huashan Hospital”<\/strong>: it is not settled[\s\S]*href="\/check\?name=Beijing/);
});

t.test('of the one hospital that a text names each treatment in it can be asked', async (t) => {
  const asked =
    /the hospital that the text names[\s\S]*href="\/check\?id=[a-z0-9]+&amp;service=car-t&amp;lang=en"/;
  t.match(await page('CAR-T at Ruijin Hospital Shanghai, 1.2 million RMB'), asked);
  for (const text of [
    'CAR-T at Ruijin Hospital and Huashan Hospital',
    'CAR-T at Madeup Grace Hospital, Shenzhen',
  ])
    t.match(
      await page(text),
      /Name the hospital below[\s\S]*href="\/check\?service=car-t&amp;lang=en"/,
      text,
    );
});
