import { pinyin } from 'pinyin-pro';
import { cities, provinces, shortName } from './divisions.ts';

/** Established English names that are no pinyin, and the one pair that pinyin cannot tell apart (Shanxi, Shaanxi). */
const PROVINCES: Readonly<Record<string, string>> = {
  shaanxi: '陕西省',
  shanxi: '山西省',
  innermongolia: '内蒙古自治区',
  neimongol: '内蒙古自治区',
  tibet: '西藏自治区',
  hongkong: '香港特别行政区',
  macau: '澳门特别行政区',
  macao: '澳门特别行政区',
  peking: '北京市',
  tientsin: '天津市',
  chungking: '重庆市',
  kwangtung: '广东省',
  guangxizhuang: '广西壮族自治区',
  ningxiahui: '宁夏回族自治区',
  xinjianguygur: '新疆维吾尔自治区',
  xinjianguyghur: '新疆维吾尔自治区',
  sinkiang: '新疆维吾尔自治区',
  chekiang: '浙江省',
  kiangsu: '江苏省',
  kiangsi: '江西省',
  fukien: '福建省',
  hopei: '河北省',
  honan: '河南省',
  hupeh: '湖北省',
  szechwan: '四川省',
  szechuan: '四川省',
  shensi: '陕西省',
  shansi: '山西省',
  kansu: '甘肃省',
  shantung: '山东省',
  anhwei: '安徽省',
  kwangsi: '广西壮族自治区',
  kweichow: '贵州省',
};

const CITIES: Readonly<Record<string, string>> = {
  canton: '广州市',
  peking: '北京市',
  tientsin: '天津市',
  chungking: '重庆市',
  nanking: '南京市',
  soochow: '苏州市',
  hangchow: '杭州市',
  tsingtao: '青岛市',
  amoy: '厦门市',
  swatow: '汕头市',
  mukden: '沈阳市',
  foochow: '福州市',
  ningpo: '宁波市',
  wenchow: '温州市',
  tsinan: '济南市',
  chefoo: '烟台市',
  dairen: '大连市',
  chengtu: '成都市',
  hankow: '武汉市',
  sian: '西安市',
  kweilin: '桂林市',
  kweiyang: '贵阳市',
  lanchow: '兰州市',
  harbin: '哈尔滨市',
  qiqihar: '齐齐哈尔市',
  hohhot: '呼和浩特市',
  huhhot: '呼和浩特市',
  ordos: '鄂尔多斯市',
  hulunbuir: '呼伦贝尔市',
  bayannur: '巴彦淖尔市',
  ulanqab: '乌兰察布市',
  urumqi: '乌鲁木齐市',
  karamay: '克拉玛依市',
  turpan: '吐鲁番市',
  kashgar: '喀什地区',
  hotan: '和田地区',
  lhasa: '拉萨市',
  shigatse: '日喀则市',
  xigaze: '日喀则市',
  nyingchi: '林芝市',
  taipei: '台北市',
  newtaipei: '新北市',
  taoyuan: '桃园市',
  taichung: '台中市',
  kaohsiung: '高雄市',
  keelung: '基隆市',
  hsinchu: '新竹市',
  chiayi: '嘉义市',
  luan: '六安市',
  lvliang: '吕梁市',
  lvlv: '吕梁市',
};

const LARGER: readonly (readonly [string, string])[] = [
  ['taizhou', '台州市'],
  ['yichun', '宜春市'],
];

const latin = (name: string): string =>
  pinyin(shortName(name), { toneType: 'none', type: 'array', v: false })
    .join('')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

const tableOf = (names: Iterable<string>, fixed: Readonly<Record<string, string>>) => {
  const table = new Map<string, readonly string[]>();
  for (const name of names) {
    const key = latin(name);
    const before = table.get(key) ?? [];
    if (!before.includes(name)) table.set(key, [...before, name]);
  }
  for (const [key, name] of Object.entries(fixed)) table.set(key, [name]);
  // Of places spelled alike the more populous comes first.
  for (const [key, first] of LARGER) {
    const names = table.get(key) ?? [];
    if (names.includes(first)) table.set(key, [first, ...names.filter((one) => one !== first)]);
  }
  return table;
};

let tables: Readonly<Record<'province' | 'city' | 'county', ReadonlyMap<string, readonly string[]>>> | null =
  null;

/** Built on the first English name, not at start: it costs some ten milliseconds. */
const built = () => {
  tables ??= {
    province: tableOf(provinces, PROVINCES),
    city: tableOf(
      cities.map((city) => city.name),
      CITIES,
    ),
    county: tableOf(
      cities.flatMap((city) => [...city.districts].filter((name) => name.endsWith('市'))),
      {},
    ),
  };
  return tables;
};

const SUFFIXES =
  /\b(the|province|prov|municipality|city|prefecture|autonomous|region|sar|special|administrative|district|china|prc|pr|p\.?r\.?)\b/g;

/** Official Chinese names an English place name can stand for: none, one, or several (Suzhou, Taizhou, Fuzhou …). */
export const englishPlaces = (text: string, level: 'province' | 'city' | 'county'): readonly string[] => {
  const key = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(SUFFIXES, ' ')
    .replace(/[^a-z]/g, '');
  return key === '' ? [] : (built()[level].get(key) ?? []);
};
