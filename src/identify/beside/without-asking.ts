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

/** Takes one asking word off either end; the text as it is where there is none. */
const shorter = (text: string): string => {
  const han = hasHan(text);
  const { askingBefore, askingBehind } = sentenceWords()[han ? 'zh' : 'en'];
  const folded = text.toLowerCase();
  const gap = han ? '' : ' ';
  const last = askingBehind.find((word) => folded.endsWith(`${gap}${word}`)) ?? WHETHER.exec(text)?.[0];
  if (last !== undefined) return withoutSigns(text.slice(0, -last.length));
  const first = askingBefore.find((word) => folded.startsWith(`${word}${gap}`));
  return first === undefined ? text : withoutSigns(text.slice(first.length));
};

/**
 * A name without the words that only ask about it: 华山医院靠谱吗, "Is Ruijin Hospital safe?", 瑞金医院官网, 华西是公立的吗. As it was typed where there are none, or where no
 * house would be left.
 */
export const withoutAsking = (name: string): string => {
  const whose = beforeOwnership(name);
  for (let left = whose ?? withoutSigns(name), taken = whose !== null; ; taken = true) {
    const next = shorter(left);
    if (next === left || !HOUSE.test(next)) return taken ? left : name;
    left = next;
  }
};
