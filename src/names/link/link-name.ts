import { houseSorts } from '../../../schema/lexicon/house-sorts.ts';
import type { NameKind } from '../../../schema/record.ts';
import { isArmy } from '../../name-keys/army.ts';
import { fullKey, nameKeys } from '../../name-keys/keys.ts';
import { presentUniversity } from '../../name-keys/universities.ts';
import { placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { hasHan } from '../../text/han.ts';
import { remembered } from '../../text/remembered.ts';
import { parseHanName } from '../parse/parse-han.ts';
import type { NameParts } from '../parse/parts.ts';
import { oneSpelling } from './one-spelling.ts';

/** Which numbers an ordinal belongs to: a city counts its hospitals, a university and the army count theirs. */
type Series = 'city' | 'university' | 'army';

/** A name of a record as linking compares it. */
export type LinkName = Readonly<{
  value: string;
  kind: NameKind;
  /** An authority's list prints it. */
  official: boolean;
  /** The key of the whole name; see name-keys/keys.ts. */
  full: string;
  /** Null for names without a Chinese character: those are compared by their key only. */
  parts: NameParts | null;
  series: Series;
  /** What its parent is called today, '' for none. */
  parent: string;
  /** The distinctive word; of a name that has none, the district it is called by. */
  core: string;
  /** The distinctive word is a district's or county's name (普宁华侨医院): many houses there bear it. */
  ofDistrict: boolean;
  /** The hospital's own name without province, city and parent. */
  stem: string;
  /** The same without the words that lists add or leave out (人民, 附属). */
  bareStem: string;
  /** Places in it where its record does not stand (万州区上海医院), or that are no more: part of what it is called. */
  foreign: string;
  /** Campus, branch or department behind the name; '' for none. */
  branch: string;
  /** The key of the name without it. */
  trunk: string;
}>;

const parentOf = ({ parentText }: NameParts): string => {
  const plain = parentText
    .replace(/^(?:解放军|中国)(?=.*军医大学)/u, '')
    .replace(/(?<=大学)(?:附属)?(?:\p{Script=Han}{0,2}医学院|中心)$/u, '');
  return presentUniversity(plain).replace(/(?<=大学)同济医学院$/u, '');
};

/** 同济大学附属第十人民医院 is the tenth people's hospital of its city: universities number theirs 附属第一医院. */
const seriesOf = (value: string, parent: string, { ordinal, kinds }: NameParts): Series => {
  if ((isArmy(value) || value.includes('军区')) && !/军医大学/u.test(value)) return 'army';
  return parent === '' || (ordinal !== null && kinds.includes('people')) ? 'city' : 'university';
};

const withoutWords = (stem: string): string =>
  stem.replace(/人民|附属|红十字会?|职工|(?<=.)市(?=第|中心)/gu, '');

/** 树兰（杭州）医院 in Hangzhou is no branch: the place behind the word is where it stands. */
const branchOf = ({ branch }: NameParts, { cities, provinces }: Standing): string =>
  cities.includes(branch) || provinces.includes(branch) ? '' : branch;

/** 北京大学第一医院太原医院, in Taiyuan: a hospital of its own that another runs and stands before it, as a university would. */
const ownPart = (printed: NameParts, { cities }: Standing): readonly [NameParts, string] => {
  const { text, branch } = printed;
  const own = branch.endsWith('医院') && cities.some((city) => branch.startsWith(shortName(city)));
  return own ? [parted(branch), text.slice(0, -branch.length)] : [printed, parentOf(printed)];
};

const trunkOf = ({ text, branch }: NameParts, full: string): string =>
  branch !== '' && text.endsWith(branch) ? nameKeys(text.slice(0, -branch.length)).full : full;

/** Where a record stands, by its rows' own columns. */
export type Standing = Readonly<{ provinces: readonly string[]; cities: readonly string[] }>;

/** 长岛县 became a part of 蓬莱, 河池地区 of 河池市: what is called so is not what is called by the present name. */
const bygoneOf = ({ districts, former = '', text }: NameParts): readonly string[] => [
  former,
  ...districts.map((one) => one.split(':')[2] ?? '').filter((word) => !text.includes(word)),
];

const foreignOf = ({ places, kinds }: NameParts, { provinces, cities }: Standing, series: Series): string => {
  // 沈阳铁路局锦州中心医院, 成都军区昆明总医院: the railway's and the army's seat.
  if (series === 'army' || kinds.includes('railway') || provinces.length === 0) return '';
  const own = (one: string): boolean =>
    provinces.includes(one) ||
    cities.includes(one) ||
    (cities.length === 0 && provinces.includes(placeNamed(one)?.province ?? ''));
  return places.filter((place) => !place.split('|').some(own)).join(' ');
};

/** Names kept as taken apart: those of one row are asked for when it is placed, and when it is compared. */
const KEPT = 128;
/** Linking compares characters: to read out how each word sounds would cost as much as all the rest. */
const asWritten = (word: string): string => word;
const parted = remembered(KEPT, (name) => parseHanName(name, asWritten));

/** Reads a name for linking. Pure; parsing costs some 20 µs. */
export const linkName = (
  value: string,
  kind: NameKind,
  official: boolean,
  standing: Standing = { provinces: [], cities: [] },
): LinkName => {
  const plain = oneSpelling(value);
  const full = fullKey(plain);
  if (!hasHan(value))
    return {
      value,
      kind,
      official,
      full,
      parts: null,
      series: 'city',
      parent: '',
      core: '',
      ofDistrict: false,
      stem: '',
      bareStem: '',
      foreign: '',
      branch: '',
      trunk: full,
    };
  const printed = parted(plain);
  const [parts, parent] = ownPart(printed, standing);
  const districts = parts.districts.map((one) => one.split(':')[2] ?? '').join('');
  const stem = parts.coreText.startsWith(districts) ? parts.rest : districts + parts.rest;
  return {
    value,
    kind,
    official,
    full,
    parts,
    series: seriesOf(value, parent, parts),
    parent,
    core: parts.coreText === '' ? districts : parts.coreText,
    ofDistrict: parts.coreText === '' || placeNamed(parts.coreText)?.level === 3,
    stem,
    bareStem: withoutWords(stem),
    foreign: [foreignOf(parts, standing, seriesOf(value, parent, parts)), ...bygoneOf(parts)]
      .join(' ')
      .trim(),
    branch: branchOf(parts, standing),
    trunk: trunkOf(printed, full),
  };
};

/** 鼓楼区: several cities have a district of this name. */
export const isShared = (district: string): boolean => {
  const [, level = '', word = ''] = district.split(':');
  const end = { x: '县', q: '区', s: '市' }[level] ?? '';
  return placeNamed(word + end)?.shared === true;
};

/** Whether a name says whose or where its hospital is, or has a word of its own: 康宁医院 and 人民医院 do neither. */
export const saysWhose = ({ parent, parts, core }: LinkName, commonCores: ReadonlySet<string>): boolean =>
  parent !== '' ||
  (parts !== null &&
    (parts.places.length > 0 ||
      parts.districts.some((one) => !isShared(one)) ||
      (parts.coreText !== '' && !commonCores.has(core))));

/** A clinic, station or centre of a quarter, of which a town has several of one name. */
export const isSmall = ({ parts }: LinkName): boolean => houseSorts.small.has(parts?.body ?? null);

/** The same of a name as a row prints it, of which nothing else is asked. */
export const isSmallBy = (value: string): boolean =>
  hasHan(value) && houseSorts.small.has(parted(oneSpelling(value)).body);

/** The army numbers its hospitals to the hundreds, and no town or university has so many. */
const LEAST_CODE = 60;

/** The number by which one of the army's hospitals is known, in a name that states no other body and no word: 解放军第169医院, 新疆四七四医院; null for any other. */
export const armyCode = ({ series, parent, core, parts }: LinkName): number | null => {
  const { ordinal = null } = parts ?? {};
  const isOpen = series === 'army' || (parent === '' && core === '');
  return ordinal !== null && ordinal >= LEAST_CODE && isOpen ? ordinal : null;
};
