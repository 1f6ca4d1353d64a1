import type { Dossier } from '../../../schema/institution.ts';
import type { InstitutionQuestion } from '../../../schema/question.ts';
import { reason } from '../../../schema/reason.ts';
import type { Reason } from '../../../schema/verdict.ts';
import { houseNumbersInDigits } from '../../places/address-key.ts';
import { isZone } from '../../places/divisions.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { placeOf } from '../../places/place-of.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { foldText, hasHan, simplify } from '../../text/han.ts';
import { type AskedPlace, placeFit, placeInName, placeText } from '../asked-place.ts';
import { knownPlace } from '../beside/read-words.ts';
import { addressAbroad, nextDoor } from './address-abroad.ts';
import { unreadInHan } from './han-abroad.ts';
import { sameRoad, shortPlaceOf } from './han-address.ts';
import { districtsOf, isHouseOnRecord, latinElsewhere, onOtherRoad, unreadInLatin } from './latin-address.ts';

/**
 * What an address says of one institution. `agrees`: it is on record, or another one of its city is; null where the two cannot be compared. `elsewhere`: it is that
 * of another house, in another city, abroad or next door.
 */
type AddressEvidence = Readonly<{ agrees: boolean | null; elsewhere: boolean; why: readonly Reason[] }>;

const registeredIn = (dossier: Dossier): string =>
  dossier.addresses
    .slice(0, 3)
    .map(({ address }) => address)
    .join('；') || placeText(knownPlace(dossier));

/** 长宁区 or 长宁 for one in 黄浦区. A zone lies in districts, so that it tells nothing apart. */
const inOtherDistrict = (asked: string, dossier: Dossier): boolean => {
  const { province, city } = dossier.place;
  const { district } = placeOf({ district: asked, province, city });
  const known = districtsOf(dossier);
  return (
    district !== undefined && known.size > 0 && !known.has(district) && ![district, ...known].some(isZone)
  );
};

const isSame = (asked: string, dossier: Dossier): boolean | null => {
  if (hasHan(asked)) {
    const registered = dossier.addresses.map(({ address }) => address);
    return sameRoad(asked, registered) ?? (inOtherDistrict(asked, dossier) ? false : null);
  }
  if (isHouseOnRecord(asked, dossier)) return true;
  return latinElsewhere(asked, dossier)?.level === 'district' || onOtherRoad(asked, dossier) ? false : null;
};

/** The place an address begins with in full: 上海市…, but not 南京路…. */
const placeOfAddress = (address: string): AskedPlace => {
  const { province = null, city = null } = placeOf({ address });
  const head = leadingPlace(simplify(foldText(address)))?.place;
  return province === null && head?.full === true
    ? { province: head.province, city: head.city }
    : { province, city };
};

/** An address in another city than the one on record; null when one of them states none. */
const otherCity = (asked: string, dossier: Dossier): Reason | null => {
  const known = knownPlace(dossier);
  const latin = hasHan(asked) ? null : latinElsewhere(asked, dossier);
  if (latin?.level === 'city')
    return reason('address.other-city', { asked: latin.asked, registered: placeText(known) });
  const printed = placeOfAddress(asked);
  const none = printed.province === null && printed.city === null;
  const where = (none ? shortPlaceOf(asked, dossier) : null) ?? printed;
  if (placeFit(where, known) !== 'differs') return null;
  return reason('address.other-city', { asked: placeText(where), registered: placeText(known) });
};

/** Words of a road, of a landmark and of what is near one. */
const LANDMARK = /[路街道巷弄园站桥厦场近旁]|胡同/u;

/**
 * Whether an address in Chinese is no more than a word that is no place we know, as a town abroad is (妙瓦底), where no place of China is said beside it or in the name
 * (北京协和医院, 王府井).
 */
const isTownUnknown = (
  unread: string,
  asked: string,
  { name = '', province, city }: InstitutionQuestion,
  dossier: Dossier,
): boolean =>
  hasHan(asked) &&
  !LANDMARK.test(asked) &&
  simplify(asked.normalize('NFKC')).trim() === unread &&
  statedPlaces({ province, city }).places.length === 0 &&
  placeFit(placeInName(name), knownPlace(dossier)) !== 'agrees';

/** Compares an address stated beside a name with those of one record (docs/names-rules.md, "Addresses"). */
export const addressEvidence = (
  question: InstitutionQuestion,
  typed: string,
  dossier: Dossier,
): AddressEvidence => {
  const asked = houseNumbersInDigits(typed);
  const registered = registeredIn(dossier);
  const agrees = isSame(asked, dossier);
  const next = nextDoor(asked, dossier);
  const away =
    otherCity(asked, dossier) ??
    (next === null ? null : reason('address.next-door', { asked: next })) ??
    addressAbroad(asked, statedPlaces(question).places, dossier);
  const differs = agrees === false && next === null ? [reason('address.differs', { registered })] : [];
  if (away !== null) return { agrees, elsewhere: true, why: [...differs, away] };
  if (agrees !== null)
    return { agrees, elsewhere: false, why: agrees ? [reason('address.agrees')] : differs };
  const unread = hasHan(asked) ? unreadInHan(asked, dossier) : unreadInLatin(asked, dossier);
  if (unread === null) return { agrees, elsewhere: false, why: [] };
  const elsewhere = isTownUnknown(unread, asked, question, dossier);
  const why = elsewhere
    ? reason('address.not-understood', { asked: unread })
    : reason('address.unknown', { asked: unread, registered });
  return { agrees, elsewhere, why: [why] };
};
