import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import type { InstitutionQuestion } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { beforeOwnership } from '../../names/parse/asked-besides.ts';
import { inFull } from '../../names/translate/other-english.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { flagsInWords } from '../../text/flags.ts';
import { hasHan } from '../../text/han.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import { withAddressApart } from '../address-in-name.ts';
import { departmentApart } from './department-apart.ts';
import { ofItsProvince, withPlaceApart } from './place-apart.ts';

/** A title of state or a grade before a hospital's name, with or without a sign between: 国家心血管病中心 阜外医院, 国家区域医疗中心首都医科大学附属北京天坛医院. */
const TITLE =
  /^(国家(?:癌症中心|心血管病中心|[^中\s]{0,8}(?:医学|医疗)中心|[^\s]{0,10}临床医学研究中心|区域医疗中心|[^\s]{0,6}重点专科)|三级甲等(?:医院)?|三甲(?:医院)?)[\s·•、,，/／|:：-]{0,3}(\p{Script=Han}.{1,60}(?:医院|醫院))$/u;

/** A title of state behind it, parted by a sign: 上海儿童医学中心（国家儿童医学中心）. */
const TITLE_BEHIND =
  /^(\p{Script=Han}[^\s()（）]{1,60}(?:医院|醫院|中心))[\s·•、,，/|／(（:：-]{1,3}(国家(?:癌症中心|心血管病中心|[^中\s]{0,8}(?:医学|医疗)中心|[^\s]{0,10}临床医学研究中心))[)）]?$/u;

/** A name in the title that stands before or behind it, '' for none, and the rest: the title is no part of the name. */
const titleApart = (name: string): Readonly<{ title: string; own: string }> => {
  const [, before = '', behindIt = name] = TITLE.exec(name.trim()) ?? [];
  const [, own = behindIt, behind = ''] = TITLE_BEHIND.exec(behindIt) ?? [];
  return { title: before === '' ? behind : before, own };
};

/** Says of a title that was set aside that nothing was asked about it, unless it is a name of whom is settled on (国家心血管病中心 阜外医院). */
export const withTitleAside = async (
  found: Identification,
  title: string,
  reader: Reader,
): Promise<Identification> => {
  if (title === '' || found.id === null) return found;
  const names = (await reader.dossier(found.id))?.names ?? [];
  return names.some(({ value }) => value.includes(title))
    ? found
    : { ...found, why: [...found.why, reason('name.title-aside', { words: title })] };
};

/** What is left must still name a house, so that no word of a name is taken for a question. */
const HOUSE = /院|诊所|門診|门诊|中心|\b(?:hospital|clinic|center|centre)\b/iu;
const SIGNS: ReadonlySet<string> = new Set('?？!！.。,，:：');

const withoutSigns = (text: string): string => trimSigns(text, SIGNS);

/** 收不收, 靠谱不靠谱: whether something is so, or is done. */
const WHETHER = /(\p{Script=Han}{1,2})不\1$/u;

/** “a real hospital”: what is asked about, and of no name. */
const PREDICATE = /^an? /u;

/** A text without one asking word at either end, and whether that says what the whole is asked to be; as it is where there is none. */
const shorter = (text: string): Readonly<{ left: string; isPredicate: boolean }> => {
  const han = hasHan(text);
  const { askingBefore, askingBehind } = sentenceWords()[han ? 'zh' : 'en'];
  const folded = text.toLowerCase();
  const gap = han ? '' : ' ';
  const last = askingBehind.find((word) => folded.endsWith(`${gap}${word}`)) ?? WHETHER.exec(text)?.[0];
  if (last !== undefined)
    return { left: withoutSigns(text.slice(0, -last.length)), isPredicate: PREDICATE.test(last) };
  const first = askingBefore.find((word) => folded.startsWith(`${word}${gap}`));
  return { left: first === undefined ? text : withoutSigns(text.slice(first.length)), isPredicate: false };
};

/**
 * A name without the words that only ask about it: 华山医院靠谱吗, "Is Ruijin Hospital safe?", 瑞金医院官网, 华西是公立的吗. As it was typed where there are none, or where no
 * house would be left and none is said (“is Fuwai a good hospital”).
 */
export const withoutAsking = (name: string): string => {
  const whose = beforeOwnership(name);
  let toldWhat = false;
  for (let left = whose ?? withoutSigns(name), taken = whose !== null; ; taken = true) {
    const { left: next, isPredicate } = shorter(left);
    toldWhat ||= isPredicate;
    if (next === left || next === '' || !(toldWhat || HOUSE.test(next))) return taken ? left : name;
    left = next;
  }
};

/** 华山Hospital, 301Hospital: the word for a house in the other script, without a blank between; and what a stroke parts from one in Latin letters, or a body in a bracket behind it, as a clause. */
const houseInHan = (name: string): string =>
  name
    .replace(/^(\p{Script=Han}[\p{Script=Han}\d]{1,20}) ?hospital$/iu, '$1医院')
    .replace(/^(\d{2,3})hospital$/iu, '$1 Hospital')
    // "Henan Cancer Hospital/Affiliated Cancer Hospital of Zhengzhou University": two names of one.
    .replace(/\b(hospital|cent(?:er|re)) ?\/ ?(?=[a-z])/giu, '$1, ')
    .replace(/ \(([^()]{3,60}\b(?:university|college))\)$/iu, ', $1');

/** A number in one piece, as registers write them: nothing stands in it besides. */
const NUMBER_ALONE = /^[A-Z]{0,3}\d[0-9A-Z]{7,29}$/u;

/** A question with what was typed into its name besides as what it is; `title`: a title of state or a grade that stood beside the name, '' for none. */
type TakenApart = Readonly<{ question: InstitutionQuestion; title: string }>;

/**
 * The question with what was typed into its name besides as what it is: English words in full, flags as countries, words that only ask, a title, a department, the province that a
 * town's 省 means, an address, a place in the other script.
 */
export const takenApart = (question: InstitutionQuestion): TakenApart => {
  const { name } = question;
  if (name === undefined) return { question: withPlaceApart(withAddressApart(question)), title: '' };
  if (NUMBER_ALONE.test(name)) return { question, title: '' };
  const { title, own } = titleApart(withoutAsking(houseInHan(inFull(flagsInWords(name)))));
  return {
    question: withPlaceApart(withAddressApart(ofItsProvince({ ...question, name: departmentApart(own) }))),
    title,
  };
};
