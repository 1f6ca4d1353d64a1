import type { Bilingual } from '../../../schema/base.ts';
import { remembered } from '../../text/remembered.ts';
import { findGrade } from './claims.ts';
import { findProgramme, findScheme } from './schemes.ts';
import { findService } from './services.ts';

/** Without the remark in brackets at the end of a name: it explains, and nobody says it aloud. */
export const withoutRemark = (name: string): string => {
  const at = Math.max(name.lastIndexOf('('), name.lastIndexOf('（'));
  return at > 0 && (name.endsWith(')') || name.endsWith('）')) ? name.slice(0, at).trimEnd() : name;
};

/** There are fewer codes. */
const MOST_CODES = 1_000;

const titleOf = remembered(MOST_CODES, (code): Bilingual | null => {
  const name = (findService(code) ?? findScheme(code) ?? findProgramme(code) ?? findGrade(code))?.name;
  return name === undefined ? null : { en: withoutRemark(name.en), zh: withoutRemark(name.zh) };
});

/** What was asked about, as a person would say it; null for a code that nothing names, or for the licence alone. */
export const askedTitle = (ask: string | null): Bilingual | null => (ask === null ? null : titleOf(ask));
