import type { Bilingual } from '../../schema/base.ts';
import provinceCodes from '../../schema/codes/provinces.json' with { type: 'json' };
import { type Division, divisions } from '../places/divisions.ts';
import { late } from '../text/remembered.ts';
import { type IdentifierPart, type IdentifierWarning, part, warning } from './identifier.ts';

/**
 * A six-digit division code inside a number. `known`: in the code list today. `province`: only the first two digits are;
 * the rest is abolished. `unknown`: not even those.
 */
type DecodedDivision = Readonly<{
  state: 'known' | 'province' | 'unknown';
  province: string | null;
  /** Null for a province's own code and wherever the code list does not tell. */
  city: string | null;
  district: string | null;
}>;

const NATIONAL = '100000';
const english = new Map(provinceCodes.codes.map(({ zh, en }) => [zh, en]));
const provinceNames = late(
  () =>
    new Map(
      divisions()
        .filter(({ level }) => level === 1)
        .map(({ code, name }) => [code, name]),
    ),
);

/** A division as its code decodes. `city` is null for districts of municipalities and for counties directly below a province. */
const decoded = ({ name, level, province, city }: Division): DecodedDivision => ({
  state: 'known',
  province,
  city: level === 1 || (level === 3 && (city === province || city === name)) ? null : city,
  district: level === 3 ? name : null,
});

/** The six-digit codes of a division. Towns of a city without counties (东莞) have nine digits, and no code of their own here. */
const codesOf = ({ code, name, level }: Division): readonly string[] => {
  if (level === 1) return [`${code}0000`];
  if (level === 3) return code.length === 6 ? [code] : [];
  // …01 is 市辖区: a city's own code for what stands in its districts without being of one of them; in use by registrars today.
  return name.endsWith('市') ? [`${code}00`, `${code}01`] : [`${code}00`];
};

const table = late(
  () =>
    new Map<string, DecodedDivision>(
      divisions().flatMap((one) => codesOf(one).map((code) => [code, decoded(one)] as const)),
    ),
);

/** Looks a code up; 100000 is the whole country and has no province. */
export const divisionOf = (code: string): DecodedDivision => {
  if (code === NATIONAL) return { state: 'known', province: null, city: null, district: null };
  const province = provinceNames().get(code.slice(0, 2)) ?? null;
  return (
    table().get(code) ?? {
      state: province === null ? 'unknown' : 'province',
      province,
      city: null,
      district: null,
    }
  );
};

const meaningOf = (code: string, found: DecodedDivision): Bilingual | null => {
  if (code === NATIONAL) return { en: 'nationwide', zh: '全国' };
  if (found.province === null) return null;
  const zh = [...new Set([found.province, found.city, found.district])]
    .filter((name) => name !== null)
    .join('');
  const province = english.get(found.province) ?? found.province;
  return { zh, en: zh === found.province ? province : `${province} (${zh})` };
};

/** The division part of a number with its meaning, and a warning where today's code list does not hold it. */
export const divisionPart = (
  code: string,
): Readonly<{ part: IdentifierPart; warnings: readonly IdentifierWarning[] }> => {
  const found = divisionOf(code);
  const shown = part('division', code, meaningOf(code, found));
  if (found.state === 'known') return { part: shown, warnings: [] };
  const abolished = warning(
    'division.not-current',
    `Division ${code} is not in today's list; numbers given out before a reform keep the old code.`,
    `行政区划代码${code}不在现行代码表中；区划调整前发放的编号会保留旧代码。`,
  );
  const foreign = warning(
    'division.no-province',
    `No province has the code ${code.slice(0, 2)}.`,
    `没有代码为${code.slice(0, 2)}的省级行政区。`,
  );
  return { part: shown, warnings: [found.state === 'province' ? abolished : foreign] };
};
