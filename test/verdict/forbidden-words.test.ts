import t from 'tap';
import { serviceCode } from '../../src/ask/read-codes.ts';
import { forbiddenIn, prohibitedAmong } from '../../src/verdict/offer/forbidden.ts';

/** The code that words asked for as a treatment are read as, or what is said of them. */
const read = (words: string): string => {
  const { success, data, error } = serviceCode.safeParse(words);
  return success ? data : (error.issues[0]?.message ?? '');
};
const nearest = (words: string): unknown => {
  const [issue] = serviceCode.safeParse(words).error?.issues ?? [];
  return issue?.code === 'custom' ? issue.params?.nearest : undefined;
};

t.test(
  'several treatments in one are told to be several, and what nobody may do among them is said',
  async (t) => {
    for (const [words, codes, forbidden] of [
      ['IVF, surrogacy', ['art.ivf', 'surrogacy'], 'Surrogacy'],
      ['surrogacy or IVF', ['surrogacy', 'art.ivf'], 'Surrogacy'],
      ['proton therapy / limb lengthening', ['proton', 'limb-lengthening'], 'Limb lengthening'],
      ['三代试管，性别选择', ['art.pgt', 'sex-selection'], 'Choosing a child’s sex'],
      ['试管婴儿、代孕', ['art.ivf', 'surrogacy'], 'Surrogacy'],
      ['kidney and liver transplant', ['transplant.kidney', 'transplant.liver'], null],
      ['肝、肾移植', ['transplant.liver', 'transplant.kidney'], null],
    ] as const) {
      t.match(read(words), /^holds several treatments; ask for each by itself/, words);
      t.strictSame(nearest(words), codes, words);
      if (forbidden === null) t.notMatch(read(words), /prohibited/, words);
      else t.match(read(words), `“${forbidden}`, words);
    }
    for (const [words, code] of [
      ['PET/CT', 'pet-ct'],
      ['质子/重离子', 'G06'],
      ['IVF with sex selection', 'sex-selection'],
      ['IVF?', 'art.ivf'],
    ] as const)
      t.equal(read(words), code, words);
  },
);

t.test('ordinary words for what nobody may do are read as that', async (t) => {
  for (const [words, code] of [
    ['gestational surrogacy', 'surrogacy'],
    ['commercial surrogacy', 'surrogacy'],
    ['试管代孕', 'surrogacy'],
    ['PGT for gender', 'sex-selection'],
    ['surrogacy IVF', 'surrogacy'],
    ['卖精', 'gamete-trade'],
  ] as const)
    t.equal(read(words), code, words);
});

t.test('a slip, more words or another language still hear that it is prohibited', async (t) => {
  for (const words of [
    'surogacy',
    'surrogacy consultation in Dubai',
    'Leihmutterschaft',
    'суррогатное материнство',
    '代理出産',
    '대리모',
    'mère porteuse',
    'taşıyıcı annelik',
    'mang thai hộ',
    'อุ้มบุญ',
    'تأجير الأرحام',
  ])
    t.match(read(words), /“Surrogacy” is prohibited in mainland China, at any institution$/, words);
  t.match(read('Leihmutterschaft'), /^is in a language that this service does not read/);
  t.match(read('Nierentransplantation'), /^is in a language that this service does not read[^“]*$/);
  t.strictSame(nearest('ЭКО'), ['art.ivf']);
  t.equal(nearest('экология'), undefined);
});

t.test('trade in organs is warned of in many words, and care for organs is not', async (t) => {
  for (const words of [
    'organ trade',
    'organ purchase',
    'buy an organ',
    'sell my kidney',
    '器官交易',
    '买个肾',
  ])
    t.match(read(words), /in an offer a warning sign: Trade in human organs is prohibited/, words);
  for (const line of [
    'kidney stones at Ruijin Hospital',
    'organ donation office Tianjin',
    '肾内科 瑞金医院',
    '某某干细胞医院',
    'Surrey Hospital',
    '无锡市第二人民医院',
  ])
    t.equal(forbiddenIn(line), null, line);
});

t.test('what is said not to be done is not named', async (t) => {
  t.strictSame(prohibitedAmong('no surrogacy at Ruijin Hospital'), []);
  t.strictSame(prohibitedAmong('瑞金医院不做代孕'), []);
  t.strictSame(prohibitedAmong('广州代孕医院'), ['surrogacy']);
});
