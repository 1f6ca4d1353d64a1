import { englishHospitalWords } from '../../../schema/lexicon/english-hospitals.ts';
import { longestBeginning } from '../../text/longest-beginning.ts';

/** A part of a Chinese name with its English, by where English says it. */
export type Piece = Readonly<{
  role: 'place' | 'parent' | 'ordinal' | 'affiliated' | 'before' | 'after' | 'name' | 'house';
  en: string;
  /** As in the Chinese name. */
  zh: string;
}>;

const WORDS =
  'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth'.split(
    ' ',
  );
const DIGITS = '零一二三四五六七八九';

/** Characters of a numeral, for a regular expression. */
const NUMERAL = '[零〇○一二三四五六七八九十0-9]';

const digitOf = (char: string): string => {
  const at = DIGITS.indexOf(char.replace(/[〇○]/u, '零'));
  return at === -1 ? char : String(at);
};

/** A Chinese numeral as a number: 十二, 九六〇, 900. Takes what `NUMERAL` describes. */
const numberOf = (text: string): number => {
  const digits = [...text].map(digitOf);
  const ten = digits.indexOf('十');
  if (ten === -1) return Number(digits.join(''));
  const [tens, ones] = [digits.slice(0, ten).join(''), digits.slice(ten + 1).join('')];
  return (tens === '' ? 1 : Number(tens)) * 10 + Number(ones);
};

/** 1 → First, 21 → 21st, 900 → 900th. */
const ordinalWord = (number: number): string => {
  const word = WORDS[number - 1];
  if (word !== undefined) return word;
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
};

/** The longest of the words a text begins with, out of a table. */
export const wordFinder = (table: Readonly<Record<string, string>>) => {
  const lengthOf = longestBeginning(Object.keys(table));
  return (text: string): string | null => text.slice(0, lengthOf(text)) || null;
};

const { houses, before, after, names } = englishHospitalWords;
const tables = { house: houses, before, after, name: names } as const;
const finders = Object.entries(tables).map(([role, table]) => ({
  role: role as keyof typeof tables,
  table,
  find: wordFinder(table),
}));

/**
 * The longest word of any table. A word that can be a house (集团) is one only at the end of the name. A word of one character
 * counts only before the house (眼医院).
 */
export const wordAt = (text: string): Piece | null => {
  let best: Piece | null = null;
  for (const { role, table, find } of finders) {
    const zh = find(text);
    if (zh === null || (zh.length === 1 && text.slice(1) !== '医院')) continue;
    const longer = zh.length > (best?.zh.length ?? 0);
    const instead = zh.length === best?.zh.length && best.role === 'house' && zh.length < text.length;
    if (longer || instead) best = { role, en: table[zh] ?? '', zh };
  }
  return best;
};

const ORDINAL = new RegExp(
  `^第(${NUMERAL}{1,4})|^([一二三四五六七八九十]{1,2})(?=(?:人民|中医|中心)?医院)|^(${NUMERAL}{3})(?=医院|中心)`,
  'u',
);

/** 第三 as an ordinal; 464 of 464医院 is a number by itself. */
export const ordinalAt = (text: string): Piece | null => {
  const found = ORDINAL.exec(text);
  if (found === null) return null;
  const [zh, first, short, number] = found;
  const counted = first ?? short;
  const value = numberOf(counted ?? number ?? '');
  if (Number.isNaN(value)) return null;
  return { role: 'ordinal', en: counted === undefined ? String(value) : ordinalWord(value), zh };
};

const AFFILIATED = /^(?:附属|附设|直属)/u;

export const affiliatedAt = (text: string): Piece | null => {
  const zh = AFFILIATED.exec(text)?.[0];
  return zh === undefined ? null : { role: 'affiliated', en: 'Affiliated', zh };
};
