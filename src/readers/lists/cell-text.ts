import type { Credential } from '../../../schema/credential.ts';
import { ownershipWords } from '../../../schema/lexicon/list-words.ts';
import type { Name, Traits } from '../../../schema/record.ts';
import { ShapeError } from '../../../schema/source.ts';
import { isArmy } from '../../name-keys/army.ts';
import { cleanName, filedNames } from './filed-names.ts';
import { separatedList } from './separated-list.ts';

/** What lists print in an empty cell. */
const NOTHING = /^(无|暂无|\/|-+|—+|N\/A|空)$/iu;

/** The text of a cell, trimmed; "" for an empty one and for marks like 无 or —. */
export const cellText = (cell: string | undefined): string => {
  const text = (cell ?? '').trim();
  return NOTHING.test(text) ? '' : text;
};

/** 院区 printed with a name, other than the main part (本部, 总院); null when there is none. */
export const campusIn = (printed: string): string | null => {
  const { campus } = filedNames(printed);
  return campus === null || /本部|总院/u.test(campus) ? null : campus;
};

/** The names of a campus with its own licence: its full name with the campus comes first, so that it is never taken for its hospital. */
const withCampus = (printed: string, names: readonly Name[]): readonly Name[] =>
  campusIn(printed) === null
    ? names
    : names.map((name, at) => (at === 0 ? { ...name, value: cleanName(printed) } : name));

/** The legal name first, then second names printed behind it or in a column of their own (机构第二名称); English stays English. */
export const namesOf = (printed: string, second: string, campus: 'own' | 'part' = 'own'): Name[] => {
  if (!/\p{Script=Han}/u.test(printed))
    return [{ value: printed.replace(/\s+/gu, ' '), kind: 'english', language: 'en' }];
  const filed = filedNames(printed).names;
  const names = [...(campus === 'own' ? withCampus(printed, filed) : filed)];
  for (const part of separatedList(cellText(second), '、；;\n/')) {
    const [first] = filedNames(part.replace(/^原/u, '')).names;
    if (first === undefined || names.some(({ value }) => value === first.value)) continue;
    names.push({ ...first, kind: part.startsWith('原') ? 'former' : 'second' });
  }
  return names;
};

const LEVELS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3' };
const LETTERS: Readonly<Record<string, string>> = { 甲: 'A', 乙: 'B', 丙: 'C', 特: 'S' };
const UNGRADED = /^(|未评|未定|未定级|未定等|未评定|未评级|未评等|不定级|不设等级|无级别|其他|待定|未评审)$/u;

/**
 * Level and grade of the hospital review as a code (`grade:3A`, `grade:3`); null when the cells say there is none,
 * undefined when they hold a word that is not known.
 */
export const gradeCode = (level: string, letter: string): string | null | undefined => {
  const joined = /^([一二三])级(?:医院)?[（(]?(?:([甲乙丙特])等)?(?:未评|未定等|未定)?[)）]?$/u.exec(level);
  if (joined === null) return UNGRADED.test(level) && UNGRADED.test(letter) ? null : undefined;
  const rank = LEVELS[joined[1] ?? ''] ?? '';
  const own = /^([甲乙丙特])等?$/u.exec(letter.replace(/^[一二三]级/u, ''))?.[1];
  if (own === undefined && !UNGRADED.test(letter)) return undefined;
  const code = `grade:${rank}${LETTERS[own ?? joined[2] ?? ''] ?? ''}`;
  return code.endsWith('S') && rank !== '3' ? undefined : code;
};

/** The level or grade that a list of the licensing authority prints. */
export const gradeCredential = (code: string, issuer: string): Credential => ({
  gate: 'grade',
  code,
  status: 'listed',
  scope: { kind: 'institution' },
  issuer,
});

const CLINIC = /(诊所|门诊部|卫生室|医务室|卫生站|卫生所|服务站|护理站|保健室)$/u;
const HOSPITAL = /(医院|保健院|卫生院|医学中心|防治院)$/u;

const bodyOf = (name: string, kind: string): Traits['body'] | undefined => {
  if (/疾病预防控制/u.test(name)) return 'disease-control';
  if (CLINIC.test(kind) || CLINIC.test(name)) return 'clinic';
  return HOSPITAL.test(name.replace(/（[^（）]*）$/u, '')) || HOSPITAL.test(kind) ? 'hospital' : undefined;
};

/** Traits of the institution, from words that leave no doubt: kind of body, army, ownership. `owned`: the cells about capital. */
export const traitsOf = (name: string, kind: string, owned: readonly string[]): Traits => {
  const body = bodyOf(name, kind);
  const foreignCapital = owned
    .map((word) => ownershipWords.foreignCapital[word])
    .find((one) => one !== undefined);
  const ownership = owned.map((word) => ownershipWords.ownership[word]).find((one) => one !== undefined);
  return {
    ...(body !== undefined && { body }),
    ...(isArmy(name) && { military: true }),
    ...(foreignCapital !== undefined && { foreignCapital }),
    ...(ownership !== undefined && { ownership }),
  };
};

const INSTITUTION =
  /医|诊|卫生|保健|护理|康复|健康|急救|疗养|疾病|血站|检验|体检|口腔|眼科|美容|hospital|clinic|medical|health|dental|care/iu;
const ADDRESS =
  /[路街道巷号村镇乡区县市楼栋幢室弄座组]|road|street|avenue|lane|district|\brd\b|\bst\b|no\./iu;

/** True when this could be the name of a medical institution. */
export const couldBeInstitution = (text: string): boolean => INSTITUTION.test(text);
const shareOf = (texts: readonly string[], pattern: RegExp): number => {
  const filled = texts.filter((text) => text !== '');
  return filled.length === 0 ? 1 : filled.filter((text) => pattern.test(text)).length / filled.length;
};

/** The share of cells that must look like their heading: real lists hold a few odd ones, a swapped column hardly anything else. */
const MOST = 0.8;

/** Throws `ShapeError` when the columns of names and addresses hold something else: swapped text columns would pass every other check. */
export const checkColumns = (names: readonly string[], addresses: readonly string[]): void => {
  if (shareOf(names, INSTITUTION) < MOST)
    throw new ShapeError('the column 机构名称 holds something else than names of medical institutions');
  if (shareOf(addresses, ADDRESS) < MOST)
    throw new ShapeError('the column 地址 holds something else than addresses');
};
