import { ids, testIds } from './asked-by-name.ts';
import codes from './codes.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import { get, post, type Question } from './question.ts';

const REGISTER = '3978c0a31c67b2297e85933f39ad78291704a8279db9a0081a0fa4e6abeb2ebd';
const REPRODUCTION = '710c2cf2c0e7236d2880d3bffeff4ec1917b378507766ef670994d87f07754e0';
const STEM_CELLS = '776918b59527167c73e26078b59986174eb871cfaa0be305b3ac1758ce614857';

const evidence: readonly Question[] = [
  get('evidence', `/v1/evidence/${REGISTER}`),
  get('evidence', `/v1/evidence/${REGISTER}`, { row: '406' }),
  get('evidence', `/v1/evidence/${REGISTER}`, { row: '1', lang: 'zh' }),
  get('evidence', `/v1/evidence/${REGISTER}`, { row: '999999' }),
  get('evidence', `/v1/evidence/${REPRODUCTION}`, { row: '2' }),
  get('evidence', `/v1/evidence/${STEM_CELLS}`, { row: '1', lang: 'zh' }),
  get('evidence', `/v1/evidence/${REGISTER}/bytes`),
  get('evidence', `/v1/evidence/${REPRODUCTION}/bytes`),
  get('evidence', `/v1/evidence/${STEM_CELLS}/bytes`),
];

const typed = [
  'ruijin',
  '瑞金',
  '协和',
  'xiehe',
  '北医',
  'Peking Uni',
  '華山',
  'hua',
  '301',
  '湘雅',
  '口腔',
  'x',
];

const numbers = [
  '12000000000000000Q',
  '12000000000000000A',
  '40000001011010811A1001',
  'PDY00000-031010517A1001',
  '药临床机构备字2020000091',
  '04WWQZE12',
  '400000000',
  '110999999099999',
  'H11010500001',
  'not-a-number',
  '00000',
];

/** Offers made up for this test, in the tone of real ones. */
const offers: readonly object[] = [
  { text: 'JCI accredited hospital offering CAR-T and proton therapy. 100% success rate, no side effects.' },
  { text: '我院为三级甲等医院，通过JCI认证，开展干细胞治疗，包治百病。', name: '北京协和医院' },
  { text: 'We do not offer surrogacy. IVF and PGT are available.', name: 'Ruijin Hospital' },
  { text: 'Stem cell therapy for knees in Lecheng, ISO 9001 certified.', name: '博鳌超级医院' },
  { text: '代孕包成功，包性别，签约保证。' },
  { text: 'Kidney transplant without waiting list, FDA approved, in Beijing.', name: '北京协和美容医院' },
  { text: 'A quiet garden and good food.' },
  { text: 'Heavy ion therapy, grade 3A.', id: 'cnjjs7qvo4am' },
  { text: '质子治疗 机器人手术 角膜移植 三甲', name: '瑞金医院', lang: 'zh' },
  { sender: 'agency.example', name: '北京协和医院' },
  { text: '我们是就医中介，根据789号令可做干细胞', sender: '编造就医公司', lang: 'zh' },
  { text: '' },
  { name: 'Ruijin Hospital' },
  { text: 'JCI', servise: 'x' },
];

const searches = [
  'proton therapy',
  '试管婴儿',
  'stem cell',
  'transplant',
  '质子',
  'CAR-T',
  'ivf',
  'robot',
  'G06',
  'zzz',
];

export const lookedUp: readonly Question[] = [
  ...[...ids.slice(0, 30), ...testIds].map((id) => get('institution', `/v1/institutions/${id}`)),
  ...ids.slice(0, 6).map((id) => get('institution', `/v1/institutions/${id}`, { lang: 'zh' })),
  ...[...names.alias.slice(-15), ...names.lookAlikes.slice(0, 4), ...names.english.slice(-7)].map((name) =>
    get('institutions', '/v1/institutions', { name }),
  ),
  get('institutions', '/v1/institutions', { name: '人民医院', city: '南通市', limit: '3' }),
  get('institutions', '/v1/institutions', { name: '人民医院', province: '江苏省', lang: 'zh' }),
  ...typed.map((q) => get('suggest', '/v1/suggest', { q })),
  get('suggest', '/v1/suggest', { q: '瑞金', lang: 'en' }),
  ...numbers.map((value) => get('identifier', `/v1/identifiers/${value}`)),
  get('technologies', '/v1/technologies'),
  ...searches.map((q) => get('technologies', '/v1/technologies', { q })),
  ...codes.services.map((code, at) =>
    get('technologies', `/v1/technologies/${code}`, at % 3 === 0 ? { lang: 'zh' } : {}),
  ),
  get('schemes', '/v1/schemes'),
  get('sources', '/v1/sources'),
  get('sources', '/v1/sources', { lang: 'zh' }),
  ...codes.sources.map((id, at) => get('sources', `/v1/sources/${id}`, at % 4 === 0 ? { lang: 'zh' } : {})),
  ...evidence,
  get('contradictions', '/v1/contradictions'),
  get('contradictions', '/v1/contradictions', { limit: '5', after: 'cn5uj7cpswhk' }),
  ...offers.map((offer) => post('offer', '/v1/claims/check', offer)),
  get('runs', '/v1/runs'),
  get('runs', '/v1/runs/1'),
  post('receipt', '/v1/receipts', { name: 'Ruijin Hospital', claim: ['jci'] }),
  post('receipt', '/v1/receipts', { id: 'test-refuted', lang: 'zh' }),
  get('receipt', '/v1/receipts/keys'),
  get('operations', '/healthz'),
  get('operations', '/readyz'),
  get('operations', '/openapi.json'),
];
