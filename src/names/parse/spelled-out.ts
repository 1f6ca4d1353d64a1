import { canonicalZh } from '../../name-keys/keys.ts';
import { leadingPlace } from '../../places/place-names.ts';

/** Words that people leave the end of (浙江省人医, 河南省医, 浙大附一), and what a university calls the hospital that it teaches in. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(?<=第[一二三四五六七八九十])临床(?:医?学院|医院)$/u, '医院'],
  [/人医$/u, '人民医院'],
  [/妇幼$/u, '妇幼保健院'],
  [/(?<=.)妇院$/u, '妇产医院'],
  [/精卫中心$/u, '精神卫生中心'],
  [/(?<=[省市县区])医$/u, '医院'],
  [/附([一二三四五六七八九十])$/u, '附属第$1医院'],
];

/** A canonical Chinese name with such a word at its end written out. */
export const spelledOut = (text: string): string =>
  SHORTENED.reduce((all, [pattern, put]) => all.replace(pattern, put), text);

const NUMBERED = /^市?([一二三四五六七八九十]{1,2})医院$/u;

/** 成都三院 may be 成都市第三人民医院 as well as 第三医院: the name with the word that is left out; null for any other name. */
const peoplesHospital = (text: string): string | null => {
  const city = leadingPlace(text);
  if (city === null || city.place.level !== 2) return null;
  const number = NUMBERED.exec(text.slice(city.length))?.[1];
  return number === undefined ? null : `${city.place.city ?? ''}第${number}人民医院`;
};

/** What a Chinese name that is shortened at its end is in full, if it is; null for any other name. */
export const inFull = (name: string): string | null => {
  const text = canonicalZh(name);
  const whole = spelledOut(text);
  return whole === text ? peoplesHospital(text) : whole;
};
