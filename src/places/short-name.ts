import { placeWords } from '../../schema/lexicon/places.ts';
import { remembered } from '../text/remembered.ts';

const SUFFIX = new RegExp(`(?:${placeWords.suffixes.join('|')})$`, 'u');
const PEOPLES = new RegExp(`(?:${placeWords.peoples.join('|')})+$`, 'u');

const withoutLevelAndPeoples = (name: string): string => {
  const irregular = placeWords.irregularShortNames[name];
  if (irregular !== undefined) return irregular;
  const withoutLevel = name.replace(SUFFIX, '');
  const short = withoutLevel === name ? name : withoutLevel.replace(PEOPLES, '');
  return [short, withoutLevel].find((one) => one.length >= 2) ?? name;
};

/**
 * An official name without what says its level and its peoples: 上海市 → 上海, 广西壮族自治区 → 广西, 恩施土家族苗族自治州 → 恩施.
 * A name that would fall below two characters keeps them (城区, 矿区); a text that ends in no level comes back unchanged.
 */
export const shortName = remembered(20_000, withoutLevelAndPeoples);
