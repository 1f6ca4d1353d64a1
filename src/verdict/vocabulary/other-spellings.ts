import type { Dossier } from '../../../schema/institution.ts';

const company = /(有限责任公司|有限公司)$/u;
const cityWord = /(市|自治州|地区|盟)$/u;

const spellingsOf = (
  name: string,
  province: string | undefined,
  city: string | undefined,
): readonly string[] => {
  const bare = name.replace(company, '');
  const found = bare === name ? [] : [bare];
  if (province === undefined || city === undefined || city === province) return found;
  if (bare.startsWith(province)) return [...found, bare.slice(province.length)];
  return bare.startsWith(city.replace(cityWord, '')) ? [...found, `${province}${bare}`] : found;
};

/**
 * How else an authority may print the name: with or without the province before the city (福建省漳州市医院 / 漳州市医院), with or
 * without the company form. Lists differ in this, so a missing name is no absence until these were looked for too.
 */
export const otherSpellings = ({ names, place }: Dossier): readonly string[] => [
  ...new Set(
    names
      .filter(({ language, kind }) => language === 'zh' && (kind === 'legal' || kind === 'second'))
      .flatMap(({ value }) => spellingsOf(value, place.province, place.city)),
  ),
];
