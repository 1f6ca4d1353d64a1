import provinceCodes from '../../schema/codes/provinces.json' with { type: 'json' };
import { practitionerCategory, practitionerLevel } from './code-lists.ts';
import {
  firstInvalidCharacter,
  type Parsed,
  part,
  warning,
  wrongCharacter,
  wrongLength,
} from './identifier.ts';

const provinces = new Map(provinceCodes.codes.map(({ code, en, zh }) => [code, { en, zh }]));

const unusual = (name: string, zh: string, value: string) =>
  warning(
    `practising-certificate.${name}-unusual`,
    `The digits ${value} for the ${name} are not the usual ones. Published accounts of this number differ, so nothing follows from it.`,
    `${zh}代码${value}不常见。各种公开说明不一致，因此不作判断。`,
  );

/** Number of a practising certificate 医师执业证书编码: level 1, category 2, province 2, city 2, county 2, serial 6. No check digit. */
export const parsePractisingCertificate = (value: string): Parsed => {
  if (value.length !== 15) return wrongLength('practising-certificate', value, '15');
  const odd = firstInvalidCharacter(value, /^\d$/);
  const rule = { en: 'It has digits only.', zh: '只含数字。' };
  if (odd !== null) return wrongCharacter('practising-certificate', odd, rule);
  const [level, category, province] = [value.slice(0, 1), value.slice(1, 3), value.slice(3, 5)];
  const meanings = {
    level: practitionerLevel(level),
    category: practitionerCategory(category),
    province: provinces.get(province) ?? null,
  };
  return {
    kind: 'practising-certificate',
    normalised: value,
    wellFormed: true,
    checkDigit: 'none',
    parts: [
      part('level', level, meanings.level),
      part('category', category, meanings.category),
      part('province', province, meanings.province),
      part('city', value.slice(5, 7)),
      part('county', value.slice(7, 9)),
      part('serial', value.slice(9)),
    ],
    warnings: [
      ...(meanings.level === null ? [unusual('level', '执业级别', level)] : []),
      ...(meanings.category === null ? [unusual('category', '执业类别', category)] : []),
      ...(meanings.province === null ? [unusual('province', '省份', province)] : []),
    ],
  };
};
