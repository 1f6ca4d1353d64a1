import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { type AskedPlace, placeInName } from '../asked-place.ts';
import type { Search } from '../search.ts';
import type { ProtectedUse } from './protected.ts';

const COUNTY = 3;
const NOWHERE: AskedPlace = { province: null, city: null };

/** The place stated beside a name with a famous word, else the one in it, but for a word that is a county's too: 同仁南区 is not in 同仁市. */
export const placeOfName = ({ name, place }: Search, { written }: ProtectedUse): AskedPlace => {
  if (place.province !== null || place.city !== null) return place;
  const isCountys = leadingPlace(name)?.length === written.length && placeNamed(written)?.level === COUNTY;
  const isPartNext = name.startsWith(written) && leadingPlace(name.slice(written.length)) === null;
  return isCountys && isPartNext ? NOWHERE : placeInName(name);
};

/** 北京鼓楼中医: a score of towns have a quarter of that name, and a hospital that is called by it. */
export const isQuarterOfMany = ({ written }: ProtectedUse): boolean => placeNamed(written)?.shared === true;

const BETWEEN = /^(?:[a-z]+ university )?([a-z]+) ([a-z]+)(?: hospital)?$/u;

/** "West China Xiamen Hospital": the town stands between the famous word and the house, as in the name of a part of it elsewhere (华西厦门医院). */
export const hasTownBehind = (name: string, { word }: ProtectedUse): boolean => {
  if (hasHan(name)) return false;
  const text = name.trim().toLowerCase().replace('west china', 'westchina');
  const [, own = '', town = ''] = BETWEEN.exec(text) ?? [];
  return word.en.includes(own) && provincesOrCitiesSpelled(town).length > 0;
};
