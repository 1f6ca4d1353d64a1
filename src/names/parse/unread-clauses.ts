import { englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { hasHan } from '../../text/han.ts';
import { clausesBeside } from './latin-clauses.ts';
import { englishTokens } from './latin-words.ts';

const IN_ADDRESSES: ReadonlySet<string> = new Set(englishStopWords.inAddresses);

const IN_TITLES: ReadonlySet<string> = new Set(englishStopWords.inTitles);

/** The unknown words of a clause, behind the last word of an address in it; '' where it has none. */
const unreadOf = (piece: string): string => {
  const words = piece.split(' ');
  const behind = words.slice(words.findLastIndex((word) => IN_ADDRESSES.has(word)) + 1).join(' ');
  return englishTokens(behind)
    .flatMap(({ role, key }) =>
      role === 'core' && !/^(?:\d+|[a-z])$/u.test(key) && !IN_TITLES.has(key) ? [key] : [],
    )
    .join(' ');
};

/** The same of a part of an address in Latin letters, as it was typed. */
export const unreadWords = (part: string): string =>
  unreadOf(
    part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );

/**
 * Of each clause beside an English name that says nothing known, its words: the Sydney of "Ruijin Hospital, Sydney", the Columbia of
 * "Huashan Hospital, Columbia". Who compares names passes over such clauses, so who settles on one must look at them. A place
 * beside such words explains none of them ("Ruijin Hospital, Shanghai, USA"). None for a Chinese name.
 */
export const unreadClauses = (name: string): readonly string[] => {
  if (hasHan(name)) return [];
  return clausesBeside(name)
    .map(unreadOf)
    .filter((words) => words !== '');
};
