import { plainLatin } from '../../name-keys/english-keys.ts';
import { hasHan } from '../../text/han.ts';
import { syllables } from './latin.ts';

/** Every syllable of Mandarin, without tones. */
const known = new Set(
  (
    'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang ' +
    'cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan ' +
    'chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de den deng di dia ' +
    'dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo ' +
    'fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai ' +
    'han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao ' +
    'jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai ' +
    'kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu ' +
    'long lou lu luan lue lun luo ma mai man mang mao me mei men meng mi mian miao mie min ming miu ' +
    'mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu ' +
    'nuan nue nuo o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia ' +
    'qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ' +
    'ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shen sheng shi ' +
    'shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang ' +
    'tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo ' +
    'wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying ' +
    'yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe ' +
    'zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui ' +
    'zun zuo'
  ).split(' '),
);

/** Whether a word is one syllable of Mandarin, without its tone. */
export const isSyllable = (word: string): boolean => known.has(word);

const LONGEST = 6;

/** Cuts run-together pinyin into syllables, longest first with one step back; null when it is no pinyin. */
const cut = (word: string): string[] | null => {
  const out: string[] = [];
  const dead = new Set<number>();
  const walk = (at: number): boolean => {
    if (at === word.length) return true;
    for (let length = Math.min(LONGEST, word.length - at); length > 0; length -= 1) {
      const piece = word.slice(at, at + length);
      if (!known.has(piece)) continue;
      out.push(piece);
      if (dead.has(at + length) || !walk(at + length)) out.pop();
      else return true;
    }
    dead.add(at);
    return false;
  };
  return walk(0) ? out : null;
};

/** Whether a word can be pinyin as a whole: "huashan", not "hosptial". */
export const spelledInPinyin = (word: string): boolean => cut(word) !== null;

/** Longest pinyin that is read, in words; names are shorter. */
const MOST = 40;

const DIGITS = 'ling yi er san si wu liu qi ba jiu'.split(' ');
const NUMERALS = '零一二三四五六七八九';

/** Digits as they are spoken one by one: 第960医院 → 第九六零医院. */
const spelled = (text: string): string => text.replace(/\d/gu, (digit) => NUMERALS.charAt(Number(digit)));

/** The syllables of a name typed wholly in pinyin ("rui jin yiyuan"); null for English and for anything else. */
export const spokenName = (name: string): readonly string[] | null => {
  if (hasHan(name)) return null;
  const words = plainLatin(name)
    .replace(/\d/gu, (digit) => ` ${DIGITS[Number(digit)]} `)
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST) return null;
  const out: string[] = [];
  for (const word of words) {
    const read = word.length > 60 ? null : cut(word);
    if (read === null) return null;
    out.push(...read);
  }
  return out.length >= 3 && out.join('').endsWith('yuan') ? out : null;
};

/** The syllables of a canonical Chinese name as it is spoken. */
export const spokenHan = (canonical: string): readonly string[] => syllables(spelled(canonical));

/** What pinyin spells that English translates, in names typed wholly in pinyin. Read in this order. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = (
  [
    ['zhong ?yi ?yi ?yuan|zhong ?yi ?yuan', 'tcm hospital'],
    ['ren ?min', 'people'],
    ['fu ?you ?bao ?jian ?yuan', 'mch hospital'],
    ['da ?xue', 'university'],
    ['fu ?shu', 'affiliated'],
    ['yi ?yuan', 'hospital'],
    ['zhong ?xin', 'central'],
    ['di ?yi', '1th'],
    ['di ?er', '2th'],
    ['di ?san', '3th'],
    ['di ?si', '4th'],
    ['di ?wu', '5th'],
    ['di ?liu', '6th'],
    ['di ?qi', '7th'],
    ['di ?ba', '8th'],
    ['di ?jiu', '9th'],
    ['xian(?= (?:people|tcm|mch|hospital|[1-9]th))', 'county'],
    ['qu(?= (?:people|tcm|mch|hospital|[1-9]th))', 'district'],
    ['shi(?= (?:people|tcm|mch|hospital|central|[1-9]th))', 'municipal'],
    ['sheng(?= (?:people|tcm|mch|hospital|[1-9]th))', 'provincial'],
  ] as const
).map(([source, put]) => [new RegExp(`\\b(?:${source})\\b`, 'gu'), put] as const);

/** A name typed wholly in pinyin with its common words in English ("rui jin yi yuan" → "rui jin hospital"); others unchanged. */
export const pinyinWords = (text: string): string =>
  spokenName(text) === null
    ? text
    : TRANSLATED.reduce((out, [pattern, put]) => out.replace(pattern, put), text);
