/** Words that people leave the end of: 浙江省人医, 河南省医, 妇幼, 浙大附一. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/人医$/u, '人民医院'],
  [/(?<=[省市县区])医$/u, '医院'],
  [/附([一二三四五六七八九十])$/u, '附属第$1医院'],
];
/** A canonical Chinese name with such a word at its end written out. */
export const spelledOut = (text: string): string =>
  SHORTENED.reduce((all, [pattern, put]) => all.replace(pattern, put), text);
