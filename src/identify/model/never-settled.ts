import { isOfOtherBody, ofGeneralBody } from './bodies-there.ts';
import { type Observed, SPELLED, STATED } from './ground.ts';
import { SMALL_ASKED } from './name-features.ts';
import { PUT_IN } from './put-in.ts';

/** "Zhejiang Hospital Cancer" has all words of a name on record, and their order makes another of it. */
export const WORK_BEHIND = 'house.work-behind';

/** 和田市 is not 和田县, nor the first hospital the second, nor 长春国文医院 吉林国文医院, nor a hospital its clinic: no likeness of the rest settles such a name. */
const ANOTHER = [
  SMALL_ASKED,
  'ordinal.differs',
  'place.differs',
  'place.equal:other-word',
  'place.province:other-word',
  // 河池地区人民医院 may have become 河池市人民医院, or another bears that name today; no place is called 清县, and 德清县 is another.
  'place.former',
  'place.unknown',
  // "Enshi Central Hospital": the prefecture's, or the town's; 长岛县 and 蓬莱市: one district today, and two hospitals.
  'town.two-levels',
  // 山东济南妇幼保健院 is the city's, and 山东省妇幼保健院 only stands there.
  'town.unsaid',
  'district.bygone',
  // 静安区中心医院 and 闸北区中心医院: two districts that became one.
  'district.equal:named-elsewhere',
  'district.former:other-word',
  // "Tianjin Cancer Hospital, Konggang Hospital": it names another house behind, which is no name of this one.
  'house.unmet',
  // "Ruijin Specialist Hospital", "Affiliate of West China Hospital", "Ruijin City Hospital", "Ruijin Hospital, Shanghai Stem Cell Institute".
  'house.passed-over',
  // 瑞金海南医疗公司, 上海市第一人民医学院.
  'house.other-body',
  'house.towns',
  'house.institute',
  WORK_BEHIND,
  'house.town-there',
  'district.differs',
  'district.level',
  // 长安医院, 西安市长安区医院: nothing agrees but a word that is a district's.
  'district.alone',
  // 第五医院 beside 大庆市, 齐齐哈尔医学院第五附属医院.
  'beside.generic',
  // "Second Peking Union Medical College Hospital", once a name of the army's.
  'alias.other-body',
  // 鹤岗鹤矿医院兴安分院: it has a licence of its own.
  'branch.differs:asked-house',
  // 南昌一附院: of one of its town's universities.
  'parent.short:town',
  // "Parkway Shanghai": a part of a name, and not even that it is a hospital.
  'part.body',
  // 中山二院, 中山市第二人民医院: the place is that of the body which the name states.
  'place.equal:borrowed',
  // 假复旦大学附属华山医院, 醴陵市和中医院.
  PUT_IN,
  // 镇坪医院, 大坪医院: one of the two characters that are not "hospital" is another; 华西二院 has its word.
  'short.inside',
];

/** Parts that speak against a candidate, from which on nothing but its spelling settles it: a slip of the pen may make several of them. */
const TOO_MANY = 4;
const BY_SPELLING = [...SPELLED, 'key.initials'];

type Has = (code: string) => boolean;

/** 厦门眼科中心, 厦门眼科中心医院; 亚心医院, 亚心总医院. */
const OTHER_HOUSES = [
  ['body.differs:kin', 'key.sole', 'no-core'],
  ['contained.sort', 'core.equal'],
  // 荆州妇幼保健院 is the city's, and not 荆州区妇幼保健院.
  ['district.not-said:open', 'contained.slip', 'no-core'],
  // 协和医院 beside 天津市: the word stands in the body of an institute of blood there, and its work was not said.
  ['contained.extra', 'specialty.differs:more'],
  // "Parkway Health": a chain's words and no house, and what they fit is one of its houses.
  ['unplaced', 'body.differs:asked', 'branch.other-name'],
  // 林顺潮眼科医院: a part of a chain's word and its work, and a house of it in some town.
  ['unplaced', 'core.part', 'specialty.equal', 'contained.piece:inner'],
] as const;
/**
 * 绵阳医院, 成都中医药大学附属绵阳医院; 福州医院, 中国人民解放军南京军区福州总医院: a town, and of the body there nothing was said, nor that it is its. 北京儿童医院 says of which kind, as
 * 首都医科大学附属北京儿童医院 does.
 */
const isOfTownAlone = (has: Has): boolean =>
  ['few-characters', 'no-core', 'parent.not-said:other', 'place.equal:both'].every(has) &&
  (has('sort.affiliated') || has('sort.differs:chief')) &&
  !has('specialty.equal');
/** Without the city beside them: 医大一院 is of one of many universities; 中山二院 read as the second hospital of the city 中山. */
const UNLESS_BESIDE = [
  // 华厦眼科: a chain's word and work, and of the house only that it stands in a town that was not said.
  ['stated.obscure', 'key.house-short'],
  // 普瑞眼科: a chain's word and work without a house, whose only house on record no authority lists.
  ['unplaced', 'key.house', 'directory-only'],
  ['stated.other-branch'],
  ['parent.general', 'parent.equal'],
  ['readings.some', 'key.house'],
] as const;
/** 北京胸科医院, or 胸科医院 beside 北京, is not 解放军胸科医院: a town's hospital of a specialty, and that of a body there which was not said. */
const isOfBodyThere = (has: Has): boolean =>
  ['parent.not-said:other', 'no-core', 'specialty.equal'].every(has) &&
  !has('sort.affiliated') &&
  ['place.equal:where', 'place.province:where', 'beside.agrees'].some(has);

/** "Shanghai C-MER Eye Hospital, Pudong Branch": another part of that hospital than the one on record. */
const isOtherHouse = (has: Has): boolean =>
  isOfBodyThere(has) ||
  isOfTownAlone(has) ||
  (has('branch.differs:other') && !BY_SPELLING.some(has)) ||
  OTHER_HOUSES.some((codes) => codes.every(has)) ||
  (!has('beside.agrees') && UNLESS_BESIDE.some((codes) => codes.every(has)));

/**
 * Several towns have what was said (普陀区, "Jianyang Hospital of TCM"), and nothing says which is meant. A hospital whose name in our words is just that
 * is doubted where each town has such a one: "Taizhou Hospital of TCM" is of 泰州 or of 台州, "Fuzhou Pulmonary Hospital" of one; "Longhua, Shenzhen" says of which city.
 */
const isShared = (has: Has): boolean =>
  ['district.shared', 'core.county'].some(has) ||
  (has('core.district:called-by-shared-sound') && !has('place.equal:both'));
export const isOfOneOfSeveralTowns = (has: (code: string) => boolean): boolean =>
  isShared(has) &&
  !has('beside.agrees') &&
  ((has('town.each-has') && !has('beside.province')) || !has('key.translation'));

/**
 * "Bozhou People's Hospital" (亳州, and 博州 in short), "Chuxiong People's Hospital" (the prefecture's, and the town's): our words for a name on record, and the place in them is first
 * another than the record's.
 */
const isOfTownSaidAlike = (has: Has): boolean =>
  has('key.translation') &&
  (['town.two-levels', 'district.not-said:open'].every(has) ||
    (has('place.differs') && !['covered.both', 'parent.equal', 'beside.agrees'].some(has)));

/** 渝水区妇幼保健院, 北京市崇文区口腔医院: the city's house, which stands in the district whose own was asked for. */
const ofTheCity = (has: Has): boolean =>
  (has('district.equal:where') || has('district.former:where')) && has('no-core');

/** Several universities are called so in short; the city beside the name, or a word of the hospital's own (南医大明基医院), says which. */
const isToldApart = (has: Has): boolean => has('clean.sole') && (has('beside.agrees') || has('core.equal'));

/** 东区医院, 成都东区医院: on no authority's list, nothing agrees but general words, and its name states a town that was not said. */
const ofGeneralWords = (has: Has): boolean =>
  ['directory-only', 'no-core', STATED].every(has) &&
  !['sort.equal', 'specialty.equal', 'beside.agrees'].some(has);

const STATES_TOWN = ['unplaced.stated', 'parented.stated'];

/**
 * 重庆市口腔医院, 重庆市渝中区口腔医院: an English name that leaves out the word which the Chinese ones have settles nothing. The number of a university's
 * hospital is one hospital's: 中山大学附属第二医院, "Second Affiliated Hospital of Sun Yat-sen University", is 孙逸仙纪念医院.
 */
const isNumberedByUniversity = (has: Has): boolean =>
  has('parent.equal') && (has('ordinal.equal') || has('ordinal.equal:code'));

/** 龙马区 may be 龙马潭区 or 马龙区, and 东新区 a district of its own besides 浦东新区, where nothing says in which town. */
const isDistrictMistyped = (has: Has): boolean =>
  (has('text.reordered') || has('text.slip')) &&
  has('core.extra:district') &&
  !['place.equal:both', 'beside.agrees'].some(has);

/**
 * Whether a candidate is never settled on, however likely: it is another by its number, place or level; it is a branch by the name that holds the
 * one asked (上海市第六人民医院 is not its 金山分院); several universities are called so in short (广医一院) and the city beside the name does not tell them apart; it
 * is the city's house and stands in the district whose own was asked for (渝水区妇幼保健院); its name
 * puts a town before an army hospital's code (301医院 is not 三亚301医院); or somebody else whom an authority lists bears the whole name, and this one only something like
 * it ("Suzhou Municipal Hospital" is how 苏州市立医院 is called, and our translation of 宿州市立医院).
 */
export const isNeverSettled = (observed: Observed): boolean => {
  if (observed('key.whole') !== undefined) return observed(WORK_BEHIND) !== undefined;
  const has = (code: string): boolean => observed(code) !== undefined;
  if (has('whole.rival') || isOfOneOfSeveralTowns(has) || isOfTownSaidAlike(has)) return true;
  return (
    !has('key.translation') &&
    (isOfOtherBody(has) ||
      ofGeneralBody(has) ||
      ofGeneralWords(has) ||
      isDistrictMistyped(has) ||
      ((observed('conflicts') ?? 0) >= TOO_MANY && !BY_SPELLING.some(has)) ||
      (has('sound.similar') && (observed('conflicts') ?? 0) > 1) ||
      has('contained.branch') ||
      (has('parent.short:shared') && !isToldApart(has)) ||
      ofTheCity(has) ||
      isOtherHouse(has) ||
      (STATES_TOWN.some(has) && has('ordinal.equal:code') && !has('beside.agrees')) ||
      (has('worded.word') && !isNumberedByUniversity(has)) ||
      ANOTHER.some(has))
  );
};
