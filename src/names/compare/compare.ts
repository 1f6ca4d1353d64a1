import { shortPlace } from '../../places/leading-place.ts';
import type { NameParts } from '../parse/parts.ts';
import { compareCore } from './compare-core.ts';
import { compareParents } from './compare-parent.ts';
import { compareDistricts, comparePlaces } from './compare-place.ts';
import { compareSound, compareText } from './compare-text.ts';
import { type Comparison, type Feature, note, type RowPlace, sameSet, share } from './comparison.ts';

const DECISIVE = new Set(['tcm', 'integrated', 'ethnic', 'tibetan', 'mongolian', 'uyghur', 'hui', 'zhuang']);

const compareOrdinal = (q: NameParts, c: NameParts): Feature => {
  const words = [String(q.ordinal ?? ''), String(c.ordinal ?? '')] as const;
  if (q.ordinal === c.ordinal) return note('ordinal.equal', q.ordinal === null ? 0.5 : 2.5, false, ...words);
  if (q.ordinal !== null && c.ordinal !== null) return note('ordinal.differs', -7, true, ...words);
  return note('ordinal.missing', -2.5, true, ...words);
};

/**
 * How English calls the chief hospital of a place, whatever its Chinese name: "Hebei General Hospital" is 河北省人民医院,
 * "Gansu Provincial Hospital" 甘肃省人民医院, "Heilongjiang Provincial Hospital" 黑龙江省医院. Asked → on record → weight: near,
 * never the same.
 */
const CHIEF: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  general: { people: 1, '': 0.6, provincialfounded: 0.6, municipalfounded: 0.6 },
  provincialfounded: { '': 1.1, people: 1 },
  municipalfounded: { '': 1.1, people: 1, central: 0.2 },
  people: { general: -0.7, provincialfounded: -0.7, municipalfounded: -0.7, '': -0.9 },
  '': { people: -0.7, general: -0.7, provincialfounded: -0.7, municipalfounded: -0.7 },
};

const chiefWeight = (q: NameParts, a: readonly string[], b: readonly string[]): number | null => {
  if (a.length > 1 || b.length > 1) return null;
  const weight = CHIEF[a[0] ?? '']?.[b[0] ?? ''];
  if (weight === undefined || weight < 0) return weight ?? null;
  if (q.core.length + q.parent.length + q.districts.length > 0) return -0.7;
  return q.ordinal === null ? weight : -0.2;
};

const compareKinds = (q: NameParts, c: NameParts): Feature[] => {
  const split = (kinds: readonly string[]) => [
    kinds.filter((one) => DECISIVE.has(one)),
    kinds.filter((one) => !DECISIVE.has(one) && one !== 'affiliated'),
  ];
  const [hardQ = [], softQ = []] = split(q.kinds);
  const [hardC = [], softC = []] = split(c.kinds);
  const words = [q.kinds.join(' '), c.kinds.join(' ')] as const;
  const hard = sameSet(hardQ, hardC)
    ? note('kind.equal', hardQ.length > 0 ? 1.5 : 0.2, false, ...words)
    : note(
        'kind.differs',
        ['integrated', 'tcm'].every((one) => [...hardQ, ...hardC].includes(one)) ? -1.3 : -4,
        true,
        ...words,
      );
  const tied = q.core.length === 0 && q.kinds.includes('affiliated') !== c.kinds.includes('affiliated');
  const named =
    q.script === 'latin' && q.places.some((one) => one.split('|').some((place) => c.places.includes(place)));
  if (tied && sameSet(softQ, softC))
    return [hard, note('sort.affiliated', named ? -0.2 : -0.6, true, ...words)];
  if (sameSet(softQ, softC)) return [hard, note('sort.equal', softQ.length > 0 ? 1.2 : 0.3, false, ...words)];
  const chief = chiefWeight(q, softQ, softC);
  if (chief !== null) return [hard, note('sort.differs', chief, true, ...words)];
  const apart = softQ.length + softC.length - 2 * softQ.filter((one) => softC.includes(one)).length;
  // 孝感市人民医院, 孝感市中心人民医院: one word more.
  const added = q.script === 'han' && apart === 1 && softQ.length * softC.length > 0;
  return [hard, note('sort.differs', added ? -0.7 : -1.2 * apart, true, ...words)];
};

/** Houses that do each other's work under another name: 妇幼保健院 and 妇女儿童医院, a 脑科医院 that was the 精神病院. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  mch: ['womenchildren'],
  womenchildren: ['mch'],
  mental: ['brain'],
  brain: ['mental'],
  chest: ['pulmonary', 'tuberculosis'],
  pulmonary: ['chest'],
  infectious: ['publichealth'],
  publichealth: ['infectious'],
};

/** Specialties that one house often has, under the one name or the other. */
const KIN = [
  ['mch', 'womenchildren', 'children', 'obgyn'],
  ['mental', 'brain'],
  ['infectious', 'tuberculosis', 'pulmonary', 'liver', 'chest', 'publichealth'],
  ['eye', 'eent', 'ent'],
  ['heart', 'chest'],
  ['skin', 'venereal'],
  ['liver', 'hepatobiliary'],
];

const kin = (a: readonly string[], b: readonly string[]): boolean =>
  KIN.some((group) => [...a, ...b].every((one) => group.includes(one)) && a.length > 0 && b.length > 0);

const compareSpecialties = (q: NameParts, c: NameParts): Feature => {
  const words = [q.specialties.join(' '), c.specialties.join(' ')] as const;
  if (sameSet(q.specialties, c.specialties))
    return note('specialty.equal', q.specialties.length > 0 ? 2 : 0.3, false, ...words);
  const [mine = '', theirs = ''] = [q.specialties.join(), c.specialties.join()];
  if (NEAR[mine]?.includes(theirs)) return note('specialty.near', 0.9, true, ...words);
  const near = share(q.specialties, c.specialties) > 0;
  return note('specialty.differs', near ? -1 : kin(q.specialties, c.specialties) ? -1.8 : -4, true, ...words);
};

/** How far apart two sorts of house are: a town's health centre became a community centre; a station is often called a hospital. */
const bodyWeight = (a: string, b: string | null): number => {
  const both = [a, b ?? ''];
  if (both.every((one) => /^(?:community|healthcentre)$/u.test(one))) return -0.4;
  if (both.every((one) => /^(?:hospital|station|healthstation|institute)$/u.test(one))) return -0.7;
  return both.includes('hospital') && both.some((one) => /^(?:community|healthcentre)$/u.test(one))
    ? -1
    : -1.5;
};

const compareBody = (q: NameParts, c: NameParts): Feature => {
  const words = [q.body ?? '', c.body ?? ''] as const;
  if (q.body === c.body) return note('body.equal', 0, false, ...words);
  return note('body.differs', q.body === null ? -0.5 : bodyWeight(q.body, c.body), true, ...words);
};

const compareBranch = (q: NameParts, c: NameParts): Feature => {
  if (q.branch === c.branch || (q.branch === '集团' && c.branch.includes(q.branch))) {
    // A numbered part with a record of its own: it, or the hospital it is a part of, may be meant.
    const part = q.script === 'latin' && q.branch.endsWith('医学中心');
    return note('branch.equal', q.branch === '' ? 0 : 2, part, q.branch, c.branch);
  }
  return note('branch.differs', c.branch === '' ? -1.2 : -2.5, true, q.branch, c.branch);
};

/** The least score of a name that differs by a slip of the pen, whatever the broken words were taken for: a candidate, never more. */
const FLOOR: Readonly<Record<string, number>> = {
  'text.reordered': 6.5,
  'text.slip': 5.2,
  // A character too many is rarer than one that was lost or mistaken.
  'text.added': 4.4,
  // Without its place a name is one of many that are written alike.
  'text.inside': 3.4,
};
const NO_SLIP = /^(?:(?:ordinal|place|district|parent)\.differs|parent\.part)$/u;
const OTHER_KIND = /^(?:kind|specialty)\.differs$/u;
const BROKEN = /^core\.(?:extra|differs|part)$/u;

/** What a place said beside the name adds to every name that stands there, slips of the pen among them. */
const beside = (q: NameParts, features: readonly Feature[]): number => {
  if (q.places.some((one) => q.text.includes(shortPlace(one.split('|')[0] ?? '')))) return 0;
  return Math.max(0, features.find((one) => one.code.startsWith('place.'))?.weight ?? 0);
};

const slipFloor = (q: NameParts, features: readonly Feature[]): number => {
  const has = (pattern: RegExp): boolean => features.some((one) => pattern.test(one.code));
  const slip = features.find((one) => one.code in FLOOR);
  if (slip === undefined) return Number.NEGATIVE_INFINITY;
  // 西医结合医院 lost a character of 中西医结合医院: what is left reads as a name of its own.
  // All that was asked reads well, and the name on record has a word of its own: another name rather than a slip.
  const floor = has(/^core\.missing$/u) && slip.code !== 'text.reordered' ? 3.4 : (FLOOR[slip.code] ?? 0);
  const other = has(NO_SLIP) || (has(OTHER_KIND) && !has(BROKEN));
  return other && slip.code !== 'text.reordered'
    ? Number.NEGATIVE_INFINITY
    : floor + slip.weight + beside(q, features);
};

/** Below what a whole name of that sound reaches. */
const SPOKEN_PART = 7.5;

/** Compares a name asked for with a name on record, part by part. Pure; every observation is kept. */
export const compareNames = (q: NameParts, c: NameParts, row: RowPlace): Comparison => {
  const spoken = q.script === 'latin' && q.sound.length > 0 && c.sound.length > 0 ? compareSound(q, c) : null;
  if (spoken?.against === 0) return spoken;
  const parts = compareParts(q, c, row);
  if (spoken === null) return parts;
  // Pinyin of a part of the name ("rui jin yi yuan") is told by its parts, but never without doubt.
  const score = Math.min(parts.score, SPOKEN_PART);
  return spoken.score >= score ? spoken : { ...parts, score, against: parts.against + 1 };
};

const compareParts = (q: NameParts, c: NameParts, row: RowPlace): Comparison => {
  const features = [
    compareCore(q, c),
    compareOrdinal(q, c),
    ...compareKinds(q, c),
    compareSpecialties(q, c),
    comparePlaces(q, c, row),
    compareDistricts(q, c, row),
    compareParents(q, c, row),
    compareBody(q, c),
    compareBranch(q, c),
    ...compareText(q, c),
  ];
  let score = 0;
  let against = 0;
  for (const one of features) {
    score += one.weight;
    if (one.against) against += 1;
  }
  return { score: Math.max(score, slipFloor(q, features)), features, against };
};
