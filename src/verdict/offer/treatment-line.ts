import { treatmentCode } from './code-of-words.ts';
import { type TreatmentAt, treatmentAt } from './treatment-at.ts';

/** Most words of a treatment that are tried at either end of a line, and the longest line that is read. */
const MOST_WORDS = 4;
const LONGEST = 200;
/** A name in Chinese and what stands behind the last house of it: 瑞金医院质子. */
const BEHIND_HOUSE = /^(.{0,60}院)\s?([^院]{2,20})$/u;

const split = (text: string): readonly (readonly [name: string, words: string])[] => {
  const words = text.split(/\s+/u);
  const most = Math.min(MOST_WORDS, words.length - 1);
  const counts = Array.from({ length: Math.max(0, most) }, (_, at) => most - at);
  const behind = BEHIND_HOUSE.exec(text);
  return [
    ...counts.map((count) => [words.slice(0, -count).join(' '), words.slice(-count).join(' ')] as const),
    ...counts.map((count) => [words.slice(count).join(' '), words.slice(0, count).join(' ')] as const),
    ...(behind === null ? [] : [[behind[1] ?? '', behind[2] ?? ''] as const]),
  ];
};

/**
 * The one treatment that a line asks about beside the name of a hospital (“Ruijin Hospital proton”, 中信湘雅代孕), and that name; null where there is none.
 * Words that mean several treatments (stem cells) are none.
 */
export const treatmentLine = (line: string): TreatmentAt | null => {
  const text = line.replace(/\p{Cf}/gu, '').trim();
  if (text.length > LONGEST) return null;
  const known = treatmentAt(text);
  if (known !== null) return known;
  for (const [name, words] of split(text)) {
    const service = treatmentCode(words);
    if (service !== undefined && name.length > 1) return { service, name };
  }
  return null;
};
