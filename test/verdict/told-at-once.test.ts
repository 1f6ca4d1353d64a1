import t from 'tap';
import { treatments } from '../../schema/lexicon/treatments.ts';
import { wordScore } from '../../src/text/word-similarity.ts';
import { rules } from '../../src/verdict/offer/rules.ts';
import { codeOfOffer, signOf } from '../../src/verdict/offer/unlawful.ts';
import { findService, services, wordsOf } from '../../src/verdict/vocabulary/services.ts';
import { servicesOf, treatmentMeant } from '../../src/verdict/vocabulary/treatments.ts';

const typed = [
  ...services.flatMap(wordsOf),
  ...services.flatMap(wordsOf).map((word) => `${word} therapy`),
  'Ruijin Hospital',
  '瑞金医院',
  'proton',
  'organ transplant',
  '',
  ' ',
];

t.test('the treatment that words mean is the one that a look at every word finds', (t) => {
  const scored = (text: string) => {
    const found = treatments.filter((one) =>
      [one.name.en, one.name.zh, ...servicesOf(one).flatMap(wordsOf)].some(
        (word) => wordScore(text, word) === 1,
      ),
    );
    return found.length === 1 ? found[0] : undefined;
  };
  const otherwise = typed.filter((text) => treatmentMeant(text) !== scored(text));
  t.strictSame(otherwise, []);
  t.equal(treatmentMeant('proton therapy')?.code, 'proton');
  t.end();
});

t.test('a prohibited service is told from its offer as by reading the whole offer', (t) => {
  const offers = [
    'bought eggs',
    'choose the sex of the baby',
    'guaranteed boy',
    'buy a kidney',
    'egg donor for sale',
    '选男孩',
    '包生男孩',
    '买卵子',
    '卵子买卖',
    '买肾',
    'Ruijin Hospital',
    '上海市第一人民医院',
  ];
  const whole = (text: string) =>
    findService(rules().find(({ code }) => code === signOf(text)?.code)?.services ?? '')?.code;
  const names = services.flatMap(({ name }) => [name.en, name.zh]);
  // What gives a reason or denies is excused before anything is read.
  const plain = [...offers, ...names].filter((text) => !/without|无/u.test(text));
  const otherwise = plain.filter((text) => codeOfOffer(text) !== whole(text));
  t.strictSame(otherwise, []);
  t.equal(codeOfOffer('bought eggs'), 'gamete-trade');
  t.equal(codeOfOffer('选男孩'), 'sex-selection');
  t.end();
});
