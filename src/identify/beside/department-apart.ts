import { cutWords } from '../../../schema/lexicon/house-sorts.ts';
import { endsAsField, isDepartmentWord, isUnit } from '../../names/parse/departments.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { latinWords } from '../../text/han.ts';

/** A hospital in Latin letters, and words behind it that no sign parts from it. */
const HOUSE_AND_WORDS = /^(.{3,80}?\bhospital)\s+([a-z][a-z &/-]{4,60})$/iu;
/** A hospital and a small number or a letter behind it, which makes another house of it: "Ruijin Hospital 3", "Ruijin Hospital II", "Ruijin Hospital B". */
const HOUSE_AND_NUMBER = /^(.{3,80}?\bhospital)\s+([1-9]|1\d|20|[ivx]{1,4}|[a-h])$/iu;
/** A hospital and somebody of it behind: "Huashan Hospital Dr. Wang". */
const HOUSE_AND_PERSON = /^(.{3,80}?\bhospital)\s+((?:dr|prof|professor|doctor|mr|mrs|ms)\b.{1,60})$/iu;
const JOINING: ReadonlySet<string> = new Set(['and', 'of', 'the']);
/** "Hospital of Chinese Medicine", "Hospital and Institute": the name goes on. */
const OF_NAME = /^(?:and|of)\b|&/iu;

/** What a department may be called besides its work. */
const ASIDE: ReadonlySet<string> = new Set([
  'international',
  'vip',
]); /** With `beforeDepartment` a name ends, before a department: "… Medical Sciences oncology department". */
const { beforeDepartment, department } = cutWords;
const HOUSE = /\b(?:hospital|center|centre)\b/iu;

/** A name that ends with whose hospital it is, and a department behind: "Renmin Hospital of Wuhan University oncology department" with a comma between; as it is for any other. */
const departmentBehindBody = (name: string): string => {
  const words = name.split(/\s+/u);
  const plain = words.map((word) => word.toLowerCase());
  if (!department.has(plain.at(-1) ?? '')) return name;
  const last = plain.findLastIndex(
    (word) => beforeDepartment.has(word) || !(ASIDE.has(word) || isDepartmentWord(word)),
  );
  const own = words.slice(0, last + 1).join(' ');
  return HOUSE.test(own) && !/\d/u.test(own) && words.length > last + 2
    ? `${own}, ${words.slice(last + 1).join(' ')}`
    : name;
};

/**
 * A name with the department that was typed behind it as a clause of its own: "Huashan Hospital neurosurgery" is "Huashan Hospital, neurosurgery". As it is where
 * the words may be of the name itself, since hospitals are called after their field ("West China Hospital Stomatology"). A small number or a letter behind a hospital likewise.
 */
export const departmentApart = (name: string): string => {
  const [, numbered, number] = HOUSE_AND_NUMBER.exec(name) ?? [];
  if (numbered !== undefined) return `${numbered}, ${/\d/u.test(number ?? '') ? 'No. ' : ''}${number}`;
  const [, employer, person] = HOUSE_AND_PERSON.exec(name) ?? [];
  if (employer !== undefined) return `${employer}, ${person}`;
  const [, house, behind = ''] = HOUSE_AND_WORDS.exec(name) ?? [];
  if (house === undefined || OF_NAME.test(behind)) return departmentBehindBody(name);
  const words = latinWords(behind).filter((word) => !JOINING.has(word));
  const isPart = words.some((word) => department.has(word));
  const ofHouse = isPart || (endsAsField(words.at(-1) ?? '') && parseName(behind).specialties.length === 0);
  // A group, a center or clinics behind the house are a house of their own.
  const isOther = words.some((word) => isUnit(word) && !department.has(word));
  return words.length > 0 && words.every(isDepartmentWord) && ofHouse && !isOther
    ? `${house}, ${behind}`
    : departmentBehindBody(name);
};

/** The house alone of a name with work behind it that may be its department's: "Fuwai Hospital Cardiac Surgery". None for any other name. */
export const withoutWorkBehind = (name: string): readonly string[] => {
  const [, house, behind = ''] = HOUSE_AND_WORDS.exec(name) ?? [];
  const words = latinWords(behind);
  return house !== undefined && words.every((word) => JOINING.has(word) || isDepartmentWord(word))
    ? [house]
    : [];
};

const ENDS_IN_HOUSE = /^(.{3,60}) (hospital|medical cent(?:er|re))$/iu;

/** The name without work before its house, and that work: “Beijing Tongren eye hospital”. None for any other name. */
export const withoutWorkBefore = (name: string): readonly Readonly<{ own: string; work: string }>[] => {
  const [, before = '', house] = ENDS_IN_HOUSE.exec(name) ?? [];
  const words = before.split(' ');
  const last = words.findLastIndex((word) => !isDepartmentWord(word.toLowerCase()));
  const [own, work] = [words.slice(0, last + 1), words.slice(last + 1)];
  return own.length === 0 || work.length === 0
    ? []
    : [{ own: `${own.join(' ')} ${house}`, work: work.join(' ').toLowerCase() }];
};
