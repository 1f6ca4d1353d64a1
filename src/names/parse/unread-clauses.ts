import { englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { hasHan } from '../../text/han.ts';
import { clausesBehind } from './latin-clauses.ts';
import { englishTokens } from './latin-words.ts';
import type { Tokens } from './parts.ts';

const IN_ADDRESSES: ReadonlySet<string> = new Set(englishStopWords.inAddresses);

const IN_TITLES: ReadonlySet<string> = new Set(englishStopWords.inTitles);

const isPlaced = (tokens: Tokens): boolean =>
  tokens.some(({ role }) => role === 'place' || role === 'district');

/** The unknown words of a clause that is no address; '' where it has none. */
const unreadOf = (piece: string): string =>
  piece.split(' ').some((word) => IN_ADDRESSES.has(word))
    ? ''
    : englishTokens(piece)
        .flatMap(({ role, key }) =>
          role === 'core' && !/^\d+$/u.test(key) && !IN_TITLES.has(key) ? [key] : [],
        )
        .join(' ');

/**
 * Of each clause behind an English name that says nothing known, its words: the Sydney of "Ruijin Hospital, Sydney", the Columbia of
 * "Huashan Hospital, Columbia". Who compares names passes over such clauses, so who settles on one must look at them. Where a clause
 * states a place, the others are parts of an address. None for a Chinese name.
 */
export const unreadClauses = (name: string): readonly string[] => {
  if (hasHan(name)) return [];
  const behind = clausesBehind(name);
  if (behind.some((piece) => isPlaced(englishTokens(piece)))) return [];
  return behind.map(unreadOf).filter((words) => words !== '');
};
