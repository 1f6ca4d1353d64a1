import hospitals from './ids.json' with { type: 'json' };
import names from './names.json' with { type: 'json' };
import { type Parameters, type Question, verify } from './question.ts';

const byName = (kind: string, list: readonly string[], more: Parameters = {}): readonly Question[] =>
  list.map((name) => verify(kind, { name, ...more }));

/** The registry ids of well-known hospitals; what they are called stands in ids.json. */
export const ids: readonly string[] = Object.keys(hospitals);

/** Ids of the service's own made-up institutions. */
export const testIds: readonly string[] = [
  'test-confirmed',
  'test-limited',
  'test-refuted',
  'test-expired',
  'test-unknown',
  'test-hostile-name',
];

/** A name that needs its place, website or campus to be settled, or that disagrees with it. */
const narrowed: readonly Parameters[] = [
  { name: '人民医院', province: '江苏省', city: '南通市' },
  { name: '中山医院', city: '上海市' },
  { name: 'Zhongshan Hospital', city: 'Shanghai' },
  { name: 'Zhongshan Hospital', city: 'Xiamen' },
  { name: '协和医院', province: '湖北省' },
  { name: '协和医院', city: '北京' },
  { name: '第一人民医院', city: '广州' },
  { name: '中医医院', province: '山东省', city: '齐齐哈尔' },
  { name: '市妇幼保健院', city: '无锡市' },
  { name: '同济医院', city: '武汉' },
  { name: '同济医院', city: '上海' },
  { name: '瑞金医院', province: '海南省' },
  { name: '华山医院', city: '深圳' },
  { name: '武警医院', province: '北京市' },
  { name: '北京大学第三医院', address: '北京市海淀区花园北路49号' },
  { name: '北京大学第三医院', website: 'https://www.puh3.net.cn/' },
  { name: '北京协和医院', website: 'https://pumch-beauty.example/' },
  { name: '复旦大学附属华山医院', campus: '虹桥院区' },
  { name: '北京协和医院', campus: '西单院区', service: 'art.ivf' },
  { name: '赣州市人民医院', campus: '南院区', claim: 'jci' },
];

/** Numbers: filings and directory ids are real ones of the lists; licence numbers and codes are made up. */
const numbered: readonly Parameters[] = [
  { uscc: '12000000000000000Q' },
  { uscc: '12100000400000000X' },
  { uscc: '91310000MA1FL00000', name: '上海嘉会国际医院' },
  { licenceNumber: '40000001011010811A1001' },
  { licenceNumber: 'PDY00000-031010517A1001', name: '复旦大学附属华山医院' },
  { licenceNumber: '12345' },
  { licenceNumber: '药临床机构备字2020000091' },
  { name: '药临床机构备字2020000091' },
  { name: '12000000000000000Q' },
  { id: 'nobody-has-this' },
  { id: 'cnycricimg3j', name: '北京大学第三医院' },
  { id: 'CNYCRICIMG3J' },
  { name: '北京协和医院', uscc: '12000000000000000Q' },
];

export const askedByName: readonly Question[] = [
  ...ids.map((id) => verify('verify by id', { id })),
  ...testIds.map((id) => verify('verify by id', { id })),
  ...numbered.map((one) => verify('verify by number', one)),
  ...byName('verify by listed name', names.listed),
  ...byName('verify by English name', names.english),
  ...byName('verify by former name', names.former),
  ...byName('verify by alias', names.alias),
  ...byName('verify by traditional characters', names.traditional),
  ...byName('verify a look-alike', names.lookAlikes),
  ...byName('verify nobody', names.nobody),
  ...byName('verify in Chinese', [...names.lookAlikes, ...names.alias.slice(-15)], { lang: 'zh' }),
  ...byName('verify in Chinese', names.english, { lang: 'zh' }),
  ...narrowed.map((one) => verify('verify narrowed', one)),
];
