import type { Bilingual } from '../../../schema/base.ts';
import { findGrade } from './claims.ts';
import { findProgramme, findScheme } from './schemes.ts';
import { findService } from './services.ts';

/** Without the remark in brackets at the end of a name: it explains, and nobody says it aloud. */
export const withoutRemark = (name: string): string => {
  const at = Math.max(name.lastIndexOf('('), name.lastIndexOf('（'));
  return at > 0 && (name.endsWith(')') || name.endsWith('）')) ? name.slice(0, at).trimEnd() : name;
};

/** What was asked about, as a person would say it; null for a code that nothing names, or for the licence alone. */
export const askedTitle = (ask: string | null): Bilingual | null => {
  if (ask === null) return null;
  const name = (findService(ask) ?? findScheme(ask) ?? findProgramme(ask) ?? findGrade(ask))?.name;
  return name === undefined ? null : { en: withoutRemark(name.en), zh: withoutRemark(name.zh) };
};
