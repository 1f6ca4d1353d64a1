import type { Language } from '../../schema/base.ts';
import { type Heading, terminalHeadings } from '../../schema/lexicon/terminal-words.ts';

/** A word of the screen in the reader's language. */
export const word = (heading: Heading, lang: Language): string => terminalHeadings[heading][lang];
