import codes from './codes.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import { type Parameters, post, type Question, verify } from './question.ts';

/** Hospitals each treatment is asked of: a large public one in English, one by a short name in Chinese, one that is on few lists. */
const treatmentsAskedOf: readonly Parameters[] = [
  { id: 'cnycricimg3j' },
  { name: '瑞金医院', lang: 'zh' },
  { name: 'Perennial General Hospital Tianjin' },
];

const treatments: readonly Question[] = codes.services.flatMap((service) =>
  treatmentsAskedOf.map((who) => verify('verify a treatment', { ...who, service })),
);

/** Hospitals that hold what is asked for, or seem to. */
const fitting: readonly (readonly [service: string, name: string])[] = [
  ['proton', '上海市质子重离子医院'],
  ['carbon-ion', '上海市质子重离子医院'],
  ['G06', '上海市质子重离子医院'],
  ['proton', '淄博万杰肿瘤医院'],
  ['carbon-ion', '甘肃省武威肿瘤医院'],
  ['proton', '徐州质子重离子医院'],
  ['art.pgt', '北京大学第三医院'],
  ['art.aid', '中信湘雅生殖与遗传专科医院'],
  ['art.ivf', '无锡市妇幼保健院'],
  ['stem-cell.research', '中日友好医院'],
  ['lecheng.special-import', '博鳌超级医院'],
  ['lecheng.knee-stem-cell', '博鳌超级医院'],
  ['lecheng.special-import', '瑞金海南医院'],
  ['art.ivf', '北京协和美容医院'],
  ['surrogacy', 'Made-up Example Hospital'],
];

const claims: readonly Question[] = codes.claims.flatMap((claim) => [
  verify('verify a claim', { id: 'cngwnsm65xz5', claim }),
  verify('verify a claim', { name: '复旦大学附属华山医院', claim, lang: 'zh' }),
]);

/** Institutions that have held a private mark, or were said to. */
const marked = [
  'Clifford Hospital',
  'TEDA International Cardiovascular Hospital',
  'Beijing United Family Hospital',
  'Suzhou BenQ Hospital',
  'Gleneagles Hospital Hong Kong',
  '上海泰坤堂中医医院',
  '上海中医药大学附属曙光医院',
  '烟台毓璜顶医院',
  '中国医学科学院阜外医院',
  '北京和美妇儿医院',
];
const marks: readonly Question[] = marked.flatMap((name) => [
  verify('verify a mark', { name, claim: 'jci,ciha,achsi,himss' }),
  verify('verify a mark', { name, claim: 'licence,grade:3A,pilot:shanghai-imt', asOf: '2021-06-01' }),
]);

const days = [
  '2016-01-01',
  '2020-08-12',
  '2022-12-31',
  '2023-03-30',
  '2024-06-30',
  '2025-09-01',
  '2026-11-20',
];
const asOf: readonly Question[] = days.flatMap((day) => [
  verify('verify as of a day', { name: '北京协和医院', service: 'art.ivf', asOf: day }),
  verify('verify as of a day', { name: '浙江大学医学院附属邵逸夫医院', claim: 'jci', asOf: day }),
  verify('verify as of a day', {
    name: '上海嘉会国际医院',
    claim: 'pilot:shanghai-imt',
    asOf: day,
    lang: 'zh',
  }),
]);

/** Past generations are held to a share a minute and client. */
const generations: readonly Question[] = [
  ...names.listed.slice(0, 8).map((name) => verify('verify in a generation', { name, generation: '1' })),
  verify('verify in a generation', { name: '北京协和医院', generation: '2' }),
  verify('verify in a generation', { name: '北京协和医院', generation: '0' }),
].map((question) => ({ ...question, from: '10.7.0.1' }));

const batches: readonly Question[] = [
  names.listed.slice(0, 6).map((name) => ({ name })),
  names.lookAlikes.map((name) => ({ name, lang: 'zh' })),
  names.listed.slice(6, 12).map((name) => ({ name, service: 'G06', claim: ['jci', 'grade:3A'] })),
  [{ id: 'test-confirmed' }, { id: 'test-refuted' }, { id: 'nobody-has-this' }],
  [
    { name: '北京协和医院', asOf: '2025-09-01' },
    { name: 'Ruijin Hospital', claim: 'jci' },
  ],
].map((questions) => post('verify a batch', '/v1/verify', questions));

const posted: readonly Question[] = names.listed
  .slice(0, 6)
  .map((name) => post('verify by POST', '/v1/verify', { name, claim: ['licence', 'jci'], service: 'car-t' }));

/** Nobody of these is held: all are made up, and each is asked by a client of its own. */
const physicians: readonly Question[] = [
  { name: '北京协和医院', practitioner: '编造医师', purpose: 'own-treatment' },
  { name: '北京协和医院', practitioner: '编造医师', purpose: 'relative', lang: 'zh' },
  { id: 'cnycricimg3j', practitioner: '编造医师', purpose: 'referral', service: 'art.ivf' },
  { name: '北京协和医院', certificateNumber: '110999999099999', purpose: 'insurance' },
  { name: '北京协和医院', certificateNumber: '12345', purpose: 'insurance' },
  { name: '北京协和医院', practitioner: 'Dr Made Up', purpose: 'credentialing' },
  { name: 'Made-up Example Hospital', practitioner: '编造医师', purpose: 'own-treatment' },
  { name: '协和医院', practitioner: '编造医师', purpose: 'own-treatment' },
  { id: 'test-confirmed', practitioner: '编造医师', purpose: 'own-treatment' },
  { name: '北京协和医院', practitioner: '编造医师' },
  { name: '北京协和医院', practitioner: '编造医师', purpose: 'curiosity' },
  { practitioner: '编造医师', purpose: 'own-treatment' },
  { name: '北京协和医院', purpose: 'referral' },
  { name: '北京协和医院', practitioner: '编造医师', purpose: 'referral', generation: 1 },
  { name: '北京协和医院', practitioner: '编造医师', purpose: 'referral', asOf: '2025-09-01' },
  [{ name: '北京协和医院', practitioner: '编造医师', purpose: 'referral' }, { name: 'Ruijin Hospital' }],
].map((body, at) => ({ ...post('verify a physician', '/v1/verify', body), from: `10.6.0.${at + 1}` }));

export const askedOfGates: readonly Question[] = [
  ...treatments,
  ...fitting.map(([service, name]) => verify('verify a treatment', { name, service })),
  ...claims,
  ...marks,
  ...asOf,
  ...generations,
  ...batches,
  ...posted,
  ...physicians,
];
