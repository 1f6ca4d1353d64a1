import t from 'tap';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';

const signsIn = (text: string): readonly string[] =>
  readOffer(text, { day: '2026-11-28', region: null }).warnings.map(({ sign }) => sign);

/** How a claim is turned round; `…` stands for the claim as a noun. */
const turned = {
  denial: [
    'We do not offer …',
    'No clinic can offer …',
    'Nobody here sells …',
    '本院不提供…',
    '我们从不开展…',
  ],
  prohibition: [
    '… is illegal in China',
    'The law forbids …',
    'Nobody may advertise …',
    '严禁…',
    '…属于违法行为',
  ],
  warning: ['Beware of any offer of …', 'If a clinic offers …, walk away', '谨防…骗局', '切勿相信…'],
  question: ['Do you offer …?', 'Ask whether they offer …', '请问贵院有…吗？', '是否提供…？'],
} as const;

/** How the same claim is made, with a word that only looks like one of those. */
const claimed = {
  'denial of another thing': ['You need not wait: …', 'Not only check-ups but …', '不仅有体检，还有…'],
  'a turn': ['Others do not have it, but we offer …', '别人没有，但我们提供…'],
  'another sentence': ['We do not charge for tea. We offer …', '我们不收茶水费。提供…'],
  'another line': ['Nothing is prohibited\n\n… every day', '禁止吸烟\n提供…'],
  'a question that an advert asks': ['Do you want …?', '想要…吗？'],
  'an answered question': ['Can you have …? Yes, at our clinic.', '能做…吗？当然可以。'],
  'a denied denial': ['… is not illegal here', '…并非违法'],
} as const;

const claims = [
  ['surrogacy', '代孕', 'prohibited-service'],
  ['gender selection', '性别选择', 'sex-selection'],
  ['a miracle cure', '包治', 'cure-promise'],
  ['a secret recipe', '祖传秘方', 'secret-remedy'],
] as const;

const filled = (frame: string, en: string, zh: string): string =>
  frame.replace('…', /\p{Script=Han}/u.test(frame) ? zh : en);

/** Texts of these frames that do not show exactly the signs they should. */
const misread = (
  frames: readonly string[],
  expected: (sign: string) => readonly string[],
): readonly string[] =>
  claims.flatMap(([en, zh, sign]) =>
    frames
      .map((frame) => filled(frame, en, zh))
      .filter((text) => signsIn(text).join() !== expected(sign).join())
      .map((text) => `${text}: ${signsIn(text)}`),
  );

for (const [how, frames] of Object.entries(turned))
  t.test(`a claim within a ${how} is no warning sign, whatever is claimed`, async (t) => {
    t.strictSame(
      misread(frames, () => []),
      [],
    );
  });

for (const [how, frames] of Object.entries(claimed))
  t.test(`a claim beside ${how} stays one`, async (t) => {
    t.strictSame(
      misread(frames, (sign) => [sign]),
      [],
    );
  });

t.test('a denial runs through a list, and stops where another clause begins', async (t) => {
  t.strictSame(signsIn('We do not promise cures, success rates of 95% or zero risk.'), []);
  t.strictSame(signsIn('We do not promise miracles, we guarantee a cure.'), ['cure-promise']);
  t.strictSame(signsIn('禁止代孕、买卖卵子、性别选择'), []);
});

t.test('a mark of the past is history; a promise of the past is still a promise', async (t) => {
  t.strictSame(signsIn('The hospital was JCI accredited until 2022'), []);
  t.strictSame(signsIn('JCI认证已于2021年到期'), []);
  t.strictSame(signsIn('Last year we guaranteed a cure'), ['cure-promise']);
});

t.test('a wrapped line is one sentence', async (t) => {
  t.strictSame(signsIn('We do not\nguarantee a cure'), []);
  t.strictSame(signsIn('Our success\nrate is 95%'), ['success-rate']);
});

t.test('a tourist visa anywhere in a text that offers a transplant is a sign', async (t) => {
  const long = 'We help with hotels. '.repeat(40);
  t.strictSame(signsIn(`Kidney transplant. ${long}A tourist visa is enough.`), ['visitor-transplant']);
  t.strictSame(signsIn(`Health check-up. ${long}A tourist visa is enough.`), []);
});
