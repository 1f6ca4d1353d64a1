import t from 'tap';
import falseClaims from '../../schema/codes/false-claims.json' with { type: 'json' };
import list from '../../schema/codes/warning-signs.json' with { type: 'json' };
import { advertConcepts } from '../../schema/lexicon/advert-concepts.ts';
import type { OfferAnswer } from '../../src/ask/check-offer.ts';
import { conceptOf } from '../../src/verdict/offer/concepts.ts';
import { compilePhrase } from '../../src/verdict/offer/phrase.ts';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';
import { rules, signs } from '../../src/verdict/offer/rules.ts';
import { isClaim } from '../../src/verdict/vocabulary/claims.ts';
import { findService } from '../../src/verdict/vocabulary/services.ts';
import { anyText } from '../support/any-text.ts';
import { fewSources, openService } from '../support/app.ts';
import { fc } from '../support/draws.ts';
import { cases } from './offer-cases.ts';

const read = (text: string, day = '2026-11-21', region: 'mainland' | 'hong-kong' | null = null) =>
  readOffer(text, { day, region });
const codes = (text: string) => read(text).spans.flatMap((span) => [...span.codes]);
const found = (text: string) => [...new Set(read(text).warnings.map(({ sign }) => sign))];

t.test('marks, grades, treatments and products are found as an offer writes them', async (t) => {
  const cases: readonly [string, readonly string[]][] = [
    ['Our JCI-accredited Grade 3A hospital', ['jci', 'grade:3A']],
    ['CAR-T for lymphoma, third-generation IVF, proton therapy', ['car-t', 'art.pgt', 'proton']],
    ['本院为三甲医院，开展第三代试管婴儿和质子治疗', ['grade:3A', 'art.pgt', 'proton']],
    ['三級甲等醫院，提供試管嬰兒', ['grade:3A', 'art.ivf']],
    ['试 管 婴 儿 ＩＶＦ', ['art.ivf', 'art.ivf']],
    ['iso9001, ISO-15189, HIMSS Stage 7', ['iso-9001', 'iso-15189', 'himss']],
    ['阿基仑赛注射液', ['car-t.axi-cel']],
  ];
  for (const [text, expected] of cases) t.strictSame(codes(text), expected, text);
});

t.test('words that only look like a mark or a grade are left alone', async (t) => {
  for (const text of [
    'First aid and a baseball cap',
    '二甲双胍缓释片',
    '三甲胺检测',
    'practise the trade',
    'Diver',
  ])
    t.strictSame(codes(text), [], text);
});

t.test('each warning sign is found in both languages and names its rule', async (t) => {
  for (const [text, sign] of cases) t.ok(found(text).includes(sign), `${text}: ${found(text)}`);
  const without = signs().filter(({ code }) => !cases.some(([, sign]) => sign === code));
  t.strictSame(without, [], 'every sign has a case');
});

t.test('a sentence that denies a thing is no warning sign', async (t) => {
  for (const text of [
    'We do not promise a cure for good.',
    'We never offer surrogacy.',
    'Egg donation is possible where the law allows it. 符合条件者可申请供卵。',
    'Nobody can guarantee recovery',
    '我们不能保证疗效',
    '禁止代孕',
    'Ask who certified the laboratory.',
    'Surrogacy is illegal in China.',
    '干细胞治疗尚无充分证据',
    'The cure rate is unknown.',
    '任何手术都有风险，不保证治愈。',
  ])
    t.strictSame(found(text), [], text);
});

t.test('no pattern has an unbounded part, so that a text is read in linear time', async (t) => {
  const said = [...list, ...falseClaims.claims].flatMap(({ en, zh }) => [...en, ...zh]);
  const others = list.flatMap(({ innocent = [], unless = [] }) => [...innocent, ...unless]);
  for (const phrase of [...said, ...others])
    t.notMatch(compilePhrase(phrase).pattern.source, /[*+]|\{\d+,\}/, phrase);
  for (const name of advertConcepts.keys()) t.notMatch(conceptOf(name).pattern.source, /[*+]|\{\d+,\}/, name);
});

t.test('every concept of the lexicon serves a rule or another concept', async (t) => {
  const meant = rules().flatMap(({ meets = [] }) =>
    meets.flatMap(({ all, unless, unlessNear }) => [...all, ...unless, ...unlessNear]),
  );
  const words = [...advertConcepts.values()].flatMap(({ en, zh }) => [...en, ...zh]).join(' ');
  const phrases = list.flatMap(({ en, zh }) => [...en, ...zh]).join(' ');
  t.strictSame(
    [...advertConcepts.keys()].filter(
      (name) => !meant.includes(name) && !words.includes(`<${name}>`) && !phrases.includes(`<${name}>`),
    ),
    [],
  );
});

t.test('places where one rule is broken twice are one where they overlap', async (t) => {
  t.strictSame(
    read('定金打入王经理个人账户').warnings.map(({ sign, text }) => [sign, text]),
    [['private-payment', '定金打入王经理个人账户']],
  );
});

t.test('the JCI rule of an offer is the dated, mainland rule of verdicts', async (t) => {
  t.strictSame(read('JCI accredited', '2026-05-31').warnings, []);
  t.strictSame(read('JCI accredited', '2026-11-21', 'hong-kong').warnings, []);
  t.strictSame(read('A Hong Kong hospital, JCI accredited').warnings, [], 'nobody named: what the text says');
  t.match(read('JCI accredited. Our hospital is in Shenzhen.').warnings, [{ sign: 'retired-mark' }]);
  t.match(
    read('Opened by a Hong Kong investor. JCI accredited.', '2026-11-21', 'mainland').warnings,
    [{ sign: 'retired-mark' }],
    'a hospital on record stands where the record says',
  );
});

t.test('whatever the text, places are exact, codes exist and nothing throws', async () => {
  const bits = fc.constantFrom(
    'JCI ',
    '试管婴儿',
    '三甲',
    'guarantee ',
    'cure',
    '😀',
    '\u200b',
    'é',
    '９５％',
    '\ud800',
    ' ',
    '。',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, anyText()), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const { spans, warnings } = read(text);
      for (const { start, end, text: words } of [...spans, ...warnings])
        if (text.slice(start, end) !== words || end <= start) return false;
      return spans.every((span) =>
        span.codes.every((code) => isClaim(code) || findService(code) !== undefined),
      );
    }),
    { numRuns: 200 },
  );
});

const service = await openService({}, fewSources);
t.teardown(service.close);
const post = (payload: object | readonly object[]) =>
  service.app.inject({ method: 'POST', url: '/v1/claims/check', payload });

t.test('an offer with its institution gets a verdict for every code in it', async (t) => {
  const text = 'JCI accredited, IVF with a 95% success rate';
  const answer = (await post({ text, name: '北京协和医院' })).json<OfferAnswer>();
  t.equal(answer.identity?.match, 'strong');
  t.strictSame(
    answer.verdicts.map(({ code }) => code),
    ['jci', 'art.ivf'],
  );
  const verify = await service.app.inject({
    method: 'POST',
    url: '/v1/verify',
    payload: { name: '北京协和医院', service: 'art.ivf' },
  });
  const { outcome, summary, checks } = verify.json();
  t.match(answer.verdicts[1], { outcome, summary, checks }, 'the same words as /v1/verify');
});

t.test('an offer without an institution is read all the same', async (t) => {
  const answer = (await post({ text: '干细胞治疗，保证治愈', lang: 'zh' })).json<OfferAnswer>();
  t.equal(answer.identity, null);
  t.strictSame(answer.verdicts, []);
  t.strictSame(
    answer.warnings.map(({ sign }) => sign),
    ['stem-cell-cure', 'cure-promise'],
  );
});

t.test(
  'what cannot be read is refused field by field, and a personal number is neither kept nor repeated',
  async (t) => {
    const cases: readonly [object, string][] = [
      [{}, '/text'],
      [{ text: ' ' }, '/text'],
      [{ text: 7 }, '/text'],
      [{ text: 'x'.repeat(20_001) }, '/text'],
      [{ text: 'x\u0000' }, '/text'],
      [{ text: 'x', claim: ['jci'] }, '/claim'],
      [{ text: 'x', city: 'Shanghai' }, ''],
      [{ text: 'x', name: 'y', asOf: '2999-01-01' }, '/asOf'],
    ];
    for (const [body, field] of cases) {
      const response = await post(body);
      t.equal(response.statusCode, 400);
      t.ok(
        response.json().errors.some((one: { field: string }) => one.field.startsWith(field)),
        response.body,
      );
    }
    const number = '11010519491231002X';
    const refused = await post({ text: `Call Dr Made-up, ID ${number}` });
    t.equal(refused.json().code, 'LICET_PERSONAL_NUMBER');
    t.notOk(refused.body.includes(number) || service.log().includes(number));
  },
);
