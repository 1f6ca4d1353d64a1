/**
 * Words that say what kind of body something is, never which one. A name made of these alone (人民医院,
 * "First Affiliated Hospital") belongs to hundreds of institutions, so it scores nothing (verdict.md §4).
 */
const genericZh = [
  '人民|市民|民众|职工|工人|农垦|企业|厂矿|中心|总|附属|直属|省立|市立|县立|区立|省级|市级|立',
  '第[一二三四五六七八九十百千0-9]+|[一二三四五六七八九十]',
  '中西医结合|中西医|中医药|中医|中西|西医|民族|藏医|蒙医|维医|壮医|苗医|蒙中医|藏|蒙',
  '妇幼保健计划生育|计划生育|服务|妇幼保健|妇幼|妇产科|妇产|妇女|妇科|产科|妇儿|儿童|儿科|妇保|保健',
  '肿瘤|癌症|口腔|牙科|眼科|眼|耳鼻喉|骨科|骨伤|正骨|精神病|精神卫生|精神|心理|脑科|胸科|肺科|胸|心血管病|心血管|心脏|血液病|皮肤病|皮肤|性病',
  '传染病|传染|结核病|结核|肝病|肾病|糖尿病|风湿|肛肠|男科|不孕不育|生殖|医学|遗传|美容|整形|烧伤|创伤|急救|中风|脑血管',
  '康复|老年病|老年|职业病|疗养|护理|红十字会|红十字|慈善|公共卫生|临床|防治|预防|控制|疾病|健康|体检',
  '地段|综合|专科|联合|国际|互联网|社区|乡镇|乡|镇|村|街道|卫生|门诊部|诊所|诊室|门诊|科|病',
  '医疗|医院|医|院|所|站|室|部|中心|省|市|区|县|州|旗|盟|分|东|西|南|北|新|老|本|和|与|及',
].join('|');
const GENERIC_ZH = new RegExp(genericZh, 'gu');

/** What is left of a Chinese name (simplified, bare) when the generic words are taken out; one pass, no backtracking. */
export const withoutGenericZh = (text: string): string => text.replace(GENERIC_ZH, '');

/** True when a Chinese name holds nothing but generic words. */
export const isGenericZh = (text: string): boolean => withoutGenericZh(text) === '';

/** English words of institutions' kinds, in the canonical spelling that `canonicalWord` gives. */
export const genericEn: ReadonlySet<string> = new Set(
  (
    'hospital people center affiliated general tcm maternal child children women municipal provincial district ' +
    'county city town township province university medical college school academy medicine clinic clinical red cross ' +
    'health healthcare care cancer eye ent stomatology mental psychiatric infectious disease rehabilitation ' +
    'orthopedics integrated western chinese traditional tuberculosis chest cardiovascular heart skin dermatology ' +
    'obstetrics gynecology pediatric central workers specialized teaching international prevention treatment service ' +
    'institute research foundation national state community emergency geriatric plastic surgery brain hepatobiliary ' +
    'liver kidney lung occupational blood autonomous prefecture region branch new old east west north south ' +
    'department division medicines pharmacy nursing sanatorium and for'
  ).split(' '),
);

const canonical: Readonly<Record<string, string>> = {
  hospitals: 'hospital',
  yiyuan: 'hospital',
  hosp: 'hospital',
  renmin: 'people',
  peoples: 'people',
  people: 'people',
  centre: 'center',
  affiliate: 'affiliated',
  affil: 'affiliated',
  univ: 'university',
  uni: 'university',
  daxue: 'university',
  tumor: 'cancer',
  tumour: 'cancer',
  oncology: 'cancer',
  oncological: 'cancer',
  maternity: 'maternal',
  matern: 'maternal',
  childrens: 'children',
  child: 'child',
  kids: 'children',
  womens: 'women',
  saint: 'st',
  ophthalmic: 'eye',
  ophthalmology: 'eye',
  ophthalmological: 'eye',
  stomatological: 'stomatology',
  dental: 'stomatology',
  orthopaedic: 'orthopedics',
  orthopaedics: 'orthopedics',
  orthopedic: 'orthopedics',
  gynaecology: 'gynecology',
  obstetric: 'obstetrics',
  psychiatry: 'psychiatric',
  diseases: 'disease',
  zhongyi: 'tcm',
  zhongyiyuan: 'tcm',
  // 协和 is written Union, Xiehe and Hsieh-ho for the same word.
  xiehe: 'union',
  municipality: 'municipal',
  shi: 'municipal',
  sheng: 'provincial',
  province: 'provincial',
  city: 'municipal',
  sichuan: 'sichuan',
  szechuan: 'sichuan',
  canton: 'guangdong',
  peking: 'beijing',
  tsinghua: 'qinghua',
};

/** One spelling for the words that English hospital names vary. */
export const canonicalWord = (word: string): string => canonical[word] ?? word;

const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  );

/** 1 for "first", "1st"; null when the word is no ordinal. */
export const ordinalOf = (word: string): number | null => {
  const at = ordinalWords.indexOf(word);
  if (at >= 0) return at + 1;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : null;
};
