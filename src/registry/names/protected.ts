import { hasHan } from '../../kit/han.ts';
import { canonicalZh, withoutParent } from '../../kit/name-key.ts';

/**
 * A famous word that many unrelated bodies borrowed. `zh` is the word, `imitations` are homophones seen in practice,
 * `en` how English names write it (canonical words of name-key), `genuine` the full names of the genuine holders.
 */
export type ProtectedWord = Readonly<{
  zh: string;
  imitations: readonly string[];
  en: readonly string[];
  genuine: readonly string[];
}>;

/**
 * The seven words of 市监注〔2020〕55号 (2020-05-29) with their genuine holders, in the holders' registered names.
 * More than one holder, or a word typed alone: never a match.
 */
export const protectedWords: readonly ProtectedWord[] = [
  {
    zh: '协和',
    imitations: ['谐和', '协合', '偕和', '协禾'],
    en: ['union'],
    genuine: ['中国医学科学院北京协和医院', '华中科技大学同济医学院附属协和医院', '福建医科大学附属协和医院'],
  },
  { zh: '华山', imitations: ['华珊'], en: ['huashan'], genuine: ['复旦大学附属华山医院'] },
  {
    zh: '湘雅',
    imitations: ['湘亚', '相雅'],
    en: ['xiangya'],
    genuine: ['中南大学湘雅医院', '中南大学湘雅二医院', '中南大学湘雅三医院'],
  },
  {
    zh: '华西',
    imitations: ['华茜'],
    en: ['huaxi', 'westchina'],
    genuine: ['四川大学华西医院', '四川大学华西第二医院', '四川大学华西口腔医院'],
  },
  { zh: '齐鲁', imitations: ['齐鹿'], en: ['qilu'], genuine: ['山东大学齐鲁医院'] },
  {
    zh: '同济',
    imitations: ['同济仁', '仝济', '童济'],
    en: ['tongji'],
    genuine: ['华中科技大学同济医学院附属同济医院', '同济大学附属同济医院', '上海市同济医院'],
  },
  { zh: '天坛', imitations: ['天檀'], en: ['tiantan'], genuine: ['首都医科大学附属北京天坛医院'] },
];

export type ProtectedUse = Readonly<{ word: ProtectedWord; written: string }>;

/** Universities and schools that carry a protected word in their own right; what is theirs is not an imitation. */
const SCHOOLS_EN =
  /tongji (?:university|medical (?:college|university|school))|(?:peking|beijing) union medical college|west china (?:school|college|university)[a-z ]*|xiangya (?:school|medical)[a-z ]*|qilu (?:medical|university)[a-z ]*|united family|china[- ]japan union/gu;
const SCHOOLS_ZH =
  /同济大学|同济医学院|同济医科大学|协和医科大学|协和医学院|华西医科大学|湘雅医学院|齐鲁医学院|齐鲁医药学院/gu;

const inEnglish = (name: string): ProtectedUse | null => {
  const text = name
    .toLowerCase()
    .replace(SCHOOLS_EN, ' ')
    .replace(/\b(?:xiehe|hsieh ho|xie he)\b/gu, 'union')
    .replace(/\bwest china\b/gu, 'westchina');
  const words = new Set(text.split(/[^a-z]+/u));
  for (const word of protectedWords)
    for (const written of word.en) if (words.has(written)) return { word, written };
  return null;
};

/** The protected word a name uses, itself or in an imitation; null when it uses none. The parent's name does not count. */
export const protectedIn = (name: string): ProtectedUse | null => {
  if (!hasHan(name)) return inEnglish(name);
  const text = withoutParent(canonicalZh(name)).replace(SCHOOLS_ZH, '');
  for (const word of protectedWords)
    for (const written of [word.zh, ...word.imitations]) if (text.includes(written)) return { word, written };
  return null;
};
