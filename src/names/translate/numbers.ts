const WORDS =
  'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth'.split(
    ' ',
  );
const DIGITS = '零一二三四五六七八九';

/** Characters of a numeral, for a regular expression. */
export const NUMERAL = '[零〇○一二三四五六七八九十0-9]';

const digitOf = (char: string): string => {
  const at = DIGITS.indexOf(char.replace(/[〇○]/u, '零'));
  return at === -1 ? char : String(at);
};

/** A Chinese numeral as a number: 十二, 九六〇, 900. Takes what `NUMERAL` describes. */
export const numberOf = (text: string): number => {
  const digits = [...text].map(digitOf);
  const ten = digits.indexOf('十');
  if (ten === -1) return Number(digits.join(''));
  const [tens, ones] = [digits.slice(0, ten).join(''), digits.slice(ten + 1).join('')];
  return (tens === '' ? 1 : Number(tens)) * 10 + Number(ones);
};

/** 1 → First, 21 → 21st, 900 → 900th. */
export const ordinalWord = (number: number): string => {
  const word = WORDS[number - 1];
  if (word !== undefined) return word;
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
};
