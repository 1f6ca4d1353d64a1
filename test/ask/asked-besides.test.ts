import t from 'tap';
import { ask } from '../../src/ask/ask.ts';
import { identify } from '../../src/identify/identify.ts';
import { verify } from '../support/answered.ts';
import { openWhole } from '../support/app.ts';
import { TODAY } from '../support/bundled-data.ts';

const service = await openWhole();
t.teardown(service.close);

t.test('a place or an illness that begins like a denial denies nothing', async (t) => {
  for (const [name, zh] of [
    ['我妈住无锡，能去无锡市人民医院看心脏病吗', '无锡市人民医院'],
    ['我在无锡，想去江南大学附属医院看病', '江南大学附属医院'],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution?.name.zh, zh, name);
  }
  for (const name of [
    '我妈肺癌，瑞金医院没有床位',
    '瑞金医院无牌照吗',
    'my mom has cancer, Ruijin Hospital never answers',
  ]) {
    const { identity } = await verify(service, { name });
    t.equal(identity.institution, null, name);
    t.equal(identity.candidates[0]?.name.zh, '上海交通大学医学院附属瑞金医院', name);
  }
});

t.test('of words that were set aside, no more is left out than what asks for a price', async (t) => {
  for (const [name, lang, words] of [
    ['Ruijin Hospital surgery cost', 'en', 'surgery'],
    ['Ruijin Hospital surgery cost, is it a scam?', 'en', 'surgery'],
    ['an agent at Ruijin Hospital wants 80000 USD for surgery', 'en', 'agent, surgery'],
    ['an agent at Ruijin Hospital wants 80000 USD for surgery', 'zh', 'agent、surgery'],
    ['在瑞金医院做手术要30万', 'zh', '做手术'],
    ['Ruijin Hospital deposit 5,000 yuan', 'en', undefined],
    ['瑞金医院挂号费贵吗', 'zh', undefined],
  ] as const) {
    const { identity } = await verify(service, { name, lang });
    t.equal(identity.institution?.name.zh, '上海交通大学医学院附属瑞金医院', name);
    t.ok(
      identity.why.some(({ code }) => code === 'name.price-asked'),
      name,
    );
    t.equal(identity.why.find(({ code }) => code === 'name.words-aside')?.params?.words, words, name);
  }
});

t.test('what went wrong at a hospital, and what a visit is like, is told to stand on no list', async (t) => {
  for (const [name, code] of [
    ['邵逸夫医院有没有医疗事故', 'name.conduct-asked'],
    ['Ruijin Hospital complaints', 'name.conduct-asked'],
    ['仁济医院医保能报销吗', 'name.visit-asked'],
    ['华西医院床位紧张吗', 'name.visit-asked'],
    ['天坛医院周末上班吗', 'name.visit-asked'],
    ['华西医院周三开门吗', 'name.visit-asked'],
    ['阜外医院星期天上班吗', 'name.visit-asked'],
    ['妈妈想挂阜外医院胡大夫的号', 'name.visit-asked'],
    ['北京协和医院编造名教授还出诊吗', 'name.visit-asked'],
    ['do they speak English at Huashan Hospital', 'name.visit-asked'],
    ['what is the waiting time for IVF at Peking University Third Hospital', 'name.visit-asked'],
  ] as const) {
    const { identity } = await verify(service, { name });
    t.ok(
      identity.why.some((one) => one.code === code),
      name,
    );
    t.not(identity.institution, null, name);
  }
});

t.test('a sentence of a list leaves nothing behind of the hospital that is named in it', async (t) => {
  const reader = { ...service.store.reader() };
  const asked = { name: '我爸爸心脏病想去阜外医院可以吗' };
  await ask({ institution: asked, claims: [], lang: 'zh' }, reader, TODAY, undefined, false);
  const first = await identify({ name: '阜外医院' }, reader);
  t.equal(await identify({ name: '阜外医院' }, reader), first, 'a name alone is remembered');
  const again = { ...reader };
  await ask({ institution: asked, claims: [], lang: 'zh' }, again, TODAY, undefined, false);
  let looked = 0;
  again.dossier = async (id) => {
    looked += 1;
    return reader.dossier(id);
  };
  await identify({ name: '阜外医院' }, again);
  t.ok(looked > 0, 'a name in such a sentence is looked up anew');
});

t.test(
  'whose a hospital is, whether somebody cheats and what it costs is told in the first sentence',
  async (t) => {
    for (const [name, codes] of [
      ['is Ruijin Hospital public or not?', ['name.ownership-unknown']],
      ['Ruijin Hospital run by the state', ['name.ownership-unknown']],
      ['瑞金医院是莆田系吗', ['name.ownership-unknown']],
      ['我妈想去瑞金医院，是公立的还是私立的', ['name.ownership-unknown']],
      ['解放军总医院是公立的吗', ['name.ownership-army']],
      ['上海德达医院是外资吗', ['name.ownership-private']],
      ['瑞金医院是不是骗子', ['name.fraud-asked']],
      ['瑞金醫院係咪呃人', ['name.fraud-asked']],
      ['Ruijin Hospital price 300,000 RMB', ['name.price-asked']],
      ['Huashan Hospital consultation fee 500 yuan', ['name.price-asked']],
      ['朋友说仁济医院是假医院', ['name.fraud-asked']],
      ['瑞金医院质子治疗多少钱', ['name.price-asked']],
      [
        'They quoted me 80000 USD at Ruijin Hospital, is it a scam?',
        ['name.fraud-asked', 'name.price-asked'],
      ],
      ['我爸65多岁想去瑞金医院', []],
      ['Ruijin Hospital', []],
    ] as const) {
      const { identity, summary } = await verify(service, { name });
      t.ok(identity.institution, name);
      const told = identity.why.filter(({ code }) => /^name\.(?:ownership-|fraud|price|words)/u.test(code));
      t.strictSame(
        told.map(({ code }) => code),
        codes,
        name,
      );
      t.ok(
        told.every(({ text }) => summary.includes(text)),
        `${name}: in the first sentence`,
      );
    }
    const { identity } = await verify(service, { name: '瑞金医院莆田系承包科室' });
    t.match(identity, { institution: null, match: 'branch-not-on-record' }, 'it says so and asks nothing');
  },
);
