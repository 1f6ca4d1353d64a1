import { placeLikeNames } from '../../../schema/lexicon/generic-words.ts';
import { shortParents } from '../../../schema/lexicon/short-parents.ts';
import { canonicalZh } from '../../name-keys/keys.ts';
import { presentUniversity } from '../../name-keys/universities.ts';
import { leadingPlace, type NamedPlace, placeNamed } from '../../places/place-names.ts';
import { isWithinWord, shortName } from '../../places/short-name.ts';
import { belongsToUnknownRun, unknownWordLength } from './han-runs.ts';
import { leadingWord, type NameToken } from './name-lexicon.ts';
import { parentWords } from './parse-latin.ts';
import { branchPlace, builtAlike, type NameParts, partsOfTokens, type Tokens } from './parts.ts';
import { latin, spokenHan } from './sound.ts';
import { spelledOut } from './spelled-out.ts';

const ORDINAL =
  /^第?([一二三四五六七八九十]{1,3})(?=(?:附属|人民|中心|中医|临床|职工|妇|儿童|口腔|肿瘤|康复|传染|结核|工人|总医院|医院|院|精神|专科|红十字|军医|医科大学|军区|门诊|分院|$))/u;
const CODE = /^第?(\d{2,5})(?=中心医院|医院|部队|职工|农场|团|厂|所|$)/u;
const DIGITS = '一二三四五六七八九';
const KEPT = new RegExp(`^(?:${placeLikeNames.han.join('|')})`, 'u');

/** 十二 → 12, 八一 → 81. */
const numeralValue = (text: string): number => {
  const at = text.indexOf('十');
  if (at < 0) return [...text].reduce((sum, one) => sum * 10 + DIGITS.indexOf(one) + 1, 0);
  const tens = at === 0 ? 1 : DIGITS.indexOf(text.charAt(0)) + 1;
  const ones = text.charAt(at + 1);
  return tens * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1);
};

export type Step = Readonly<{ tokens: readonly NameToken[]; length: number; former?: string }>;

const LEVELS: Readonly<Record<string, string>> = { 县: 'x', 区: 'q', 市: 's', 旗: 'x' };

/**
 * A district or county with its level, by sound and characters; one that no longer exists (level o) by the name of what it
 * became.
 */
const districtToken = (text: string): NameToken => {
  const now = placeNamed(text)?.now;
  const name = shortName(now ?? text);
  const level = now === undefined ? (LEVELS[text.charAt(text.length - 1)] ?? '') : 'o';
  return { key: `${latin(name)}:${level}:${name}`, role: 'district' };
};

/** 吉林 alone is the province or its city; all other short names are one. */
const placeKey = (text: string, place: NamedPlace): string =>
  text === '吉林' ? '吉林省|吉林市' : (place.city ?? place.province);

const placeStep = (rest: string, at: number): Step | null => {
  const found = leadingPlace(rest);
  // 呼市 and the like are read at the beginning only: 齐齐哈市 is no 哈市.
  if (found?.place.means !== undefined && found.length === 2 && at > 0) return null;
  if (!found || (KEPT.test(rest) && !found.place.full)) return null;
  const { place } = found;
  // 台州市立医院 is founded by the city: 立 keeps 市 (省立, 县立 alike).
  const length = place.full && rest.charAt(found.length) === '立' ? found.length - 1 : found.length;
  const after = rest.slice(length);
  if (!place.full && isWithinWord(after)) return null;
  // 阜新县 is not 阜新市: another level makes it another place.
  if (!place.full && /^[市县区旗](?!立)/u.test(after))
    return { tokens: [districtToken(rest.slice(0, length + 1))], length: length + 1 };
  if (place.level === 3)
    return place.full ? { tokens: [districtToken(rest.slice(0, length))], length } : null;
  if (!place.full && /^(?:医院|院)/u.test(after) && place.level === 2 && length === 2 && place.city === null)
    return null;
  const former = place.now === undefined ? {} : { former: rest.slice(0, length) };
  return {
    tokens: [{ key: placeKey(rest.slice(0, found.length), place), role: 'place' }],
    length,
    ...former,
  };
};

const ordinalStep = (rest: string): Step | null => {
  const spelled = ORDINAL.exec(rest);
  if (spelled?.[1] !== undefined)
    return {
      tokens: [{ key: String(numeralValue(spelled[1])), role: 'ordinal' }],
      length: spelled[0].length,
    };
  const code = CODE.exec(rest);
  return code?.[1] === undefined
    ? null
    : { tokens: [{ key: code[1], role: 'ordinal' }], length: code[0].length };
};

const lexiconStep = (rest: string): Step | null => {
  const found = leadingWord(rest);
  return found === null ? null : { tokens: [found.token], length: found.length };
};

/** Tokens left out of `rest`: places, and the rank of the founder. Two names of one hospital may differ in them. */
const isSituation = (token: NameToken): boolean =>
  token.role === 'place' || token.role === 'district' || RANKS.has(token.key);
const RANKS = new Set(['china', 'provincial', 'municipal', 'direct']);

/** 庄行镇卫生院 and 庄行社区卫生服务中心 serve one town. */
const TOWN = /(?<=..)(?:镇|乡|街道)$/u;

/** Cuts canonical Chinese text into tokens; what no list knows is a distinctive core, spelled by `spell`. */
const segment = (
  text: string,
  spell: (core: string) => string,
): { tokens: Tokens; coreText: string; rest: string; former: string } => {
  const tokens: Tokens = [];
  let former = '';
  let unknown = '';
  let coreText = '';
  let kept = '';
  const flush = (): void => {
    unknown = unknown.replace(TOWN, '');
    if (unknown !== '') tokens.push({ key: spell(unknown), role: 'core' });
    coreText += unknown;
    unknown = '';
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const step = ordinalStep(rest) ?? placeStep(rest, at) ?? lexiconStep(rest);
    // A single generic character inside an unknown run (新区, 大足) belongs to the run.
    if (step === null || belongsToUnknownRun(rest, step, unknown, tokens)) {
      const length = step === null ? unknownWordLength(rest) : 1;
      unknown += rest.slice(0, length);
      kept += rest.slice(0, length);
      at += length;
      continue;
    }
    flush();
    former += step.former ?? '';
    for (const token of step.tokens) {
      tokens.push(token);
      if (token.role === 'core' || token.role === 'org') coreText += rest.slice(0, step.length);
      if (!isSituation(token)) kept += rest.slice(0, step.length);
    }
    at += step.length;
  }
  flush();
  return { tokens, coreText, rest: kept, former };
};

const PARENT = /^(.*(?:大学|学院(?!路|街|区)|科学院|研究院|集团|公司|解放军|部队|军区|医大))(?=.)/u;
/** A university in short, before what it numbers or what its hospital is for: 浙大一院, 哈医大二院, 北大人民医院, 浙大妇产科医院, 医科院肿瘤医院. */
const SHORT_PARENT = new RegExp(
  `^((?:${shortParents.towns.join('|')})?\\p{Script=Han}{1,2}(?:大|医)|${shortParents.parents.join('|')})(?=第?[一二三四五六七八九十]{1,2}(?:附|院|医院)|附|人民医院|妇|儿|口腔|肿瘤|眼|耳鼻喉|胸科|脑科|骨科|皮肤|精神|整形|总院|总医院|${shortParents.ownNames.join('|')})`,
  'u',
);

const splitParent = (text: string): [string, string] => {
  const at = text.lastIndexOf('附属');
  if (at > 0 && at + 2 < text.length) return [text.slice(0, at), text.slice(at)];
  const parent = PARENT.exec(text)?.[1] ?? SHORT_PARENT.exec(text)?.[1];
  return parent !== undefined && parent.length < text.length - 1
    ? [parent, text.slice(parent.length)]
    : ['', text];
};

const HOUSE = /医院|保健院|卫生院|诊所|门诊部|疗养院|服务中心|医学中心|医疗中心/gu;

/** Where the hospital's own name ends and a branch, campus or department begins. */
const splitBranch = (text: string): [string, string] => {
  let end = -1;
  for (const hit of text.matchAll(HOUSE)) {
    end = hit.index + hit[0].length;
    // 宁波市医疗中心李惠利医院: the centre is part of the name.
    if (!hit[0].endsWith('中心') || !text.slice(end).includes('医院')) break;
  }
  return end > 0 && end < text.length ? [text.slice(0, end), text.slice(end)] : [text, ''];
};

/** How maternal and child hospitals are called since family planning was joined to them. Parsed like 妇幼保健院; the text itself stays. */
const MOTHER = /妇幼(?:保健)?(?:和|与|健康)?(?:保健|计划生育)*(?:技术)?服务中心$/u;

/** Takes a Chinese name apart. `spell`: how distinctive words are spelled, by their sound unless whoever asks compares characters only. */
export const parseHanName = (name: string, spell: (core: string) => string = latin): NameParts => {
  const canonical = spelledOut(canonicalZh(name));
  const [parentText, rest] = splitParent(canonical);
  const [own, branch] = splitBranch(rest);
  const plain = own.replace(MOTHER, '妇幼保健院');
  const { tokens, coreText, former, rest: plainRest } = segment(plain, spell);
  const kept = plain === own ? plainRest : segment(own, spell).rest;
  const now = presentUniversity(parentText);
  return builtAlike({
    script: 'han',
    text: canonical,
    ...partsOfTokens(tokens),
    coreText,
    rest: kept.replace(/医医院$/u, '医院').replace(/^附属/u, ''),
    parent: parentText === '' ? [] : parentWords(segment(parentText, spell).tokens),
    parentText,
    ...(now === parentText ? {} : { parentNow: parentWords(segment(now, spell).tokens) }),
    ...(former === '' ? {} : { former }),
    sound: () => spokenHan(canonical),
    branch: branch === '' ? branchPlace(tokens) : branch,
    department: '',
  });
};
