import { leadingPlace } from '../../places/place-names.ts';
import type { Step } from './parse-han.ts';
import type { Tokens } from './parts.ts';

/**
 * What looks like a word of the lexicon but is part of the unknown run around it: a generic character (新区, 大足), "and" where nothing
 * stands before it to be joined (和祐医院), a short place name behind a single character (千佛山 is not 佛山).
 */
export const belongsToUnknownRun = (rest: string, step: Step, unknown: string, tokens: Tokens): boolean => {
  if (step.length === 1 && unknown !== '') return /^[大医科省州镇乡村和]/u.test(rest);
  const before = tokens[tokens.length - 1]?.role;
  const begins =
    before === undefined || before === 'place' || tokens[tokens.length - 1]?.key === 'affiliated';
  if (step.length === 1) return rest.startsWith('和') && begins;
  const short = step.tokens[0]?.role === 'place' && !/[省市区县州旗盟]$/u.test(rest.slice(0, step.length));
  return unknown.length === 1 && short;
};

/** Length of an unknown word. The short name of a county is one word (宁晋中西医结合医院), so that no place is read inside it (晋中). */
export const unknownWordLength = (rest: string): number => {
  const found = leadingPlace(rest);
  return found !== null && !found.place.full && found.place.level === 3 ? found.length : 1;
};
