import type { Language } from '../../../schema/base.ts';
import { markStatuses } from '../../../schema/lexicon/verdict-words.ts';

/** The word for a status; an unknown one is shown as it is. */
export const statusWord = (status: string, lang: Language): string => markStatuses[status]?.[lang] ?? status;
