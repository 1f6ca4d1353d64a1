import { universitySeat } from '../../name-keys/universities.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { anagramKey } from '../compare/compare-text.ts';
import type { RowPlace } from '../compare/comparison.ts';
import type { NameParts } from '../parse/parts.ts';
import { latin, latinPlace } from '../parse/sound.ts';

/** FNV-1a, 32 bits: of nothing, and with one more character. */
const EMPTY = 0x811c9dc5;
const withChar = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The address of a blocking key in the index. */
const hashOf = (text: string): number => {
  let hash = EMPTY;
  for (let at = 0; at < text.length; at += 1) hash = withChar(hash, text.charCodeAt(at));
  return hash >>> 0;
};

/** The key of a whole name or short form (`name-keys/keys.ts`): names that share it are written alike. Never 0. */
export const exactKey = (text: string): number => hashOf(`=${text}`) || 1;

const MOST = 160;

const [NEXT, BUT_ONE] = [withChar(EMPTY, '1'.charCodeAt(0)), withChar(EMPTY, '2'.charCodeAt(0))];

/** Hashes of pairs of characters, next to each other ("1ab") and with one between them ("2ac"): most keys of a name, made without their texts. */
const characters = (text: string, put: (hash: number) => void): void => {
  for (let at = 0; at + 1 < text.length; at += 1) {
    const code = text.charCodeAt(at);
    put(withChar(withChar(NEXT, code), text.charCodeAt(at + 1)) >>> 0);
    if (at + 2 < text.length) put(withChar(withChar(BUT_ONE, code), text.charCodeAt(at + 2)) >>> 0);
  }
};

const trigrams = (word: string, put: (key: string) => void): void => {
  const text = `^${word}$`;
  for (let at = 0; at + 2 < text.length; at += 1) put(`t${text.slice(at, at + 3)}`);
};

const soundPair = (one: string, next: string): string => `y${one} ${next}`;

const spoken = (sound: readonly string[], put: (key: string) => void): void => {
  for (let at = 0; at + 1 < sound.length; at += 1) put(soundPair(sound[at] ?? '', sound[at + 1] ?? ''));
};

const LIGHT = new Set([
  'university',
  'medicalcollege',
  'school',
  'college',
  'academy',
  'affiliated',
  'medical',
]);

/** What a Chinese parent is called in short: 浙江大学 → 浙大, 哈尔滨医科大学 → 哈医大, 重庆医科大学 → 重医. */
const abbreviations = (parent: string): string[] => {
  const first = parent.charAt(0);
  if (/医科大学$/u.test(parent)) return [`${first}医大`, `${first}医`, parent.replace('医科大学', '医大')];
  if (/大学$/u.test(parent)) return [`${first}大`, parent.replace('大学', '大')];
  return [];
};

/** Specialties whose houses bear each other's names. */
const FAMILY: Readonly<Record<string, string>> = {
  mch: 'mother',
  womenchildren: 'mother',
  mental: 'mind',
  brain: 'mind',
  chest: 'lung',
  pulmonary: 'lung',
};

const CHIEF = new Set(['', 'general', 'people', 'provincialfounded', 'municipalfounded']);

const kindKeys = (parts: NameParts): string[] => {
  const rest = [...parts.specialties, ...parts.kinds.filter((one) => one !== 'affiliated')].join('+');
  const list = parts.ordinal === null ? [] : [`o${parts.ordinal}`];
  // The chief hospital of a place is called general, provincial or people's.
  if (parts.specialties.length === 0 && parts.core.length === 0 && CHIEF.has(rest))
    list.push(`h${parts.ordinal ?? ''}`);
  // 中医院 and 中西医结合医院 are often two names of one house.
  if (parts.kinds.some((one) => one === 'tcm' || one === 'integrated'))
    list.push(`ftcm${parts.ordinal ?? ''}`);
  if (rest !== '') list.push(`k${rest}`, `x${parts.ordinal ?? ''}${rest}`);
  for (const one of parts.specialties) list.push(`s${one}`);
  const kin = parts.specialties.length === 1 ? FAMILY[parts.specialties[0] ?? ''] : undefined;
  if (kin !== undefined) list.push(`f${kin}${parts.ordinal ?? ''}`);
  return list;
};

/** The key of first letters (HKEH). */
export const initialsKey = (letters: string): number => hashOf(`i${letters}`);

/** The key of a distinctive word, under which all names stand that have it. */
export const wordKey = (word: string): number => hashOf(`c${word}`);

/** The key of how a whole name sounds as it is printed, where it is read otherwise (中医医院 as 中医院). */
export const wholeSoundKey = (sound: string): number => hashOf(`z${sound}`);

/** The key of two syllables that stand together in a name. */
export const soundPairKey = (one: string, next: string): number => hashOf(soundPair(one, next));

/** Weight of a shared key beside its rarity. Fragments of spelling (trigrams) are many and say little each. */
const KEY_WEIGHT = { fragment: 0.3, part: 1, whole: 1.4 } as const;

/**
 * What a name can be found by, and how much each counts. A name on record also stands under its place (`row`); a question under
 * the places it states. Bounded: never more than 160 keys.
 */
export const blockingKeysOf = (parts: NameParts, row: RowPlace | null): Map<number, number> => {
  const out = new Map<number, number>();
  const kinds = kindKeys(parts);
  const putHash = (hash: number, share: number): void => {
    if (out.size < MOST && !out.has(hash)) out.set(hash, share);
  };
  const put = (key: string, share: number = KEY_WEIGHT.part): void => putHash(hashOf(key), share);
  const joined = parts.core.join('');
  if (joined !== '') put(`c${joined}`, KEY_WEIGHT.whole);
  for (const core of parts.core) put(`c${core}`);
  const districts = parts.districts.map((one) => one.split(':')[0] ?? '');
  for (const district of districts) put(`c${district}`);
  if (parts.coreText !== '') put(`c${parts.coreSound ?? latin(parts.coreText)}`);
  const seat = parts.places.length === 0 ? universitySeat(parts.parentText) : null;
  const where =
    row === null
      ? [...parts.places.flatMap((one) => one.split('|')), seat]
      : [row.province, row.city, ...parts.places];
  for (const place of new Set(where)) {
    if (place === null) continue;
    if (row === null || parts.places.includes(place)) put(`c${latinPlace(place)}`);
    for (const one of [...kinds, ...districts]) put(`w${place}${one}`, KEY_WEIGHT.whole);
    // The place's own hospital of its kind, with no other word in its name.
    if (joined === '' && districts.length === 0 && parts.places.includes(place))
      for (const one of kinds) put(`e${place}${one}`);
    if (joined !== '') put(`w${place}${joined}`, KEY_WEIGHT.whole);
  }
  // 中山 is a city and a name: asked for as a name, the city's hospitals are found as well.
  const named = parts.places.map(latinPlace);
  for (const word of row === null ? [...parts.core, ...districts] : [...districts, ...named])
    for (const one of kinds) put(`d${word}${one}`, KEY_WEIGHT.whole);
  const body = parts.parent.filter((one) => !LIGHT.has(one));
  // The university's town, where its specialised hospital may stand under another name; and a university called by its word alone.
  if (row === null && parts.script === 'latin' && parts.specialties.length > 0)
    for (const place of body.flatMap(provincesOrCitiesSpelled))
      for (const one of kinds) put(`w${place}${one}`);
  if (row === null && parts.script === 'latin' && body.length === 0 && parts.core.length === 1)
    for (const one of kinds) put(`P${parts.core[0]}${one}`);
  for (const words of [parts.parent, parts.parentNow ?? []]) {
    const parent = words.filter((one) => !LIGHT.has(one));
    for (const one of parent) put(`p${one}`);
    for (const one of ['', ...kinds, ...parts.core])
      if (parent.length > 0) put(`P${[...parent].sort().join()}${one}`, KEY_WEIGHT.whole);
  }
  // A number above 20 identifies the hospital by itself: 81医院 is 解放军第八十一医院.
  if ((parts.ordinal ?? 0) > 20) put(`n${parts.ordinal}`, KEY_WEIGHT.whole);
  if (parts.parentText !== '') {
    const short =
      row === null ? [parts.parentText.replace(/^(.)医科大学$/u, '$1医大')] : abbreviations(parts.parentText);
    for (const abbreviation of short)
      for (const one of [...kinds, ...parts.core]) put(`a${abbreviation}${one}`, KEY_WEIGHT.whole);
  }
  characters(parts.text, (hash) => putHash(hash, KEY_WEIGHT.part));
  // Finds names whose characters changed places, which parsing takes for other words.
  if (parts.text.length >= 6) put(`b${anagramKey(parts.text)}`, KEY_WEIGHT.whole);
  if (parts.script === 'latin' || row !== null) spoken(parts.sound(), put);
  if (row !== null || parts.script === 'latin') trigrams(joined, (key) => put(key, KEY_WEIGHT.fragment));
  return out;
};
