import {
  firstInvalidCharacter,
  type Parsed,
  part,
  warning,
  wrongCharacter,
  wrongLength,
} from './identifier.ts';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const characterValue = (char: string): number => Number.parseInt(char, 36);

/** Check character of an organisation code (GB 11714-1997): 11 less the weighted sum mod 11; 10 is X, 11 is 0. `first8`: [0-9A-Z]. */
export const orgCodeCheck = (first8: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * characterValue(first8[at] ?? '0'), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
};

/** True when the ninth character is the one that GB 11714 asks for. */
export const orgCodeAgrees = (code: string): boolean => orgCodeCheck(code.slice(0, 8)) === code[8];

/** What to say when the check character of an organisation code differs, alone or inside a longer number. */
export const orgCodeDiffers = (code: string) =>
  warning(
    'org-code.check-differs',
    `The organisation code ${code} ends in ${code.slice(8)}; by GB 11714 it would end in ${orgCodeCheck(code.slice(0, 8))}. Compare it with the original.`,
    `组织机构代码${code}的校验码为${code.slice(8)}，按GB 11714应为${orgCodeCheck(code.slice(0, 8))}，请与原件核对。`,
  );

/** Organisation code 组织机构代码, nine characters (GB 11714-1997), from its normalised form (`normaliseIdentifier`). */
export const parseOrgCode = (value: string): Parsed => {
  if (value.length !== 9) return wrongLength('org-code', value, '9');
  const odd =
    firstInvalidCharacter(value.slice(0, 8), /^[0-9A-Z]$/) ?? firstInvalidCharacter(value, /^[0-9A-Z]$/);
  const rule = { en: 'Only digits and the letters A to Z occur.', zh: '只能是数字和字母A至Z。' };
  if (odd !== null) return wrongCharacter('org-code', odd, rule);
  if (!/[0-9X]$/.test(value)) {
    const last = { en: 'The last character is a digit or X.', zh: '末位应为数字或X。' };
    return wrongCharacter('org-code', { at: 9, char: value.slice(8) }, last);
  }
  const agrees = orgCodeAgrees(value);
  const own = warning(
    'org-code.self-assigned',
    'Codes from PDY00001 to PDY99999 were given out by users themselves and identify nobody.',
    'PDY00001至PDY99999为自定义区，不能识别机构。',
  );
  return {
    kind: 'org-code',
    normalised: value,
    wellFormed: true,
    checkDigit: agrees ? 'ok' : 'differs',
    parts: [
      part('body', value.slice(0, 8)),
      part('check', value.slice(8), { en: 'check character', zh: '校验码' }),
    ],
    warnings: [...(agrees ? [] : [orgCodeDiffers(value)]), ...(/^PDY\d{5}/.test(value) ? [own] : [])],
  };
};
