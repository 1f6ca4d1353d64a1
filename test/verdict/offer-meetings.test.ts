import t from 'tap';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';

const warnings = (text: string) => readOffer(text, { day: '2026-11-28', region: null }).warnings;
const signsIn = (text: string) => [...new Set(warnings(text).map(({ sign }) => sign))];

t.test('two word classes make a sign where they meet in one sentence, in any order', async (t) => {
  for (const text of [
    'Ninety per cent of our patients recovered.',
    'Recovery came to ninety per cent of our patients.',
    '九成患者好转。',
    '好转的患者达九成。',
  ])
    t.strictSame(signsIn(text), ['success-rate'], text);
  for (const text of [
    'Ninety per cent of our patients are women.',
    'Ninety per cent came on time. Recovery took weeks.',
    '九成患者来自本市。',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test('the place of a warning runs from the first of the words that meet to the last', async (t) => {
  t.match(warnings('Dear Sir, ninety per cent of our patients recovered last year.'), [
    { text: 'ninety per cent of our patients recovered' },
  ]);
  t.match(warnings('您好，九成患者好转。'), [{ text: '九成患者好转' }]);
});

t.test('what a study found, and the share of bad results, are no advertised rate', async (t) => {
  for (const text of [
    'In the published trial 62 % of patients responded.',
    'About 70 % have a relapse within five years.',
    '文献报道的缓解率约为六成。',
    '约七成患者五年内复发。',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test('an approval that is needed, and one that is denied in a list, is not claimed', async (t) => {
  for (const text of [
    'Each clinical use must be approved by the National Health Commission.',
    '临床应用须经国家卫生健康委批准。',
    'What we can’t do: promise a pregnancy, find a donor, or work with a surrogate.',
    '我们做不到的：保证怀上、帮您找供者、对接代孕。',
    'This does not prove that a hospital can take you, or that an outcome is guaranteed.',
  ])
    t.strictSame(signsIn(text), [], text);
});

t.test('a name in capitals is not taken for the word that is spelt like it', async (t) => {
  t.strictSame(signsIn('Holder of the WHO hospital certificate'), ['no-such-scheme']);
  t.strictSame(signsIn('We help patients who hold a hospital certificate of disability.'), []);
});

t.test('words of a patient in quotation marks vouch, a question in them does not', async (t) => {
  t.strictSame(signsIn('Anna, Oslo: “After a week I could dance.”'), ['testimonial']);
  t.strictSame(signsIn('Often asked: “May I bring my own pillow?”'), []);
});

t.test('“there are no side effects” is one promise, and “no surgery is without risk” is none', async (t) => {
  t.strictSame(signsIn('So there are no side effects whatsoever.'), ['safety-promise']);
  t.strictSame(signsIn('No surgery is without risk.'), []);
  t.strictSame(signsIn('没有任何手术是零风险的。'), []);
});
