import { streetWords } from '../../../schema/lexicon/words-beside.ts';

const BEHIND_STREET = new RegExp(`\\b(${streetWords.ways.join('|')})\\b\\.?\\s+`, 'giu');

/** The parts of an address in Latin letters: between its signs, and behind the word for a street (197 Ruijin Er Road Chengdu). */
export const latinParts = (address: string): readonly string[] =>
  address
    .replace(BEHIND_STREET, '$1, ')
    .split(/[,;()\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
