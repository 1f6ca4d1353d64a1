import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import type { NameToken } from './name-lexicon.ts';

/** A name taken apart. All words are in the spelling of `name-lexicon.ts`; Chinese cores also keep their characters. */
export type NameParts = Readonly<{
  script: 'han' | 'latin';
  /** The canonical text of the hospital's own name, for character comparison (Chinese only, else ''). */
  text: string;
  /** Official names of provinces and prefectures the hospital's own name states; alternatives of one word joined by "|". */
  places: readonly string[];
  /** Of a line in Latin letters: the places said in the clause that names the hospital, not around it. */
  head?: readonly string[] | undefined;
  /** Districts and counties named: sound, level (县 x, 区 q, 市 s) and, in Chinese names, characters: "tongshan:q:铜山". */
  districts: readonly string[];
  /** Words of the university, army or company it belongs to, places included. */
  parent: readonly string[];
  parentText: string;
  /** The same words of what its parent is called today, where that was renamed. */
  parentNow?: readonly string[] | undefined;
  /** Prefectures named that no longer exist under that name (赣州地区), as written. */
  former?: string | undefined;
  ordinal: number | null;
  kinds: readonly string[];
  specialties: readonly string[];
  body: string | null;
  /** Distinctive words, in Latin letters. */
  core: readonly string[];
  coreText: string;
  /** How those characters are spoken; kept in the index, read out when it is not there. */
  coreSound?: string | undefined;
  /**
   * A Chinese hospital's own name without the places in it, for telling names apart that differ in one character; '' for other
   * scripts.
   */
  rest: string;
  /**
   * Reads out how the whole name is spoken: Chinese names, and questions typed in pinyin; empty otherwise. Asked for only when a question
   * is typed in pinyin: the reading costs more than all the rest.
   */
  sound: () => readonly string[];
  /** Words after the hospital's name: branch, campus or department, as written. */
  branch: string;
  /** Departments and laboratories that stood around the name and were set aside. */
  department: string;
}>;

/** What a name may say of its hospital. */
type Said =
  | 'core'
  | 'places'
  | 'districts'
  | 'parent'
  | 'kinds'
  | 'specialties'
  | 'ordinal'
  | 'body'
  | 'branch'
  | 'department';

/** Whether a name says none of these. */
export const saysNone = (parts: NameParts, ...of: readonly Said[]): boolean =>
  of.every((one) => parts[one] === null || (typeof parts[one] !== 'number' && parts[one].length === 0));

/**
 * The same parts as an object with every member, always in one order. Sixty names are compared for a question, and V8 finds the members of
 * objects that are built alike several times as quickly.
 */
export const builtAlike = (parts: NameParts): NameParts => ({
  script: parts.script,
  text: parts.text,
  places: parts.places,
  head: parts.head,
  districts: parts.districts,
  parent: parts.parent,
  parentText: parts.parentText,
  parentNow: parts.parentNow,
  former: parts.former,
  ordinal: parts.ordinal,
  kinds: parts.kinds,
  specialties: parts.specialties,
  body: parts.body,
  core: parts.core,
  coreText: parts.coreText,
  coreSound: parts.coreSound,
  rest: parts.rest,
  sound: parts.sound,
  branch: parts.branch,
  department: parts.department,
});

export type Tokens = NameToken[];

/** A place after the distinctive word is a branch: 瑞金海南医院 is not 瑞金医院. */
export const branchPlace = (tokens: Tokens): string => {
  const core = tokens.findIndex((one) => one.role === 'core');
  const house = tokens.findIndex((one) => one.role === 'body');
  const inner = core < 0 ? [] : tokens.slice(core + 1, house < 0 ? undefined : house);
  return inner
    .filter((one) => one.role === 'place')
    .map((one) => one.key)
    .join(' ');
};

/** 精神卫生中心, 眼科中心, "Cancer Center": where no other house is named, the centre is the house. */
const withCentreAsHouse = (tokens: Tokens): Tokens => {
  if (tokens.some((one) => one.role === 'body')) return tokens;
  const last = tokens.findLastIndex((one) => one.role !== 'place' && one.role !== 'district');
  return tokens[last]?.key === 'central' ? tokens.with(last, { key: 'medicalcentre', role: 'body' }) : tokens;
};

/** Sorts the words of the hospital's own name by what they are for. */
export const partsOfTokens = (given: Tokens) => {
  const tokens = withCentreAsHouse(given);
  const of = (role: NameToken['role']): string[] => [
    ...new Set(tokens.filter((one) => one.role === role).map((one) => one.key)),
  ];
  const [ordinal] = of('ordinal');
  const bodies = of('body');
  const core = tokens.filter(
    (one) => one.role === 'core' || (one.role === 'org' && !houseSorts.silent.has(one.key)),
  );
  return {
    places: of('place'),
    districts: of('district'),
    ordinal: ordinal === undefined ? null : Number(ordinal),
    kinds: of('kind').sort(),
    specialties: of('specialty').sort(),
    body: bodies.includes('hospital') ? 'hospital' : (bodies[0] ?? null),
    core: [...new Set(core.map((one) => one.key))],
  };
};

/** Whether a name is a hospital's own word and nothing else: 华山, 协和, "Lihuili". */
export const isOwnWord = (parts: NameParts): boolean =>
  parts.core.length > 0 &&
  saysNone(parts, 'body', 'ordinal', 'branch', 'places', 'districts', 'parent', 'kinds', 'specialties');
