import { isRegisteringDepartment, usccHolder } from './code-lists.ts';
import { divisionPart } from './division-codes.ts';
import {
  firstInvalidCharacter,
  malformed,
  type Parsed,
  part,
  warning,
  wrongCharacter,
  wrongLength,
} from './identifier.ts';
import { orgCodeAgrees, orgCodeDiffers } from './org-code.ts';
import { usccAgrees, usccCheck } from './uscc-check.ts';

const alphabetRule = {
  en: 'Only digits and capital letters occur, never I, O, S, V or Z (0, 1, 2, 5 are often meant).',
  zh: '只能是数字和大写字母，不使用I、O、S、V、Z（常为0、1、2、5之误）。',
};

const differs = (value: string) =>
  warning(
    'uscc.check-differs',
    `The last character is ${value.slice(17)}; by GB 32100 it would be ${usccCheck(value.slice(0, 17))}. A typing error is likely, but codes in real use are known that fail this check.`,
    `末位为${value.slice(17)}，按GB 32100应为${usccCheck(value.slice(0, 17))}。可能是录入错误，但也有在用的代码不符合该校验。`,
  );

const unknownHolder = (prefix: string) =>
  warning(
    'uscc.holder-unknown',
    `The prefix ${prefix} is not among the kinds of holder known here.`,
    `前两位${prefix}不在已知的登记类别之内。`,
  );

/** TE…, Q9…, B9…: codes that portals make up where the real one is not known; they have the length of a credit code, no more. */
const standIn = (letter: string) =>
  malformed(
    'uscc',
    'malformed.department',
    `It begins with ${letter}, and no registering department has that letter: such a code is a stand-in that some list made up, not a credit code.`,
    `首位为${letter}，没有任何登记管理部门使用该代码：这是某些名单自编的代用码，不是统一社会信用代码。`,
  );

/**
 * Unified social credit code 统一社会信用代码, 18 characters (GB 32100-2015), from its normalised form. A check character that
 * differs, an unknown kind of holder and an abolished division are warnings: such codes are in real use.
 */
export const parseUscc = (value: string): Parsed => {
  if (value.length !== 18) return wrongLength('uscc', value, '18');
  const odd = firstInvalidCharacter(value, /^[0-9A-HJ-NPQRTUWXY]$/);
  if (odd !== null) return wrongCharacter('uscc', odd, alphabetRule);
  const letter = firstInvalidCharacter(value.slice(2, 8), /^\d$/);
  if (letter !== null) {
    const rule = {
      en: 'Characters 3 to 8 are a division code, digits only.',
      zh: '第3至8位为行政区划代码，只能是数字。',
    };
    return wrongCharacter('uscc', { ...letter, at: letter.at + 2 }, rule);
  }
  if (!isRegisteringDepartment(value.slice(0, 1))) return standIn(value.slice(0, 1));
  const prefix = value.slice(0, 2);
  const holder = usccHolder(prefix);
  const division = divisionPart(value.slice(2, 8));
  const org = value.slice(8, 17);
  const agrees = usccAgrees(value);
  return {
    kind: 'uscc',
    normalised: value,
    wellFormed: true,
    checkDigit: agrees ? 'ok' : 'differs',
    parts: [
      part('holder', prefix, holder),
      division.part,
      part('org-code', org, { en: 'organisation code', zh: '组织机构代码' }),
      part('check', value.slice(17), { en: 'check character', zh: '校验码' }),
    ],
    warnings: [
      ...(agrees ? [] : [differs(value)]),
      ...(orgCodeAgrees(org) ? [] : [orgCodeDiffers(org)]),
      ...(holder === null ? [unknownHolder(prefix)] : []),
      ...division.warnings,
    ],
  };
};
