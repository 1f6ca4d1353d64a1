import { Converter } from 'opencc-js/t2cn';
import { late } from './remembered.ts';

const toSimplified = late(() => Converter({ from: 't', to: 'cn' }));
const memo = new Map<string, string>();
const HAN = /\p{Script=Han}/u;
const NUMERALS = '〇一二三四五六七八九';

/** Whether a text holds at least one Chinese character. */
export const hasHan = (text: string): boolean => HAN.test(text);

/** One character in its simplified form; each is asked of OpenCC only once. */
const simplifyChar = (char: string): string => {
  const known = memo.get(char);
  if (known !== undefined) return known;
  // 乾 is 干 only where something is dry; in names (乾县, 乾安) it stays.
  const simple = HAN.test(char) && char !== '乾' ? toSimplified()(char) : char;
  memo.set(char, simple);
  return simple;
};

/** What is known of each character: 1 is as it stands, 2 has another form. */
const forms = new Uint8Array(0x10000);

const isSimpleChar = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code < 0x2e80) return true;
  // Half a character is looked at with its other half.
  if (code >= 0xd800 && code < 0xe000) return false;
  const char = text.charAt(at);
  if (forms[code] === 0) forms[code] = simplifyChar(char) === char ? 1 : 2;
  return forms[code] === 1;
};

const isSimple = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (!isSimpleChar(text, at)) return false;
  return true;
};

/**
 * Traditional → simplified, character by character: enough for names, and quick enough for every name of a register.
 */
export const simplify = (text: string): string => {
  // Most texts are simplified already, and stand as they are.
  if (isSimple(text)) return text;
  let out = '';
  for (const char of text) out += char < '\u2e80' ? char : simplifyChar(char);
  return out;
};

/** A number below 100 in Chinese numerals (第12医院 and 第十二医院 are one name). */
export const toNumeral = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const digit = (n: number) => NUMERALS.charAt(n);
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
};

const codeDigit = (char: string): string =>
  char >= '0' && char <= '9' ? char : String(Math.max(0, NUMERALS.indexOf(char)));

/** The numerals of a text, Chinese and Arabic, in their order, without the rest. */
export const numeralsIn = (text: string): string => text.replace(/[^一二三四五六七八九十0-9]/gu, '');

/** Digits of a spelled-out code: 三〇一, 三零一 and 三0一 → 301. Other texts come back unchanged. */
export const codeDigits = (text: string): string =>
  text.replace(/(?<![十〇零○0-9一二三四五六七八九])[〇零○0-9一二三四五六七八九]{3,}/gu, (run) =>
    [...run].map(codeDigit).join(''),
  );

/**
 * A text without what never tells two names apart: width, case, format and control characters, spaces, punctuation.
 * Lone surrogates go too. Safe on any string.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}\p{Z}]+/gu, '');

/** The words of a text in Latin letters, in small letters; signs and digits part them. */
export const latinWords = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/gu) ?? [];
