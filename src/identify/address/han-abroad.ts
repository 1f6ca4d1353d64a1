import type { Dossier } from '../../../schema/institution.ts';
import { isCountry, leadingCountry } from '../../places/countries.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { placeOf } from '../../places/place-of.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { simplify } from '../../text/han.ts';
import { recordSpeaksOf } from './record-speaks.ts';
import { roadOf, sameRoad } from './same-road.ts';
import { withoutBuilding } from './within-house.ts';

const SEPARATORS = /[\s,，、;；()（）|/。·]+/u;
const ROAD = /^[东西南北中]?(?:路|街|大道|大街|道|巷)/u;

/** Whether a part of an address begins with a division of China; 南京西路 is a road. */
const namesDivision = (part: string): boolean => {
  const found = leadingPlace(part);
  if (found?.place.full === true) return true;
  if (found !== null && found.place.level < 3 && !ROAD.test(part.slice(found.length))) return true;
  return placeOf({ address: part }).province !== undefined || statedPlaces({ city: part }).places.length > 0;
};

/**
 * The first part of a Chinese address that names a country abroad or, where nothing says a place of China (`placed`: something beside it does),
 * no division of China and nothing on record; null for none. A part that is a country's name and nothing else speaks against any place.
 */
export const hanAbroad = (address: string, placed: boolean, dossier: Dossier): string | null => {
  const parts = simplify(address.normalize('NFKC'))
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const country = parts.find(isCountry);
  if (country !== undefined) return country;
  const others = parts.filter((part) => !namesDivision(part));
  const withCountry = others.filter((part) => leadingCountry(part) !== null);
  // A road of the record in another country is that country's: 泰国曼谷瑞金二路197号.
  const abroad = withCountry.find((part) => roadOf(part) !== null);
  if (abroad !== undefined) return leadingCountry(abroad);
  const registered = dossier.addresses.map((one) => one.address);
  if (sameRoad(address, registered) === true) return null;
  if (placed || others.length < parts.length) return null;
  const [unplaced] = withCountry;
  if (unplaced !== undefined) return leadingCountry(unplaced);
  const unread = others.filter((part) => {
    const words = withoutBuilding(part);
    return words !== '' && ![part, words].some((one) => recordSpeaksOf(dossier, one));
  });
  return unread[0] ?? null;
};
