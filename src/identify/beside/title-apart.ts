import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import type { Reader } from '../../store/registry-reader.ts';

/** A title of state or a grade before a hospital's name, with or without a sign between: 国家心血管病中心 阜外医院, 国家区域医疗中心首都医科大学附属北京天坛医院. */
const TITLE =
  /^(国家(?:癌症中心|心血管病中心|[^中\s]{0,8}(?:医学|医疗)中心|[^\s]{0,10}临床医学研究中心|区域医疗中心|[^\s]{0,6}重点专科)|三级甲等(?:医院)?|三甲(?:医院)?)[\s·•、,，/／|:：-]{0,3}(\p{Script=Han}.{1,60}(?:医院|醫院))$/u;

/** A name in the title that stands before it, '' for none, and the rest: the title is no part of the name. */
export const titleApart = (name: string): Readonly<{ title: string; own: string }> => {
  const [, title = '', own = name] = TITLE.exec(name.trim()) ?? [];
  return { title, own };
};

/** Says of a title that was set aside that nothing was asked about it, unless it is a name of whom is settled on (国家心血管病中心 阜外医院). */
export const withTitleAside = async (
  found: Identification,
  title: string,
  reader: Reader,
): Promise<Identification> => {
  if (title === '' || found.id === null) return found;
  const names = (await reader.dossier(found.id))?.names ?? [];
  return names.some(({ value }) => value.includes(title))
    ? found
    : { ...found, why: [...found.why, reason('name.title-aside', { words: title })] };
};
