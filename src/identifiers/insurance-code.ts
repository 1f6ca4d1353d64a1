import { divisionPart } from './division-codes.ts';
import { malformed, type Parsed, part, wrongLength } from './identifier.ts';

/** Code of the National Healthcare Security Administration: H (institution) or P (pharmacy), division 6, serial 5. No check digit. */
export const parseInsuranceCode = (value: string): Parsed => {
  if (value.length !== 12) return wrongLength('insurance-code', value, '12');
  if (!/^[HP]\d{11}$/.test(value)) {
    return malformed(
      'insurance-code',
      'malformed.alphabet',
      'It begins with H (institution) or P (pharmacy); eleven digits follow.',
      '应以H（定点医疗机构）或P（定点零售药店）开头，后接11位数字。',
    );
  }
  const division = divisionPart(value.slice(1, 7));
  const kind = value.startsWith('H')
    ? { en: 'designated medical institution', zh: '定点医疗机构' }
    : { en: 'designated pharmacy', zh: '定点零售药店' };
  return {
    kind: 'insurance-code',
    normalised: value,
    wellFormed: true,
    checkDigit: 'none',
    parts: [part('holder-kind', value.slice(0, 1), kind), division.part, part('serial', value.slice(7))],
    warnings: division.warnings,
  };
};
