import type { Language } from '../../../../schema/base.ts';
import { pageWords } from '../../../../schema/lexicon/page-words.ts';
import { findGrade } from '../../../verdict/vocabulary/claims.ts';
import { findProgramme, findScheme } from '../../../verdict/vocabulary/schemes.ts';
import { findService } from '../../../verdict/vocabulary/services.ts';

const { codes } = pageWords;

/** The name of whatever a credential or a claim is for; the code itself only where nothing knows a name. */
export const codeName = (code: string, lang: Language): string => {
  if (code === 'licence' || code === 'trial-filing') return codes[code][lang];
  const known = findService(code) ?? findScheme(code) ?? findProgramme(code) ?? findGrade(code);
  return known?.name[lang] ?? code;
};
