/** A title of state before a hospital's name, with or without a sign between: 国家心血管病中心 阜外医院, 国家区域医疗中心首都医科大学附属北京天坛医院. */
const TITLE =
  /^(国家(?:癌症中心|心血管病中心|[^中\s]{0,8}(?:医学|医疗)中心|[^\s]{0,10}临床医学研究中心|区域医疗中心|[^\s]{0,6}重点专科)|三级甲等(?:医院)?|三甲(?:医院)?)[\s·•、,，/／|:：-]{0,3}(\p{Script=Han}.{1,60}(?:医院|醫院))$/u;

/** What a title that stands before a hospital's name says: it is no part of the name. The name as it is where none stands there. */
export const titleApart = (name: string): string => TITLE.exec(name.trim())?.[2] ?? name;
