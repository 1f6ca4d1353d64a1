import t from 'tap';
import { treatmentCode } from '../../src/verdict/offer/code-of-words.ts';
import { services } from '../../src/verdict/vocabulary/services.ts';

const forbidden: ReadonlySet<string> = new Set(
  services.filter(({ kind }) => kind === 'prohibited').map(({ code }) => code),
);

t.test('words that are those of a lawful treatment too are never read as what is prohibited', async (t) => {
  const lawful = services.filter(
    ({ gate }) => gate === 'assisted-reproduction' || gate === 'organ-transplant',
  );
  const words = lawful.flatMap(({ words: { en, zh }, name }) => [...en, ...zh, name.en, name.zh]);
  const beside = ['费用', '多少钱', ' cost', ' IVF'];
  const read = words
    .flatMap((word) => [word, ...beside.map((one) => `${word}${one}`)])
    .filter((text) => forbidden.has(treatmentCode(text) ?? ''));
  t.same(read, []);
});

t.test('what may be given lawfully is not read as trade, and trade beside it still is', async (t) => {
  for (const words of [
    '供卵试管婴儿',
    '供精供卵试管',
    '卵子捐赠',
    '接受赠卵',
    'IVF with donated eggs',
    'oocyte donation',
    'donated sperm',
    '供精试管',
    '自精自卵',
    'frozen embryo transfer',
    'living donor kidney transplant',
  ])
    t.notOk(forbidden.has(treatmentCode(words) ?? ''), words);
  for (const words of ['有偿供卵试管', '买卵试管', 'buy donor eggs', '卖卵'])
    t.equal(treatmentCode(words), 'gamete-trade', words);
});
