import { hasHan } from '../../kit/han.ts';
import type { NameParts } from './parts.ts';
import { understandHan } from './understand-han.ts';
import { understandLatin } from './understand-latin.ts';

/** Longest name that is read; the rest of a longer text is left aside, so that work stays bounded. */
const LONGEST = 300;

/**
 * Takes a name in any script apart: place, parent, ordinal, kind, specialty, distinctive core, and what stood around it
 * (branch, department). Never throws; a text without a name gives parts without words.
 */
export const understand = (name: string): NameParts => {
  const text = name.slice(0, LONGEST);
  return hasHan(text) ? understandHan(text) : understandLatin(text);
};
