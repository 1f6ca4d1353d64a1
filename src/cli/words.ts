import type { Language } from '../../schema/base.ts';
import { pageWords } from '../../schema/lexicon/page-words.ts';
import { type Heading, terminalHeadings } from '../../schema/lexicon/terminal-words.ts';
import type { LicenceResult } from '../../schema/verdict-lines.ts';

/** The word for a result, the same as on the pages; `ofLicence`: for the licence, which may also be implied. */
export const resultWord = (result: LicenceResult, ofLicence: boolean, lang: Language): string =>
  (ofLicence || result === 'implied' ? pageWords.licence[result] : pageWords.results[result])[lang];

/** A word of the screen in the reader's language. */
export const word = (heading: Heading, lang: Language): string => terminalHeadings[heading][lang];
