import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { beforeOwnership } from '../../names/parse/asked-besides.ts';
import { hasHan } from '../../text/han.ts';
import { trimSigns } from '../../text/trim-signs.ts';

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
