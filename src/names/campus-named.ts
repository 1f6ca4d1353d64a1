import type { Dossier } from '../../schema/institution.ts';
import { foldText, hasHan, simplify } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';
import { standsIn } from '../text/stands-in.ts';

/** Words for a part of a hospital, at the end of what it is called. */
const PART = /(?:院区|分院|校区|园区|院|区|campus|branch|site)$/u;

/** The institution itself, and none of its further parts. */
const MAIN = '(?:总院|院?本部|总部|主院区?|(?:the )?(?:main (?:campus|site|hospital|building)|headquarters))';
/** What a field for a campus says where it means the hospital itself. */
const IS_MAIN = new RegExp(`^(?:${MAIN}|main|本院)$`, 'iu');
const BEHIND = new RegExp(`^(.{1,100}(?:医院|hospital))[\\s,，(（·-]{0,3}(${MAIN})[)）]?$`, 'iu');

/** 瑞金医院总院, "Ruijin Hospital, Main Campus": the hospital, and the words for its main house; null for any other name. */
export const withoutMainHouse = (name: string): Readonly<{ own: string; words: string }> | null => {
  const [, own, words] = BEHIND.exec(name.trim()) ?? [];
  return own === undefined || words === undefined ? null : { own, words };
};

const PART_ALONE =
  /^(?:(?:城?[东西南北中]|[主总本新老分])(?:院|院区|分院|部|校区)|院?本部|(?:the )?(?:main|east|west|south|north|new|old) (?:campus|branch|site))$/iu;

/** 主院区, 西院, "East Campus": what many hospitals call a part of themselves, and nothing else. */
export const isPartAlone = (name: string): boolean => PART_ALONE.test(name.trim());

/** Fewest letters that are looked for among the sounds of a record. */
const FEWEST_LETTERS = 4;

/**
 * Whether a record names a campus: in an address, a name or the scope of a credential, as it is written or as it sounds (Luwan, 卢湾). The word for a campus
 * itself is left out, so 佘山院区 is found in 松江区佘山镇. The main house is the institution's own.
 */
export const namesCampus = (campus: string, { addresses, credentials, names }: Dossier): boolean => {
  if (IS_MAIN.test(campus.trim())) return true;
  const whole = simplify(foldText(campus)).trim();
  const own = whole.replace(PART, '').trim();
  // 西院 is looked for as it is: 西 stands in every other address.
  const key = own.length < 2 ? whole : own;
  if (key.length < 2) return false;
  const places = [
    ...addresses.map(({ address }) => address),
    ...credentials.map(({ scope }) => `${scope.text ?? ''} ${scope.address ?? ''}`),
    ...names.map(({ value }) => value),
  ].map((text) => simplify(foldText(text)));
  if (places.some((text) => text.includes(key))) return true;
  const letters = hasHan(key) ? '' : key.replace(/[^a-z]/gu, '');
  return letters.length >= FEWEST_LETTERS && places.some((text) => standsIn(syllables(text), letters));
};
