import type { InstitutionQuestion } from '../../schema/question.ts';
import { addressKeys } from '../places/address-key.ts';
import { countiesSpelled, provincesOrCitiesSpelled } from '../places/english-names.ts';
import { isWithinHouse } from './address/han-address.ts';
import { behindBeside } from './address/latin-address.ts';

/** What a house is called at its end, a sign or a blank, and what follows. */
const HOUSE_AND_REST =
  /^(.{2,60}?(?:医院|醫院|中心|诊所|門診部|门诊部|卫生院|保健院))[\s,，、;；:：(（]{1,5}(.{4,120})$/u;
/** Nothing stands behind the house number but its floor or room: 国际部 and 北院区 are a part of the hospital. */
const ENDS_IN_HOUSE = /[号號弄室楼层座栋幢\d][)）\s]{0,5}$/u;
const OTHER_HOUSE = /医院|醫院|诊所|门诊|中心|公司|机构/u;
/** The first number of a house. */
const NUMBER_OF_HOUSE = /\d\s{0,3}(?=[号號])/u;

/** What stands behind the first number of a house, from the word for number on; '' for none. */
const behindNumber = (rest: string): string => {
  const found = NUMBER_OF_HOUSE.exec(rest);
  return found === null ? '' : rest.slice(found.index + found[0].length);
};

/** "Ruijin Hospital 197 Ruijin 2nd Road": a house, and without a sign between them the number and the road it stands at; behind it a place or a clause. */
const HOUSE_THEN_NUMBER =
  /^(.{3,80}?\b(?:hospital|clinic|center|centre)) {1,3}((?:no\.? ?)?\d{1,5} [^,]{2,60}?\b(?:road|rd|street|st|avenue|ave|lane|lu|jie)\.?)(?: ([^,]{2,40}))?(,.{0,200})?$/iu;

const isPlace = (text: string): boolean =>
  [countiesSpelled, provincesOrCitiesSpelled].some((spelled) => spelled(text).length > 0);

const withNumberApart = (name: string): string => {
  const [, house, road, behind, more = ''] = HOUSE_THEN_NUMBER.exec(name) ?? [];
  if (house === undefined || (behind !== undefined && !isPlace(behind))) return name;
  return `${[house, road, behind].filter((one) => one !== undefined).join(', ')}${more}`;
};

/** A clause of its own with a number and a road: "100 Huaihai Road", "No. 12 Wulumuqi Middle Rd". */
const ROAD_CLAUSE =
  /^(?:no\.? ?)?\d{1,5}(?:[-–]\d{1,5})?,? [^,]{2,60}\b(?:road|rd|street|st|avenue|ave|lane|alley|lu|jie)\b\.?/iu;

/** A road without a number, as a clause of its own: "Middle Urumqi Rd". */
const ROAD_ALONE = /^[^,\d]{2,60}\b(?:road|rd|street|st|avenue|ave|lane|alley|lu|jie)\.?$/iu;

/** "100 Huaihai Road", "Middle Urumqi Rd", "near Fuxing Park". */
const isRoad = (clause: string): boolean =>
  ROAD_CLAUSE.test(clause) || ROAD_ALONE.test(clause) || behindBeside(clause) !== null;

/** The clauses of a line in Latin letters from its road on, the house being named before; null for none. */
export const latinAddress = (name: string): string | null => {
  if (/\p{Script=Han}/u.test(name)) return null;
  const clauses = name.split(/[,;]/u).map((one) => one.trim());
  const at = clauses.findIndex(isRoad);
  return at < 1 ? null : clauses.slice(at).join(', ');
};

/**
 * The question with an address that was typed or copied behind the name (复旦大学附属华山医院 上海市静安区乌鲁木齐中路12号) as its address; in Latin letters, as a clause
 * of its own, which is read so. As it is where an address is stated beside the name, where no road and number stand behind it, or another house.
 */
export const withAddressApart = (question: InstitutionQuestion): InstitutionQuestion => {
  const { name, address } = question;
  if (name === undefined || address !== undefined) return question;
  const [, house = '', rest = ''] = HOUSE_AND_REST.exec(name) ?? [];
  const isAddress =
    ENDS_IN_HOUSE.test(rest) &&
    !OTHER_HOUSE.test(rest) &&
    isWithinHouse(behindNumber(rest)) &&
    addressKeys(rest).length > 0;
  if (house !== '' && isAddress)
    return { ...question, name: house, address: rest.replace(/[)）\s]{1,5}$/u, '') };
  const apart = withNumberApart(name);
  // The clauses stay in the name, where they are read as well.
  const road = latinAddress(apart);
  return road === null ? { ...question, name: apart } : { ...question, name: apart, address: road };
};
