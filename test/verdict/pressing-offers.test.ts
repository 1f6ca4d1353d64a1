import t from 'tap';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';

const signsIn = (text: string): readonly string[] => [
  ...new Set(readOffer(text, { day: '2026-11-28', region: null }).warnings.map(({ sign }) => sign)),
];

t.test('hurry over a price, a place or a deposit is a sign', async (t) => {
  for (const text of [
    'This price is valid for 24 hours only.',
    'Only three places left this month for the liver programme.',
    'Last places for the December IVF group!',
    'Book before Friday and save 20% on your knee replacement.',
    'Confirm by WhatsApp within 12 hours or we release your surgeon.',
    'Hurry, the discount expires at midnight.',
    '仅限今天，交定金立减五千元。',
    '本月最后三个名额，抓紧报名。',
    '手慢无！试管套餐最后5席。',
    '再不决定床位就给别人了，请马上转账。',
  ])
    t.ok(signsIn(text).includes('pressed-for-time'), text);
});

t.test('terms, places and haste that a hospital announces are none', async (t) => {
  for (const text of [
    'The prescription is valid for three days only.',
    'Please confirm your appointment by Friday, otherwise it is given to another patient.',
    'The free lecture on diabetes is on 4 December; places are limited, please register.',
    'In an emergency call 120 at once; do not wait.',
    'The international department answers letters within 48 hours.',
    'Beware of agents who press you to pay today.',
    '挂号当日有效，过号需重新排队。',
    '移植病房床位紧张，请耐心等待通知。',
    '夏季体检优惠活动：6月1日至8月31日，套餐九折。',
    '如有胸痛请立即就诊，不要等待。',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test(
  'an advert that asks whether a giver of an organ is needed, and has one, trades in organs',
  async (t) => {
    for (const text of [
      'Looking for a kidney donor?',
      'Are you waiting for a kidney? Skip the list with us.',
      'Waiting years for a liver? We have the solution.',
      'No donor in your family? No problem.',
      'Your wife is not compatible? We supply a donor.',
      '还在等肾源？我们帮您',
      '肾源难寻？交给我们',
      '配型不成功？我方提供供体',
      '等肾等了三年？来这里最快一个月',
      '急需肝源？请拨打热线',
    ])
      t.ok(signsIn(text).includes('organ-trade'), text);
  },
);

t.test('what a patient asks, and what those who care for patients say of organs, is none', async (t) => {
  for (const text of [
    'Where can I find a kidney donor?',
    'Are you waiting for a kidney transplant? Ask your nephrologist about dialysis in the meantime.',
    'Looking for a kidney donor? Your relatives can be tested at the living donor clinic.',
    'Patients waiting for a liver are seen monthly. Call us if your condition changes.',
    'Are you looking for a bone marrow donor register? The China Marrow Donor Program keeps one.',
    '哪里有肾源？',
    '如需换肝，请到肝移植门诊由医生评估。',
    '没有亲属供体的患者可登记等待国家统一分配。',
    '肾移植术后请勿自行停药，如有发热请联系我们。',
    '请勿在网上寻找肾源。',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test('an illness that is well again by some means, or by the speaker, is promised', async (t) => {
  for (const text of [
    'HIV cured with herbs',
    'Diabetes healed by acupuncture',
    'Epilepsy goes away with our herbal tea',
    'We cured stage 4 lung cancer',
    "Alzheimer's reversed through oxygen therapy",
    '针灸治愈自闭症',
    '贴膏药，银屑病就没了',
    '食疗逆转糖尿病',
    '我院治好上万名癫痫患者',
  ])
    t.ok(signsIn(text).includes('cure-promise'), text);
});

t.test('how an illness ends, as medicine knows it, is no promise', async (t) => {
  for (const text of [
    'HIV cannot be cured; treatment suppresses the virus.',
    'Tuberculosis can be cured by six months of tablets.',
    'Acute leukaemia in children is cured in many cases with chemotherapy.',
    'Helicobacter pylori is cleared by two weeks of antibiotics.',
    'Acupuncture is offered for headache on Tuesdays.',
    '早期胃癌经内镜切除后多可治愈。',
    '脂肪肝通过减重可以逆转。',
    '针灸可缓解腰腿痛。',
    '艾滋病目前没有根治方法。',
  ])
    t.strictSame(signsIn(text), [], text);
});
