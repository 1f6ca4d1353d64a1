import { hasHan } from '../../text/han.ts';
import { parseHanName } from './parse-han.ts';
import { parseLatinName } from './parse-latin.ts';
import type { NameParts } from './parts.ts';

/** Longest name that is read; the rest of a longer text is left aside, so that work stays bounded. */
const LONGEST = 300;

/**
 * Takes a name in any script apart: place, parent, ordinal, kind, specialty, distinctive core, and what stood around it
 * (branch, department). A line that names several hospitals is read once for each. Never throws; a text without a name gives
 * parts without words.
 */
export const parseReadings = (name: string): readonly NameParts[] => {
  const text = name.slice(0, LONGEST);
  return hasHan(text) ? [parseHanName(text)] : parseLatinName(text);
};

/** The first way to read a name; the only one, where it names one hospital. */
export const parseName = (name: string): NameParts => parseReadings(name)[0] ?? parseHanName('');
