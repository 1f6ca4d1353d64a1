import { placeWords } from '../../schema/lexicon/places.ts';
import { remembered } from '../text/remembered.ts';

const SUFFIXES = [...placeWords.suffixes].sort((a, b) => b.length - a.length);
const PEOPLES = new RegExp(`(?:${placeWords.peoples.join('|')})+$`, 'u');

/** Without the longest word for a level that it ends in. */
const withoutLevel = (name: string): string => {
  const suffix = SUFFIXES.find((one) => name.endsWith(one));
  return suffix === undefined ? name : name.slice(0, -suffix.length);
};

const withoutLevelAndPeoples = (name: string): string => {
  const irregular = placeWords.irregularShortNames[name];
  if (irregular !== undefined) return irregular;
  const bare = withoutLevel(name);
  const short = bare === name ? name : bare.replace(PEOPLES, '');
  return [short, bare].find((one) => one.length >= 2) ?? name;
};

/**
 * An official name without what says its level and its peoples: 上海市 → 上海, 广西壮族自治区 → 广西, 恩施土家族苗族自治州 → 恩施.
 * A name that would fall below two characters keeps them (城区, 矿区); a text that ends in no level comes back unchanged.
 */
export const shortName = remembered(20_000, withoutLevelAndPeoples);

/** What makes a place without its level a part of a longer word: 广安门 and 南京路 are no 广安 and 南京, 和平里医院 is none of 和平区; before a number (广州一院) it is the place. */
export const isWithinWord = (after: string): boolean =>
  /^(?:[门路街巷桥]|[^市县区旗州省总中西藏蒙维傣壮苗瑶彝回侗一二三四五六七八九十]医院)/u.test(after);
