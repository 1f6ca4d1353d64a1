import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { ANYWHERE, type AskedPlace, placeInName } from '../asked-place.ts';
import { noMatch, unmatched } from '../results.ts';
import type { Search } from '../search.ts';
import { asOneWord, type ProtectedUse } from './protected.ts';

const COUNTY = 3;

/** 同仁西区, 华山东区: a side of a hospital, which is called like a district of 攀枝花. */
const SIDE = /(?<!攀枝花市?)[东南西北]区$/u;

/** The place stated beside a name with a famous word, else the one in it, but for a word that is a county's too: 同仁南区 is not in 同仁市. */
export const placeOfName = ({ name: asked, place }: Search, { written }: ProtectedUse): AskedPlace => {
  if (place.province !== null || place.city !== null) return place;
  const name = asked.trim().replace(SIDE, '');
  const isCountys = leadingPlace(name)?.length === written.length && placeNamed(written)?.level === COUNTY;
  const isPartNext = name.startsWith(written) && leadingPlace(name.slice(written.length)) === null;
  return isCountys && isPartNext ? ANYWHERE : placeInName(name);
};

/** 北京鼓楼中医: a score of towns have a quarter of that name, and a hospital that is called by it. */
export const isQuarterOfMany = ({ written }: ProtectedUse): boolean => placeNamed(written)?.shared === true;

const BETWEEN = /^(?:[a-z]+ university )?([a-z]+) ([a-z]+)(?: hospital)?$/u;

/** "West China Xiamen Hospital": the town stands between the famous word and the house, as in the name of a part of it elsewhere (华西厦门医院). */
const hasTownBehind = (name: string, { word }: ProtectedUse): boolean => {
  if (hasHan(name)) return false;
  const text = asOneWord(name.trim());
  const [, own = '', town = ''] = BETWEEN.exec(text) ?? [];
  return word.en.includes(own) && provincesOrCitiesSpelled(town).length > 0;
};

const HOUSE = /\bhospital\b/iu;

/** "Huashan Hospital Fudan University Fujian Hospital": what stands behind the hospital of the famous word, where its town is said there and not before; '' for none. */
const wordsBehindHouse = (name: string, { word }: ProtectedUse): string => {
  const at = HOUSE.exec(name);
  if (hasHan(name) || at === null) return '';
  const before = asOneWord(name.slice(0, at.index));
  const words = before.split(/[^a-z]+/u).filter((one) => one !== '');
  // "Huashan Plastic Surgery Hospital" is no holder's name.
  const isNamed = word.en.includes(words.at(-1) ?? '');
  const isPlaced = words.some((one) => !word.en.includes(one) && provincesOrCitiesSpelled(one).length > 0);
  return isNamed && !isPlaced ? name.slice(at.index + at[0].length).replace(/^[\s,–-]{1,5}/u, '') : '';
};

/**
 * A famous hospital's name with another town behind it or before its house: it may be a part of the hospital there, and is no imitation. With the town before it ("Fujian Huashan
 * Hospital") it is another's; null for that and for any other name.
 */
export const withTownBehind = (
  name: string,
  use: ProtectedUse,
  candidates: Identification['candidates'],
): Identification | null => {
  if (hasTownBehind(name, use)) return noMatch([reason('name.not-found', { name })], candidates);
  const words = wordsBehindHouse(name, use);
  const known = use.word.genuine[0] ?? use.word.zh;
  return words === ''
    ? null
    : unmatched('branch-not-on-record', [reason('name.branch', { known, words })], candidates);
};
