import { placeWords } from '../../schema/lexicon/places.ts';

const SUFFIX = new RegExp(`(?:${placeWords.suffixes.join('|')})$`, 'u');
const PEOPLES = new RegExp(`(?:${placeWords.peoples.join('|')})+$`, 'u');

const withoutLevelAndPeoples = (name: string): string => {
  const irregular = placeWords.irregularShortNames[name];
  if (irregular !== undefined) return irregular;
  const withoutLevel = name.replace(SUFFIX, '');
  const short = withoutLevel === name ? name : withoutLevel.replace(PEOPLES, '');
  return [short, withoutLevel].find((one) => one.length >= 2) ?? name;
};

/** Names shortened before: there are some thousand places, and each is met with every name compared. */
const shortened = new Map<string, string>();
const MOST = 20_000;

/**
 * An official name without what says its level and its peoples: 上海市 → 上海, 广西壮族自治区 → 广西, 恩施土家族苗族自治州 → 恩施.
 * A name that would fall below two characters keeps them (城区, 矿区); a text that ends in no level comes back unchanged.
 */
export const shortName = (name: string): string => {
  const known = shortened.get(name);
  if (known !== undefined) return known;
  const short = withoutLevelAndPeoples(name);
  if (shortened.size >= MOST) shortened.clear();
  shortened.set(name, short);
  return short;
};
