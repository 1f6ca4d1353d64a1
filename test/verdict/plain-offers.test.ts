import t from 'tap';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';

const signsIn = (text: string): readonly string[] => [
  ...new Set(readOffer(text, { day: '2026-11-28', region: null }).warnings.map(({ sign }) => sign)),
];

t.test(
  'an organ that somebody else gets for you, or by a time, is organ trade in plain words too',
  async (t) => {
    for (const text of [
      '可安排肾源，两周手术',
      '我们有肾源，排队不用等',
      '包肾源',
      '肝源我们来找，您只管准备手术',
      '提供心脏供体，专车接送',
      '两周换上新肾',
      'We can arrange a donor kidney for you',
      'paid kidney donor',
      'Kidney in two weeks',
      'A liver donor can be arranged through us',
      'We have a donor heart for you',
    ])
      t.ok(signsIn(text).includes('organ-trade'), text);
  },
);

t.test('what hospitals say of organs, and what warns of their trade, is none', async (t) => {
  for (const text of [
    '肾源由COTRS统一分配',
    '本院目前没有肾源',
    '有肾源时医院会通知您',
    '肾源紧缺，平均等待三年',
    '任何人声称可安排肾源都是骗子',
    'We cannot arrange a donor kidney for you',
    'Paid kidney donors are illegal',
    'The kidney donor stays in hospital for a week',
    'Kidney function is checked in two weeks',
    'The transplant team retrieves the donor kidney and arranges transport',
    'Arrange an appointment with the kidney donor nurse',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test(
  'the trade name of surrogacy is one where it stands alone or is sold, not where a clinic uses it',
  async (t) => {
    for (const text of ['助孕', '合法助孕。', '助孕热线', '海外助孕一站式服务'])
      t.strictSame(signsIn(text), ['prohibited-service'], text);
    for (const text of [
      '中药助孕门诊周三开诊',
      '黄体酮助孕治疗',
      '助孕、保胎请到生殖医学科就诊',
      '本中心没有助孕业务',
    ])
      t.strictSame(signsIn(text), [], text);
  },
);

t.test(
  'a cure for an illness is promised where it is offered, not where it is sought or denied',
  async (t) => {
    for (const text of [
      'cure for cancer without chemo',
      'psoriasis cure without medication',
      '癌症克星',
      'A cure for autism',
    ])
      t.strictSame(signsIn(text), ['cure-promise'], text);
    for (const text of [
      'There is no cure for cancer without side effects',
      'The charity walk funds the search for a cure for diabetes',
      'Is there a cure for autism?',
      'Some lymphomas can be treated without chemotherapy',
    ])
      t.strictSame(signsIn(text), [], text);
  },
);
