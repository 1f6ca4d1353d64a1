import t from 'tap';
import { gates } from '../../schema/credential.ts';
import { claimCode, treatmentCode } from '../../src/verdict/offer/code-of-words.ts';
import { signOf } from '../../src/verdict/offer/unlawful.ts';
import { claimCodes, findGrade, isClaim, suggestClaims } from '../../src/verdict/vocabulary/claims.ts';
import { programmes, schemes } from '../../src/verdict/vocabulary/schemes.ts';
import {
  findService,
  searchServices,
  services,
  suggestServices,
} from '../../src/verdict/vocabulary/services.ts';

const best = (text: string): string | undefined => searchServices(text)[0]?.service.code;

t.test('everyday words in English and Chinese find their service', async (t) => {
  const said: readonly (readonly [string, string])[] = [
    ['proton therapy', 'proton'],
    ['质子', 'proton'],
    ['重离子治疗', 'carbon-ion'],
    ['CAR-T for lymphoma', 'car-t'],
    ['third-generation IVF', 'art.pgt'],
    ['第三代试管婴儿', 'art.pgt'],
    ['试管婴儿', 'art.ivf'],
    ['IVF', 'art.ivf'],
    ['donor sperm', 'art.aid'],
    ['代孕', 'surrogacy'],
    ['surrogate mother', 'surrogacy'],
    ['kidney transplant', 'transplant.kidney'],
    ['换肝', 'transplant.liver'],
    ['bone marrow transplant', 'G01'],
    ['ECMO', 'G11'],
    ['达芬奇手术', 'surgical-robot'],
    ['射波刀', 'cyberknife'],
    ['奕凯达', 'car-t.axi-cel'],
    ['羊水穿刺', 'prenatal-diagnosis'],
    ['leg lengthening', 'limb-lengthening'],
    ['乐城特许', 'lecheng.special-import'],
    ['sex selection', 'sex-selection'],
    ['包生男孩', 'sex-selection'],
    ['designer baby', 'embryo-gene-editing'],
    ['有偿捐卵', 'gamete-trade'],
    ['胚胎捐赠', 'embryo-donation'],
    ['克隆人', 'human-cloning'],
  ];
  for (const [words, code] of said) t.equal(best(words), code, words);
});

t.test('words of a technology that is also tried elsewhere never mean the pilot project alone', async (t) => {
  for (const words of [
    'NK cells',
    'NK cell therapy',
    'natural killer cells',
    'NK细胞治疗',
    'dendritic cells',
    'DC vaccine',
    'DC疫苗',
    'stem cells for diabetes',
    '脂肪干细胞',
    'oncolytic virus',
    '溶瘤病毒',
    'lung cell transplantation',
    'thalassemia gene therapy',
  ]) {
    t.equal(treatmentCode(words), undefined, words);
    t.ok(suggestServices(words).length > 1, words);
  }
  for (const code of ['lecheng.nk', 'KSD-101', 'oncolytic virus M1', '乐城NK细胞', '博鳌特药'])
    t.match(treatmentCode(code), /^lecheng\./, code);
});

t.test('an unknown word lists its neighbours, and nonsense lists nothing', async (t) => {
  t.equal(suggestServices('surogacy')[0], 'surrogacy');
  t.ok(suggestServices('protn therapy').includes('proton'));
  t.same(searchServices('qqqqzzzz'), []);
  t.same(suggestServices(''), []);
  for (const text of ['chemo', 'knee replacement', 'dialysis', 'acupuncture', '化疗', 'hernia repair'])
    t.same(suggestServices(text), [], `${text} is like nothing that a list is about`);
  t.equal(suggestClaims('JCI accredited')[0], 'jci');
  t.equal(suggestClaims('三级甲等')[0], 'grade:3A');
});

t.test('every code is unique, belongs to a gate, and says in both languages what it is', async (t) => {
  t.equal(new Set(services.map(({ code }) => code.toLowerCase())).size, services.length);
  const unsaid = services.filter(({ name, basis, words }) =>
    [name.en, name.zh, basis.en, basis.zh, words.en, words.zh].some(({ length }) => length === 0),
  );
  t.same(unsaid, [], 'a name, a basis and everyday words in both languages');
  t.same(
    services.filter(({ gate }) => !gates.includes(gate)),
    [],
  );
});

t.test('the catalogue of 2022 has twelve technologies, ten of them from the list of 2017', async (t) => {
  const restricted = services.filter(({ code }) => /^G\d\d$/.test(code));
  t.equal(restricted.length, 12);
  t.equal(restricted.filter(({ predecessor }) => predecessor !== undefined).length, 10);
  const of2017 = services.filter(({ code }) => code.startsWith('T2017-'));
  t.equal(of2017.length + 10 - 1, 15, 'the entry narrowed to allogeneic transplants counts once');
});

t.test('words that give a medical reason, or deny what is prohibited, are no offer of it', async (t) => {
  for (const words of [
    'medically indicated sex selection',
    'sex selection for haemophilia carriers',
    'choose a girl because of Duchenne',
    'sex selection of embryos to avoid an inherited illness',
    'IVF without sex selection',
    'counselling after sex selection',
    'IVF without egg trade',
    'buy storage in a sperm bank',
    '血友病选性别',
    '性别选择（有医学指征）',
    '伴性遗传病胎儿性别鉴定',
    '不选性别的试管婴儿',
    '试管婴儿不包男孩',
  ])
    t.equal(treatmentCode(words), undefined, words);
  for (const words of ['non-medical sex selection', 'sex selection without medical need'])
    t.equal(treatmentCode(words), 'sex-selection', words);
  t.equal(treatmentCode('非医学需要的胎儿性别鉴定'), 'sex-determination');
});

t.test('an offer of what is prohibited is no treatment without a list, in whatever words', async (t) => {
  for (const [words, code] of [
    ['bought eggs', 'gamete-trade'],
    ['sell my eggs', 'gamete-trade'],
    ['选男孩', 'sex-selection'],
    ['choose the sex of my baby', 'sex-selection'],
    ['IVF with sex selection', 'sex-selection'],
    ['rent a womb', 'surrogacy'],
    ['leg lengthening surgery', 'limb-lengthening'],
  ] as const)
    t.equal(treatmentCode(words), code, words);
  for (const words of ['buy a kidney', '买肾', 'kidney for sale']) {
    t.equal(treatmentCode(words), undefined, words);
    t.match(signOf(words), { code: 'organ-trade' }, words);
  }
  for (const words of ['chemotherapy', 'hip replacement', '化疗', 'cataract surgery', 'heart surgery'])
    t.match([treatmentCode(words), signOf(words)], [undefined, null], words);
});

t.test('grades and marks are read as people write them, and nothing else is taken for one', async (t) => {
  for (const [words, code] of [
    ['3A', 'grade:3A'],
    ['III-A', 'grade:3A'],
    ['Class 3, Grade A', 'grade:3A'],
    ['grade III class A hospital', 'grade:3A'],
    ['IIB', 'grade:2B'],
    ['tertiary', 'grade:3'],
    ['level 2', 'grade:2'],
    ['三级甲等医院', 'grade:3A'],
    ['JCI accredited', 'jci'],
    ['JCI认证', 'jci'],
    ['ISO 9001 certified', 'iso-9001'],
    ['Licensed', 'licence'],
    ['Tertiary, Grade A', 'grade:3A'],
  ] as const)
    t.equal(claimCode(words), code, words);
  for (const words of ['3', 'III', 'A', 'AAA', '3Z', '3A 3B', 'hospital', 'grade A', 'level 9', 'accredited'])
    t.equal(claimCode(words), undefined, words);
});

t.test('a code is found in any case of letters, and an unknown one is not', async (t) => {
  t.equal(findService(' g06 ')?.code, 'G06');
  t.equal(findService('ART.IVF')?.code, 'art.ivf');
  t.equal(findService('constructor'), undefined);
});

t.test('every claim can be checked, and each scheme says what it attests and what it does not', async (t) => {
  t.same(
    claimCodes.filter((code) => !isClaim(code)),
    [],
  );
  t.notOk(isClaim('__proto__'));
  t.equal(findGrade('grade:3A')?.name.zh, '三级甲等');
  const open = schemes.filter(({ attests, doesNot }) =>
    [attests.en, attests.zh, doesNot.en, doesNot.zh].some((text) => !/[.。]$/.test(text)),
  );
  t.same(open, [], 'each in one sentence');
  t.same(
    [...schemes, ...programmes].filter(({ sources }) => sources.length === 0),
    [],
    'each cites a source',
  );
});
