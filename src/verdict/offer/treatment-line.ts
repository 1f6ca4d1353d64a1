import { treatmentWords } from '../../../schema/lexicon/treatment-words.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { services, wordsOf } from '../vocabulary/services.ts';
import { namesHouse, treatmentNamed } from '../vocabulary/treatments.ts';
import { treatmentCode } from './code-of-words.ts';
import { bare, isOfName, type TreatmentAt, treatmentAt } from './treatment-at.ts';

/** Most words of a treatment that are tried at either end of a line, and the longest line that is read. */
const MOST_WORDS = 4;
const LONGEST = 200;
/** A name in Chinese and what stands behind the last house of it: 瑞金医院质子. */
const BEHIND_HOUSE = /^(.{0,60}院)\s?([^院]{2,20})$/u;

/** A line parted into a name and the words at its end or its beginning, the most words first. */
export const lineEnds = (text: string): readonly (readonly [name: string, words: string])[] => {
  const words = text.split(/\s+/u);
  const most = Math.min(MOST_WORDS, words.length - 1);
  const counts = Array.from({ length: Math.max(0, most) }, (_, at) => most - at);
  const behind = BEHIND_HOUSE.exec(text);
  return [
    ...counts.map((count) => [words.slice(0, -count).join(' '), words.slice(-count).join(' ')] as const),
    ...counts.map((count) => [words.slice(count).join(' '), words.slice(0, count).join(' ')] as const),
    ...(behind === null ? [] : [[behind[1] ?? '', behind[2] ?? ''] as const]),
  ];
};

/**
 * The one treatment that a line asks about beside the name of a hospital (“Ruijin Hospital proton”, 中信湘雅代孕), and that name; null where there is none.
 * Words that mean several treatments (stem cells) are none: `unreadTreatments`.
 */
export const treatmentLine = (line: string): TreatmentAt | null => {
  const text = line.replace(/\p{Cf}/gu, '').trim();
  if (text.length > LONGEST) return null;
  const known = treatmentAt(text);
  if (known !== null) return known;
  for (const [name, words] of lineEnds(text)) {
    const service = treatmentCode(words);
    if (service !== undefined && name.length > 1 && !isOfName(name)) return { service, name };
  }
  return null;
};

const ends = (text: string, endings: readonly string[]): boolean =>
  endings.some((one) => text.length > one.length && text.endsWith(one));

const known: ReadonlySet<string> = new Set([...treatmentWords.dropped.en, ...treatmentWords.endings.en]);

/** Whether words say what is done to a patient, though no list is about it: chemotherapy, knee replacement, 化疗. */
const isUnlisted = (words: string): boolean => {
  const plain = words.trim().toLowerCase();
  const last = plain.split(/\s+/u).at(-1) ?? '';
  return known.has(last) || ends(last, treatmentWords.endings.en) || ends(plain, treatmentWords.endings.zh);
};

const tokensOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((one) => one !== '')
    .map((one) => (one.length > 3 ? one.replace(/s$/u, '') : one));

/** All that the words of treatments are made of: to compare words with each treatment costs a millisecond, to see that they are no such words almost nothing. */
const vocabulary = late(() => new Set(services.flatMap(wordsOf).flatMap(tokensOf)));

/** The treatments that words mean, where they mean several. */
const severalOf = (words: string): readonly string[] => {
  if (!hasHan(words) && !tokensOf(words).every((one) => vocabulary().has(one))) return [];
  const named = treatmentNamed(words)?.treatments ?? [];
  return named.length > 1 ? named.map(({ code }) => code) : [];
};

/** Words beside a name that ask for a treatment and cannot be read as one: several are called so (stem cells), or no list is about it. */
export type UnreadTreatment = Readonly<{ name: string; words: string; several: readonly string[] }>;

/** The readings of a line as a name and a treatment that cannot be read as one, those with the most words of the treatment first. */
export const unreadTreatments = (line: string): readonly UnreadTreatment[] => {
  const text = line.trim();
  if (text.length > LONGEST) return [];
  return lineEnds(text).flatMap(([beside, words]) => {
    const name = bare(beside);
    if (name.length < 2 || isOfName(beside) || namesHouse(words)) return [];
    const several = severalOf(words);
    return several.length > 0 || isUnlisted(words) ? [{ name, words, several }] : [];
  });
};
