import { englishStopWords } from '../../../schema/lexicon/generic-words.ts';
import { hasHan } from '../../text/han.ts';
import { clausesBeside } from './latin-clauses.ts';
import { englishTokens } from './latin-words.ts';
import { spelledInPinyin } from './sound.ts';

const IN_ADDRESSES: ReadonlySet<string> = new Set(englishStopWords.inAddresses);

const IN_TITLES: ReadonlySet<string> = new Set(englishStopWords.inTitles);

/** What may follow words of a title: without it "Shanghai International" is a name of its own. */
const TITLED_ROLES = new Set(['body', 'kind', 'specialty', 'core', 'org', 'ordinal']);

/** The words of a title in a clause that names nothing they are a title of; '' where there are none. */
const bareTitle = (words: readonly string[]): string => {
  const titles = words.filter((word) => IN_TITLES.has(word));
  const rest = words.filter((word) => !IN_TITLES.has(word)).join(' ');
  return titles.length > 0 &&
    !titles.includes('mainland') &&
    !englishTokens(rest).some(({ role }) => TITLED_ROLES.has(role))
    ? titles.join(' ')
    : '';
};

/** The unknown words of a clause, behind the last word of an address in it; '' where it has none. */
const unreadOf = (piece: string): string => {
  const words = piece.split(' ');
  const behind = words.slice(words.findLastIndex((word) => IN_ADDRESSES.has(word)) + 1);
  const unknown = englishTokens(behind.join(' '))
    .flatMap(({ role, key }) =>
      role === 'core' && !/^(?:\d+|[a-z])$/u.test(key) && !IN_TITLES.has(key) ? [key] : [],
    )
    .join(' ');
  return unknown === '' ? bareTitle(behind) : unknown;
};

/** The same of a part of an address in Latin letters, as it was typed. */
export const unreadWords = (part: string): string =>
  unreadOf(
    part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );

/** Whether a clause says a place of China. */
const saysPlace = (piece: string): boolean =>
  englishTokens(piece).some(({ role }) => role === 'place' || role === 'district');

/** Words of a street's name in any town. */
const ANY_STREET = /^(?:north|south|east|west|middle|inner|outer|ring|new|old|[a-z])$/u;

/** The words by which a street is called that is none of China's: Orchard of "Orchard Road", Harley of "15 Harley Street"; '' for any other. */
const foreignStreet = (piece: string): string => {
  const words = piece.split(' ');
  const at = words.findLastIndex((word) => IN_ADDRESSES.has(word));
  return englishTokens(words.slice(0, Math.max(0, at)).join(' '))
    .flatMap(({ role, key }) =>
      role === 'core' && /^[a-z]+$/u.test(key) && !ANY_STREET.test(key) && !spelledInPinyin(key) ? [key] : [],
    )
    .join(' ');
};

/**
 * Of each clause beside an English name that says nothing known, its words: the Sydney of "Ruijin Hospital, Sydney", the Columbia of
 * "Huashan Hospital, Columbia". Who compares names passes over such clauses, so who settles on one must look at them. A place
 * beside such words explains none of them ("Ruijin Hospital, Shanghai, USA"), but a street of another language ("Century Avenue"). None for a
 * Chinese name.
 */
export const unreadClauses = (name: string): readonly string[] => {
  if (hasHan(name)) return [];
  const clauses = clausesBeside(name);
  const placed = clauses.some(saysPlace);
  return clauses
    .map((piece) => unreadOf(piece) || (placed ? '' : foreignStreet(piece)))
    .filter((words) => words !== '');
};
