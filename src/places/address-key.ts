/** The number of a house on its road, without what stands around it: 北京市西城区大木仓胡同41号 → 大木仓, 41. */
export type AddressKey = Readonly<{ road: string; number: string }>;

const DIGITS = '一二三四五六七八九';
/** 一百二十一 → 121; plain runs of digits (一二〇) are read one by one. */
const numeral = (text: string): string => {
  if (!/[十百]/u.test(text))
    return [...text].map((one) => (DIGITS.includes(one) ? DIGITS.indexOf(one) + 1 : 0)).join('');
  let sum = 0;
  let digit = 0;
  for (const one of text) {
    if (one === '百' || one === '十') {
      sum += (digit === 0 ? 1 : digit) * (one === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS.indexOf(one) + 1;
  }
  return String(sum + digit);
};

const NUMBER = /(\d{1,5})(?:[-—–~～至、,]\d{1,5}){0,4}(?:附\d{1,3})?[号號]/gu;
const HAN = /^\p{Script=Han}$/u;
/** Longest text before a number that is read as divisions and road. */
const LONGEST_ROAD = 24;

/** The Chinese characters right before a place in a text. */
const hanBefore = (text: string, end: number): string => {
  let from = end;
  while (from > 0 && end - from < LONGEST_ROAD && HAN.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from, end);
};

/** Divisions an address begins with; what follows must still be a road. */
const DIVISION =
  /^\p{Script=Han}{1,9}?(?:省|自治区|自治州|地区|市(?!区)|区|县|旗|镇|乡|街道办?|办事处|开发区|新区)(?=\p{Script=Han}{2})/u;
/** A road that only leads to the one meant: 中山路与解放路口, 三环路内. */
const CROSSING = /^.*(?:交叉路?口|路口|交汇处|交界处|[路街道](?:内|侧|旁|与|和))(?=\p{Script=Han}{2})/u;
const ROAD_TYPE = /(?:大道|大街|街道|胡同|马路|公路|路|街|道|巷|弄|里|村)$/u;
/** Two roads in a row: 建国路光华东里8号 stands in the second. */
const ROAD_BEFORE = /^.*?(?:大道|大街|路|街|胡同)(?=\p{Script=Han}{2,}(?:路|街|道|巷|弄|里|胡同|段)$)/u;

const withoutDivisions = (text: string): string => {
  let rest = text;
  for (let turn = 0; turn < 5; turn += 1) {
    const found = DIVISION.exec(rest);
    // 市府路 and 区府街 begin with the word of a division; 路南区 and 路桥区 are divisions.
    if (
      found === null ||
      /^(?:路(?!\p{Script=Han}区)|街|道|府[东西南北]?[路街])/u.test(rest.slice(found[0].length))
    )
      return rest;
    rest = rest.slice(found[0].length);
  }
  return rest;
};

const roadOf = (text: string): string =>
  withoutDivisions(text)
    .replace(CROSSING, '')
    .replace(ROAD_BEFORE, '')
    .replace(/[东西南北中]?段$/u, '')
    .replace(ROAD_TYPE, '');

/** An address is read this far. */
const LONGEST = 300;
/** Houses read of one address: several campuses are often printed in one cell. */
const MOST = 4;

/** An address with the numbers of its houses in digits: 瑞金二路一九七号 as 瑞金二路197号. */
export const houseNumbersInDigits = (address: string): string =>
  address.replace(/[〇零○一二三四五六七八九十百]{1,6}(?=[号號])/gu, numeral);

/** The houses an address names; empty where it names none by road and number. */
export const addressKeys = (address: string): readonly AddressKey[] => {
  // No house is named without this word.
  if (!/[号號]/u.test(address)) return [];
  const plain = houseNumbersInDigits(
    address
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replace(/[(（][^()（）]{0,40}[)）]/gu, '')
      .replace(/[\s.。·]+/gu, ''),
  );
  const found = [...plain.matchAll(NUMBER)].slice(0, MOST).flatMap(({ index, 1: number = '' }) => {
    const before = hanBefore(plain, index);
    const road = before.length < 2 ? '' : roadOf(before);
    return road === '' ? [] : [{ road, number }];
  });
  return found;
};

/** Whether two houses may be one: the same number, and one road is written as the other or ends with it. */
export const sameHouse = (a: AddressKey, b: AddressKey): boolean =>
  a.number === b.number && (a.road.endsWith(b.road) || b.road.endsWith(a.road));
