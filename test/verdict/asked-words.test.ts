import t from 'tap';
import { serviceCode } from '../../src/ask/read-codes.ts';
import { readOffer } from '../../src/verdict/offer/read-offer.ts';
import { signOf } from '../../src/verdict/offer/unlawful.ts';
import { suggestServices } from '../../src/verdict/vocabulary/services.ts';
import { TODAY } from '../support/bundled-data.ts';

const day = TODAY.toISOString().slice(0, 10);

/** The code that words asked for as a treatment are read as, or what is said of them. */
const read = (words: string): string => {
  const { success, data, error } = serviceCode.safeParse(words);
  return success ? data : (error.issues[0]?.message ?? '');
};
const nearest = (words: string): unknown => {
  const [issue] = serviceCode.safeParse(words).error?.issues ?? [];
  return issue?.code === 'custom' ? issue.params?.nearest : undefined;
};

/** The signs of an offer of a thing. */
const signsOf = (thing: string, money: string): readonly string[] =>
  readOffer(`${thing}${money}`, { day, region: null }).warnings.map(({ sign }) => sign);

t.test('telling a child’s sex is asked and told as that, and choosing it as choosing', async (t) => {
  for (const words of [
    '胎儿性别鉴定',
    '性别鉴定',
    '验血查男女',
    'B超看男女',
    '寄血验子',
    'fetal sex determination',
    'NIPT gender test',
    'find out the sex of the baby',
    'baby gender test',
  ])
    t.equal(read(words), 'sex-determination', words);
  for (const words of ['选男孩', 'gender selection', 'choose the sex of the baby', '性别选择'])
    t.equal(read(words), 'sex-selection', words);
  t.match(signsOf('寄血香港查男女', '，3000元'), ['sex-determination']);
  t.match(signsOf('三代试管选男孩', '，30万元'), ['sex-selection']);
});

t.test('what an offer is warned of is warned of where it is asked for as a treatment', async (t) => {
  for (const [thing, money, sign] of [
    ['exosomes', ' for 5,000 USD', 'unregistered-product'],
    ['外泌体', '疗程5000元', 'unregistered-product'],
    ['Kymriah', ' available for 300,000 USD', 'unregistered-product'],
    ['egg freezing for single women', ', 5,000 USD', 'single-woman-eggs'],
    ['单身冻卵', '，三万元', 'single-woman-eggs'],
    ['brain surgery for drug addiction', ', 8,000 USD', 'addiction-surgery'],
    ['手术戒毒', '，四万元', 'addiction-surgery'],
  ] as const) {
    const warned = read(thing);
    t.match(warned, /in an offer a warning sign: /, thing);
    t.ok(signsOf(thing, money).includes(sign), `${thing}${money}`);
  }
  t.equal(signOf('某某干细胞医院'), null, 'a hospital that is called after such a thing is no offer of it');
});

t.test('cells that are neither a medicine nor approved are asked of the filings of research', async (t) => {
  for (const words of ['CIK', 'DC-CIK', 'CIK细胞治疗', 'TIL therapy', 'TCR-T', 'CAR-NK'])
    t.equal(read(words), 'order818.research', words);
  t.notMatch(signsOf('open til nine, ', 'free parking'), ['stem-cell-cure']);
});

t.test(
  'the same treatment is known in the other language, in other words and in another order',
  async (t) => {
    for (const [words, code] of [
      ['伽马刀', 'conventional-radiotherapy'],
      ['tomo刀', 'conventional-radiotherapy'],
      ['氩氦刀', 'G08'],
      ['RFA', 'G08'],
      ['AI-assisted surgery', 'G10'],
      ['骨科机器人', 'G10'],
      ['脐血移植', 'G01'],
      ['haploidentical transplant', 'G01'],
      ['implantation iodine seed', 'G07'],
      ['three-parent baby', 'egg-nuclear-transfer'],
      ['单身女性试管婴儿', 'single-woman-art'],
      ['Tecartus', 'car-t.brexu-cel'],
    ] as const)
      t.equal(read(words), code, words);
  },
);

t.test(
  'words that mean several treatments name them, and a piece of a name is told as a piece',
  async (t) => {
    for (const [words, codes] of [
      ['IUI', ['art.aid', 'art.aih']],
      ['人工授精', ['art.aid', 'art.aih']],
      ['HSCT', ['G01', 'T2017-01']],
      ['CRISPR', ['embryo-gene-editing', 'order818.research']],
      ['手术机器人', ['G10', 'surgical-robot']],
    ] as const) {
      t.match(read(words), /^may mean several treatments/, words);
      t.match([nearest(words)].flat().sort(), codes, words);
    }
    t.equal(read('MRI'), 'is only a part of what a treatment we hold a list about is called');
  },
);

t.test('nothing is suggested that shares only the kind of act', async (t) => {
  for (const words of [
    'egg freezing',
    'face transplant',
    'ozone therapy',
    'hair transplant',
    'music therapy',
  ])
    t.strictSame(suggestServices(words), [], words);
  for (const [words, code] of [
    ['kidny transplant', 'transplant.kidney'],
    ['proton thrapy', 'proton'],
    ['sperm freezng', 'sperm-bank'],
  ] as const)
    t.ok(suggestServices(words).includes(code), words);
});

t.test('who denies, forbids or explains such a thing offers nothing', (t) => {
  for (const text of [
    '本院严禁非医学需要的胎儿性别鉴定。',
    '禁止非医学需要的胎儿性别鉴定和选择性别人工终止妊娠',
    'Doctors here do not tell the sex of the child.',
    'It is illegal to determine the sex of a fetus in China.',
    'Kymriah is not registered in China.',
    '内地不得为单身女性实施冻卵。',
    'Egg freezing before chemotherapy is discussed with married couples.',
    '手术戒毒已被叫停，不得开展。',
    'Deep brain stimulation for Parkinson’s disease.',
    'Our addiction clinic offers counselling; neurosurgery is in another building.',
    'PGT for couples with a sex-linked disease.',
  ])
    t.strictSame(
      readOffer(text, { day, region: null }).warnings.map(({ sign }) => sign),
      [],
      text,
    );
  t.end();
});
