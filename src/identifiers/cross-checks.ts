import type { Place } from '../../schema/record.ts';
import { classLettersNamed, institutionClass, managementType, usccHolder } from './code-lists.ts';
import { divisionOf } from './division-codes.ts';
import { type IdentifierWarning, normaliseIdentifier, warning } from './identifier.ts';
import { type LicenceFields, licenceFields } from './licence-number.ts';

/** What a source or a person says of one institution; whatever is absent is not compared. */
type CrossCheckInput = Readonly<{
  licenceNumber?: string | undefined;
  uscc?: string | undefined;
  /** 机构类别 as printed. */
  institutionClass?: string | undefined;
  /** Official names, from `placeOf`. */
  place?: Place | undefined;
}>;

const orgCodes = (licence: LicenceFields, uscc: string): IdentifierWarning[] =>
  licence.orgCode === uscc.slice(8, 17)
    ? []
    : [
        warning(
          'cross.org-code',
          `The licence number begins with organisation code ${licence.orgCode}, the credit code carries ${uscc.slice(8, 17)}. They usually agree; older licences may differ.`,
          `登记号前9位为${licence.orgCode}，统一社会信用代码中的主体标识码为${uscc.slice(8, 17)}，两者通常一致，旧证可能不同。`,
        ),
      ];

/** Companies (91) run for-profit institutions; public institutions (12) and private non-profit units (52) non-profit ones. */
const EXPECTED_MANAGEMENT: Readonly<Record<string, string>> = { '91': '2', '12': '1', '52': '1' };

const management = (licence: LicenceFields, uscc: string): IdentifierWarning[] => {
  const expected = EXPECTED_MANAGEMENT[uscc.slice(0, 2)];
  const [stated, holder] = [managementType(licence.management), usccHolder(uscc.slice(0, 2))];
  if (expected === undefined || stated === null || holder === null || licence.management === expected)
    return [];
  return [
    warning(
      'cross.management',
      `The credit code is that of a ${holder.en}, but the licence number says ${stated.en}.`,
      `统一社会信用代码的登记类别为${holder.zh}，而登记号标明${stated.zh}。`,
    ),
  ];
};

const classText = (licence: LicenceFields, text: string): IdentifierWarning[] => {
  const letters = classLettersNamed(text);
  const own = institutionClass(licence.institutionClass);
  if (own === null || letters.size === 0 || letters.has(licence.institutionClass.slice(0, 1))) return [];
  return [
    warning(
      'cross.class',
      `The licence number says ${own.en} (${own.zh}), the list says ${text}.`,
      `登记号标明${own.zh}，名单写明${text}。`,
    ),
  ];
};

const division = (code: string, place: Place): IdentifierWarning[] => {
  const found = divisionOf(code);
  const differs = (a: string | null, b: string | undefined) => a !== null && b !== undefined && a !== b;
  if (!differs(found.province, place.province) && !differs(found.city, place.city)) return [];
  const own = [found.province, found.city].filter((name) => name !== null).join('');
  const stated = [place.province, place.city].filter((name) => name !== undefined).join('');
  return [
    warning(
      'cross.division',
      `The licence number was given out in ${own}, the address is in ${stated}.`,
      `登记号的行政区划为${own}，而地址在${stated}。`,
    ),
  ];
};

/**
 * Compares the numbers, class and place stated of one institution with each other. A difference is a warning with its reason,
 * never a verdict.
 */
export const crossCheck = (input: CrossCheckInput): readonly IdentifierWarning[] => {
  const licence = licenceFields(normaliseIdentifier(input.licenceNumber ?? ''));
  const uscc = normaliseIdentifier(input.uscc ?? '');
  if (licence === null) return [];
  return [
    ...(uscc.length === 18 ? [...orgCodes(licence, uscc), ...management(licence, uscc)] : []),
    ...(input.institutionClass === undefined ? [] : classText(licence, input.institutionClass)),
    ...(input.place === undefined ? [] : division(licence.division, input.place)),
  ];
};
