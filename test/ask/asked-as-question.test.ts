import t from 'tap';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';

const service = await openWhole();
t.teardown(service.close);

const RUIJIN = '上海交通大学医学院附属瑞金医院';
const PKU3 = '北京大学第三医院';

t.test(
  'a question in words about a treatment at a hospital is answered for that treatment there',
  async (t) => {
    for (const [name, zh, ask] of [
      [
        'Can I get a kidney transplant at Tongji Hospital Wuhan?',
        '华中科技大学同济医学院附属同济医院',
        'transplant.kidney',
      ],
      ['Do they do IVF in Ruijin Hospital', RUIJIN, 'art.ivf'],
      ['How much does IVF cost at Peking University Third Hospital?', PKU3, 'art.ivf'],
      ['Where can I get proton therapy at Ruijin Hospital', RUIJIN, 'proton'],
      ['华西医院有没有肝移植资质', '四川大学华西医院', 'transplant.liver'],
      ['湘雅医院有肝移植资质吗', '中南大学湘雅医院', 'transplant.liver'],
      ['鼓楼医院提供CAR-T吗', '南京大学医学院附属鼓楼医院', 'car-t'],
    ] as const) {
      const { identity, asked } = await verify(service, { name });
      t.strictSame([identity.institution?.name.zh, asked[0]?.ask], [zh, ask], name);
    }
  },
);

t.test('what nobody may do is refuted, however it is asked for', async (t) => {
  for (const [name, ask] of [
    ['Is surrogacy legal at Citic Xiangya', 'surrogacy'],
    ['Is it legal to buy eggs at Peking University Third Hospital', 'gamete-trade'],
    ['Is it legal to choose the sex of the baby at CITIC Xiangya?', 'sex-selection'],
    ['sex selection IVF at Ruijin Hospital', 'sex-selection'],
    ['南方医院代孕合法吗', 'surrogacy'],
    ['华山医院会不会做代孕', 'surrogacy'],
    ['瑞金医院能不能做代孕', 'surrogacy'],
    ['仁济医院可不可以做代孕？', 'surrogacy'],
  ] as const) {
    const { outcome, asked } = await verify(service, { name });
    t.strictSame([outcome, asked[0]?.ask], ['refuted', ask], name);
  }
});

t.test('what is said not to be done is not asked for, and nothing is refuted', async (t) => {
  for (const name of [
    'Ruijin Hospital no surrogacy',
    'Does Ruijin Hospital not do surrogacy',
    '瑞金医院不做代孕',
  ]) {
    const { outcome, identity } = await verify(service, { name });
    t.strictSame([outcome, identity.candidates[0]?.name.zh], ['unknown', RUIJIN], name);
  }
});

t.test(
  'a treatment that no list is about, or that means several, is no part of the hospital beside it',
  async (t) => {
    for (const [name, zh, code] of [
      ['瑞金医院能做试管吗', RUIJIN, 'several'],
      ['北医三院试管多少钱', PKU3, 'several'],
      ['中信湘雅供卵', '中信湘雅生殖与遗传专科医院', 'several'],
      ['Can I trust Ruijin Hospital for stem cells?', RUIJIN, 'several'],
      ['天坛医院脑起搏器', '首都医科大学附属北京天坛医院', 'unlisted'],
      ['deep brain stimulation at Tiantan', '首都医科大学附属北京天坛医院', 'unlisted'],
      ['Can I trust Huashan Hospital for brain surgery?', '复旦大学附属华山医院', 'unlisted'],
      ['华山医院做脑瘤手术多少钱', '复旦大学附属华山医院', 'unlisted'],
      ['上海九院隆胸', '上海交通大学医学院附属第九人民医院', 'unlisted'],
      ['积水潭换膝盖', '首都医科大学附属北京积水潭医院', 'unlisted'],
      ['瑞金医院克隆病', RUIJIN, 'illness'],
      ['Ruijin Hospital for stem cells', RUIJIN, 'several'],
      ['TAVR Fuwai', '中国医学科学院阜外医院', 'unlisted'],
    ] as const) {
      const { outcome, identity } = await verify(service, { name });
      t.strictSame(
        [outcome, identity.why[0]?.code, identity.candidates[0]?.name.zh],
        ['unknown', `name.beside-${code}`, zh],
        name,
      );
    }
  },
);

t.test('people, parts and other houses beside a name are no treatment', async (t) => {
  for (const name of [
    'experts from Peking Union',
    'Wellness Clinic at Ruijin Hospital',
    'Ruijin Hospital Sydney',
    '瑞金医院古北分院',
    '瑞金医院有没有分院',
    '瑞金医院旁边的诊所',
    'First Affiliated Hospital of Sun Yat-sen University for Women',
  ]) {
    const { outcome, identity } = await verify(service, { name });
    t.equal(outcome, 'unknown', name);
    t.notOk(
      identity.why.some(({ code }) => code.startsWith('name.beside-')),
      name,
    );
  }
});

t.test(
  'a treatment beside the person who does it is asked about, and the person is told apart',
  async (t) => {
    for (const [name, ask] of [
      ['华西医院 肝移植 王医生', 'transplant.liver'],
      ['华西医院 王主任 放疗', 'conventional-radiotherapy'],
      ['湘雅医院，李教授，肾移植', 'transplant.kidney'],
      ['华西医院 王主任 代孕', 'surrogacy'],
      ['West China Hospital, Dr. Wang, liver transplant', 'transplant.liver'],
    ] as const) {
      const { outcome, asked, identity } = await verify(service, { name });
      t.equal(asked[0]?.ask, ask, name);
      t.equal(outcome, ask === 'surrogacy' ? 'refuted' : 'unknown', name);
      t.ok(
        identity.why.some(({ code }) => code === 'name.words-aside'),
        name,
      );
    }
  },
);

t.test('a mark that a line denies is not answered as one that is asked for', async (t) => {
  for (const name of ['Ruijin Hospital no licence', 'Huashan Hospital no JCI', '华山医院没有三甲']) {
    const { outcome, asked } = await verify(service, { name });
    t.strictSame([outcome, asked], ['unknown', []], name);
  }
});
