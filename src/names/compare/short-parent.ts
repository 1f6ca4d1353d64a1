import { universities } from '../../../schema/lexicon/universities.ts';
import { remembered } from '../../text/remembered.ts';

/**
 * A university of medicine keeps 医 or 药 in its short form, and one of Chinese medicine 中: 南大 is no 南京医科大学, 中国科大 no 中国医科大学,
 * 浙医 no 浙江中医药大学, and 广医 no 广中医.
 */
const losesMedicine = (short: string, long: string): boolean => {
  const university = /^.*?(?:大学|学院)/u.exec(long)?.[0] ?? long;
  const tcm = university.includes('中医') && !/中/u.test(short.slice(1));
  // A college of three years is no university of medicine: 重医 is no 重庆医药高等专科学校.
  const college = long.includes('高等专科') && !short.includes('专');
  return tcm || college || (/[医药]/u.test(university) && !/[医药]/u.test(short));
};

/** Whether one parent may be the other shortened: 浙大 and 浙江大学, 安医大 and 安徽医科大学. */
export const shortens = (written: string, long: string): boolean => {
  const short = written.replace(/^(.)医科大学$/u, '$1医大');
  if (short.length < 2 || /(?:大学|学院)$/u.test(short) || losesMedicine(short, long)) return false;
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** Whether several universities that have hospitals may be called so in short: 广医 is 广州医科大学, 广西医科大学 or 广东医科大学. */
export const isSharedShort = remembered(5_000, (short) => {
  const begins = universities.withHospitals.filter((one) => one.startsWith(short.charAt(0)));
  return begins.filter((one) => shortens(short, one)).length > 1;
});
