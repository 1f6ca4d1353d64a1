import { hasHan } from '../../text/han.ts';
import { remembered } from '../../text/remembered.ts';
import { parseHanName } from './parse-han.ts';
import { parseLatinName } from './parse-latin.ts';
import type { NameParts } from './parts.ts';
import { inFull } from './spelled-out.ts';

/** Longest name that is read; the rest of a longer text is left aside, so that work stays bounded. */
const LONGEST = 300;

const readingsOf = (text: string): readonly NameParts[] => {
  if (!hasHan(text)) return parseLatinName(text);
  const whole = inFull(text);
  return [text, ...(whole === null ? [] : [whole])].map((one) => parseHanName(one));
};

/** Names kept as read: answering one question reads the same name several times. */
const KEPT = 64;
const keptReadings = remembered(KEPT, readingsOf);

/**
 * Takes a name in any script apart: place, parent, ordinal, kind, specialty, distinctive core, and what stood around it
 * (branch, department). A line that names several hospitals is read once for each, and a name shortened
 * at its end (成都三院) also in full. Never throws; a text without a name gives
 * parts without words.
 */
export const parseReadings = (name: string): readonly NameParts[] => keptReadings(name.slice(0, LONGEST));

/** The first way to read a name; the only one, where it names one hospital and is not shortened. */
export const parseName = (name: string): NameParts => parseReadings(name)[0] ?? parseHanName('');
