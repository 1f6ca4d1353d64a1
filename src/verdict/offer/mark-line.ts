import { claimCode } from './code-of-words.ts';
import { bare, denialAt } from './treatment-at.ts';
import { LONGEST, lineEnds } from './treatment-line.ts';

const HOUSE = /\bhospitals?\b/iu;
const BRACKETS = /[()（）[\]【】]/gu;

/**
 * The one mark or title that a line asks about beside the name of a hospital (华山医院 三甲, “Ruijin Hospital JCI accredited”, 瑞金医院是三甲吗), and that name;
 * null where there is none.
 */
export const markLine = (line: string): Readonly<{ claim: string; name: string }> | null => {
  const text = line.replace(/\p{Cf}/gu, '').trim();
  if (text.length > LONGEST) return null;
  for (const [beside, words] of lineEnds(text)) {
    // "Hospital 3" is no hospital of level 3.
    if (HOUSE.test(words)) continue;
    // "Ruijin Hospital no licence" asks for none.
    if (denialAt(beside) !== null) return null;
    const name = bare(beside.replace(/[(（[【]$/u, '').trim());
    const claim = name.length > 1 ? claimCode(bare(words.replace(BRACKETS, ' ').trim())) : undefined;
    if (claim !== undefined) return { claim, name };
  }
  return null;
};
