import { economicType, institutionClass, managementType } from './code-lists.ts';
import { divisionOf, divisionPart } from './division-codes.ts';
import {
  firstInvalidCharacter,
  type IdentifierPart,
  type IdentifierWarning,
  type Parsed,
  part,
  type WellFormed,
  warning,
  wrongCharacter,
  wrongLength,
} from './identifier.ts';
import { orgCodeAgrees, orgCodeDiffers } from './org-code.ts';

/** The parts of a 22-character number: organisation code 9, division 6, economic type 2, class 4, management 1 (WS 218). */
export type LicenceFields = Readonly<{
  orgCode: string;
  division: string;
  economicType: string;
  institutionClass: string;
  management: string;
}>;

/** Cuts a normalised 22-character number; null for the older forms. */
export const licenceFields = (value: string): LicenceFields | null =>
  /^[0-9A-Z]{22}$/.test(value)
    ? {
        orgCode: value.slice(0, 9),
        division: value.slice(9, 15),
        economicType: value.slice(15, 17),
        institutionClass: value.slice(17, 21),
        management: value.slice(21),
      }
    : null;

const notListed = (name: string, zh: string, value: string): IdentifierWarning =>
  warning(
    `${name}.not-listed`,
    `The ${name.replace('-', ' ')} code ${value} is in no code list known here.`,
    `${zh}代码${value}不在已知代码表中。`,
  );

const coded = (name: string, zh: string, value: string, meaning: IdentifierPart['meaning']) => ({
  part: part(name, value, meaning),
  warnings: meaning === null ? [notListed(name, zh, value)] : [],
});

const parse22 = (value: string, fields: LicenceFields): WellFormed => {
  const agrees = orgCodeAgrees(fields.orgCode);
  const rest = [
    divisionPart(fields.division),
    coded('economic-type', '经济类型', fields.economicType, economicType(fields.economicType)),
    coded(
      'institution-class',
      '机构类别',
      fields.institutionClass,
      institutionClass(fields.institutionClass),
    ),
    coded('management', '经营性质', fields.management, managementType(fields.management)),
  ];
  return {
    kind: 'licence-number',
    normalised: value,
    wellFormed: true,
    checkDigit: agrees ? 'ok' : 'differs',
    parts: [
      part('org-code', fields.orgCode, { en: 'organisation code of the holder', zh: '组织机构代码' }),
      ...rest.map((one) => one.part),
    ],
    warnings: [...(agrees ? [] : [orgCodeDiffers(fields.orgCode)]), ...rest.flatMap((one) => one.warnings)],
  };
};

const older = (
  value: string,
  parts: readonly IdentifierPart[],
  warnings: readonly IdentifierWarning[],
): WellFormed => ({
  kind: 'licence-number',
  normalised: value,
  wellFormed: true,
  checkDigit: 'none',
  parts,
  warnings,
});

/** Beijing and Guangdong keep 18 digits; only the division in the middle is understood. */
const parse18 = (value: string): WellFormed => {
  const division = value.slice(6, 12);
  const known = divisionOf(division).state !== 'unknown';
  return older(
    value,
    [
      part('serial', value.slice(0, 6)),
      known ? divisionPart(division).part : part('unknown', division),
      part('unknown', value.slice(12)),
    ],
    [
      warning(
        'licence-number.legacy-18',
        'This is an older form of 18 digits, as Beijing and Guangdong keep it; it has no check digit and its inner order is not published.',
        '这是18位的旧式登记号（北京、广东仍在使用），没有校验码，内部结构未公开。',
      ),
    ],
  );
};

/** Clinics once had 12 digits: division 6, serial 4, class 1, ownership 1. */
const parse12 = (value: string): WellFormed => {
  const division = divisionPart(value.slice(0, 6));
  const parts = [
    division.part,
    part('serial', value.slice(6, 10)),
    part('class', value.slice(10, 11)),
    part('ownership', value.slice(11)),
  ];
  const old = warning(
    'licence-number.legacy-12',
    'This is an older form of 12 digits that clinics once had; it has no check digit.',
    '这是诊所曾使用的12位旧式登记号，没有校验码。',
  );
  return older(value, parts, [old, ...division.warnings]);
};

const digitsRule = {
  en: 'Digits stand there: the division, the economic type, the class after its letter, the management (WS 218).',
  zh: '该位应为数字：行政区划、经济类型、类别字母之后各位、经营性质（WS 218）。',
};

/** The first letter where WS 218 has a digit; O and I for 0 and 1 are usual slips. */
const letterForDigit = (value: string): Readonly<{ at: number; char: string }> | null => {
  const digits = `${' '.repeat(9)}${value.slice(9, 17)} ${value.slice(18)}`;
  return firstInvalidCharacter(digits, /^[\d ]$/);
};

/**
 * Licence number 医疗机构执业许可证登记号, from its normalised form: 22 characters (23 with the printed hyphen), or the
 * older forms of 18 and 12 digits. Parts that no code list knows are warnings: real licences carry abolished codes.
 */
export const parseLicenceNumber = (value: string): Parsed => {
  if (![22, 18, 12].includes(value.length)) return wrongLength('licence-number', value, '22, 18 or 12');
  const fields = licenceFields(value);
  if (fields !== null) {
    const letter = letterForDigit(value);
    return letter === null ? parse22(value, fields) : wrongCharacter('licence-number', letter, digitsRule);
  }
  const [allowed, rule] =
    value.length === 22
      ? [/^[0-9A-Z]$/, { en: 'Only digits and the letters A to Z occur.', zh: '只能是数字和字母A至Z。' }]
      : [
          /^\d$/,
          { en: `The form of ${value.length} has digits only.`, zh: `${value.length}位的形式只含数字。` },
        ];
  const odd = firstInvalidCharacter(value, allowed);
  if (odd !== null) return wrongCharacter('licence-number', odd, rule);
  return value.length === 18 ? parse18(value) : parse12(value);
};
