import { placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { UNNAMED_PART } from '../parse/latin-branch.ts';
import type { NameParts } from '../parse/parts.ts';
import { compareCore } from './compare-core.ts';
import { compareDistricts, withoutBygone } from './compare-district.ts';
import { compareKinds, compareSpecialties } from './compare-kind.ts';
import { compareParents } from './compare-parent.ts';
import { comparePlaces } from './compare-place.ts';
import { compareSound, compareText } from './compare-text.ts';
import { type ComparedPart, comparedPart, type NameComparison, type RowPlace } from './comparison.ts';
import { shortBeforeWord } from './short-parent.ts';

/** Cities and universities count so far; a higher number is an army hospital's own, and tells it from all others. */
const HIGHEST_COUNT = 20;

const compareOrdinal = (q: NameParts, c: Pick<NameParts, 'ordinal'>): ComparedPart => {
  const words = [String(q.ordinal ?? ''), String(c.ordinal ?? '')] as const;
  if (q.ordinal === c.ordinal)
    return comparedPart('ordinal.equal', false, words, (q.ordinal ?? 0) > HIGHEST_COUNT && 'code');
  if (q.ordinal !== null && c.ordinal !== null) return comparedPart('ordinal.differs', true, words);
  return comparedPart('ordinal.missing', true, words, q.ordinal === null ? 'asked' : 'known');
};

const TOWN_HOUSE = /^(?:community|healthcentre)$/u;
const LIKE_HOSPITAL = /^(?:hospital|station|healthstation|institute|medicalcentre)$/u;

/** How far apart two sorts of house are: a town's health centre became a community centre; a station is often called a hospital. */
const bodyDetail = (a: string | null, b: string | null): string => {
  const both = [a ?? '', b ?? ''];
  if (a === null || b === null) return a === null ? 'asked' : 'known';
  return [TOWN_HOUSE, LIKE_HOSPITAL].some((sort) => both.every((one) => sort.test(one))) ? 'kin' : 'other';
};

const compareBody = (q: NameParts, c: Pick<NameParts, 'body'>): ComparedPart => {
  const words = [q.body ?? '', c.body ?? ''] as const;
  if (q.body === c.body) return comparedPart('body.equal', false);
  return comparedPart('body.differs', true, words, bodyDetail(q.body, c.body));
};

/** 海南医院 and 海南分院 behind a hospital's name, and "Hainan Branch", are one part of it: the word that tells it from others. */
const branchWord = (branch: string): string => shortName(branch.replace(/(?:分院|医院|院区|分部)$/u, ''));

/** 兴安分院, 闵行门诊部, "Liwan Outpatient Clinic": a part with a licence of its own; a campus (院区) or its internet hospital has none. */
const HOUSE_OF_ITS_OWN =
  /(?:分院|(?<!互联网)医院|门诊部|诊所|卫生[所院站室]|服务[站中心]+)$|\b(?:outpatient|clinic|section|station|healthstation|healthcentre|community|infirmary)\b/u;

const branchDetail = (asked: string, known: string): string => {
  if (asked === '') return 'known';
  if (known !== '') return 'other';
  return HOUSE_OF_ITS_OWN.test(asked) ? 'asked-house' : 'asked';
};

/** 有限公司, 集团, 互联网医院 behind a house: what a list prints of the same house, and no part of it. */
const SAME_HOUSE = /^(?:互联网医院|(?:集团|股份)*(?:有限(?:责任)?)?公司|集团)$/u;

const compareBranch = (q: NameParts, c: Pick<NameParts, 'branch'>): ComparedPart => {
  if (q.branch === '' && SAME_HOUSE.test(c.branch)) return comparedPart('branch.equal', false);
  const word = branchWord(q.branch);
  const sameWord = word.length > 1 && word !== UNNAMED_PART && word === branchWord(c.branch);
  const same = q.branch === c.branch && q.branch !== UNNAMED_PART;
  if (sameWord || same || (q.branch === '集团' && c.branch.includes(q.branch))) {
    // A numbered part with a record of its own: it, or the hospital it is a part of, may be meant.
    const part = q.script === 'latin' && q.branch.endsWith('医学中心');
    return comparedPart('branch.equal', part, [q.branch, c.branch]);
  }
  return comparedPart('branch.differs', true, [q.branch, c.branch], branchDetail(q.branch, c.branch));
};

/** 岳阳中西医结合医院 of Shanghai: a place where it does not stand is its distinctive word. */
const calledByPlace = (core: ComparedPart, place: ComparedPart): ComparedPart =>
  core.code === 'core.none' && place.detail === 'called'
    ? comparedPart('core.equal', false, [place.asked, place.asked])
    : core;

/** 番禺祈福医院 is 祈福医院 in 番禺区: the district where it stands, said before its name. */
const saidWithDistrict = (q: NameParts, c: NameParts, row: RowPlace, core: ComparedPart): ComparedPart => {
  if (c.coreText === '' || core.code !== 'core.part' || !q.coreText.endsWith(c.coreText)) return core;
  const before = q.coreText.slice(0, -c.coreText.length);
  if (before.length < 2) return core;
  if (row.district !== null && [shortName(row.district), row.district].includes(before))
    return comparedPart('core.equal', false, [q.coreText, c.coreText]);
  const place = placeNamed(before);
  // 余干南方医院 is no hospital in Guangzhou, nor 连江协和医院 the one in Fuzhou, in whichever district that stands.
  const there = place?.level !== 3 && place?.city === row.city;
  if (place === null) return core;
  // 拉萨门孜康, of which 拉萨门 is first taken for a word as 广安门 is.
  return there
    ? comparedPart('core.equal', false, [q.coreText, c.coreText])
    : comparedPart(core.code, true, [core.asked, core.found], 'elsewhere');
};

/** What a name says of the sort of house it is. */
type HouseOf = Pick<NameParts, 'ordinal' | 'kinds' | 'specialties' | 'body' | 'branch'>;

/** The sort of house compared, in two runs, between which the places and parents stand. `ofParent`: whether the name on record states a parent. */
const compareHouse = (q: NameParts, c: HouseOf, ofParent: boolean) => ({
  first: [compareOrdinal(q, c), ...compareKinds(q, c, ofParent), compareSpecialties(q, c)],
  last: [compareBody(q, c), compareBranch(q, c)],
});

/**
 * Numbers that stand for parts which many names on record share: names with equal `kind` are of the same sort of house, those with equal `parent`
 * of the same parent.
 */
type SharedParts = Readonly<{ kind: number; parent: number }>;

/** Gives what was made under this number before, or makes it. */
const once = <T>(made: Map<number, T>, number: number, make: () => T): T => {
  const known = made.get(number);
  if (known !== undefined) return known;
  const one = make();
  made.set(number, one);
  return one;
};

/**
 * Compares names on record with one name asked for, part by part. Pure; every observation is kept. Sixty names are compared for a question, and
 * they share their sorts of house and their parents: what `shared` says is the same is compared once.
 */
export const nameComparer = (
  q: NameParts,
): ((c: NameParts, row: RowPlace, shared?: SharedParts) => NameComparison) => {
  const houses = new Map<number, ReturnType<typeof compareHouse>>();
  const parents = new Map<number, ComparedPart>();
  const houseOf = (c: NameParts, shared?: SharedParts) => {
    const ofParent = c.parent.length > 0;
    const make = () => compareHouse(q, c, ofParent);
    return shared === undefined ? make() : once(houses, 2 * shared.kind + Number(ofParent), make);
  };
  const parentOf = (c: NameParts, row: RowPlace, shared?: SharedParts): ComparedPart => {
    const make = () => compareParents(q, c, row);
    // Of a question in Latin letters other words of the record, and where it stands, count as well.
    const alone = shared === undefined || q.script === 'latin' || shortBeforeWord(q, c) !== '';
    return alone ? make() : once(parents, shared.parent, make);
  };
  const partsOf = (known: NameParts, row: RowPlace, shared?: SharedParts): readonly ComparedPart[] => {
    const c = withoutBygone(q, known);
    const place = comparePlaces(q, c, row);
    const house = houseOf(c, shared);
    return [
      calledByPlace(saidWithDistrict(q, c, row, compareCore(q, c)), place),
      ...house.first,
      place,
      compareDistricts(q, c, row),
      parentOf(c, row, shared),
      ...house.last,
      ...compareText(q, c),
    ];
  };
  const isSpoken = q.script === 'latin' && q.sound().length > 0;
  return (c, row, shared) => {
    const spoken = isSpoken && c.sound().length > 0 ? compareSound(q, c) : null;
    if (spoken?.conflicts === 0) return spoken;
    const parts = partsOf(c, row, shared);
    const all = spoken === null ? parts : [...parts, ...spoken.parts];
    return { parts: all, conflicts: all.filter((one) => one.conflicts).length };
  };
};

/** Compares two names, where only one is to be compared. */
export const compareNames = (q: NameParts, c: NameParts, row: RowPlace): NameComparison =>
  nameComparer(q)(c, row);
