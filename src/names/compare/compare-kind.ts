import type { NameParts } from '../parse/parts.ts';
import { type ComparedPart, comparedPart, jaccard, sameSet } from './comparison.ts';

const DECISIVE = new Set(['tcm', 'integrated', 'ethnic', 'tibetan', 'mongolian', 'uyghur', 'hui', 'zhuang']);

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

export const compareKinds = (q: NameParts, c: NameParts): ComparedPart[] => {
  const split = (kinds: readonly string[]) => [
    kinds.filter((one) => DECISIVE.has(one)),
    kinds.filter((one) => !DECISIVE.has(one) && one !== 'affiliated'),
  ];
  const [hardQ = [], softQ = []] = split(q.kinds);
  const [hardC = [], softC = []] = split(c.kinds);
  const words = [q.kinds.join(' '), c.kinds.join(' ')] as const;
  const hard = sameSet(hardQ, hardC)
    ? comparedPart('kind.equal', hardQ.length > 0 ? 1.5 : 0.2, false, ...words)
    : comparedPart(
        'kind.differs',
        ['integrated', 'tcm'].every((one) => [...hardQ, ...hardC].includes(one)) ? -1.3 : -4,
        true,
        ...words,
      );
  const tied = q.core.length === 0 && q.kinds.includes('affiliated') !== c.kinds.includes('affiliated');
  const named =
    q.script === 'latin' && q.places.some((one) => one.split('|').some((place) => c.places.includes(place)));
  if (tied && sameSet(softQ, softC))
    return [hard, comparedPart('sort.affiliated', named ? -0.2 : -0.6, true, ...words)];
  if (sameSet(softQ, softC))
    return [hard, comparedPart('sort.equal', softQ.length > 0 ? 1.2 : 0.3, false, ...words)];
  const chief = chiefWeight(q, softQ, softC);
  if (chief !== null) return [hard, comparedPart('sort.differs', chief, true, ...words)];
  const apart = softQ.length + softC.length - 2 * softQ.filter((one) => softC.includes(one)).length;
  // 孝感市人民医院, 孝感市中心人民医院: one word more.
  const added = q.script === 'han' && apart === 1 && softQ.length * softC.length > 0;
  return [hard, comparedPart('sort.differs', added ? -0.7 : -1.2 * apart, true, ...words)];
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

const sameSpecialtyFamily = (a: readonly string[], b: readonly string[]): boolean =>
  KIN.some((group) => [...a, ...b].every((one) => group.includes(one)) && a.length > 0 && b.length > 0);

export const compareSpecialties = (q: NameParts, c: NameParts): ComparedPart => {
  const words = [q.specialties.join(' '), c.specialties.join(' ')] as const;
  if (sameSet(q.specialties, c.specialties))
    return comparedPart('specialty.equal', q.specialties.length > 0 ? 2 : 0.3, false, ...words);
  const [mine = '', theirs = ''] = [q.specialties.join(), c.specialties.join()];
  if (NEAR[mine]?.includes(theirs)) return comparedPart('specialty.near', 0.9, true, ...words);
  const near = jaccard(q.specialties, c.specialties) > 0;
  return comparedPart(
    'specialty.differs',
    near ? -1 : sameSpecialtyFamily(q.specialties, c.specialties) ? -1.8 : -4,
    true,
    ...words,
  );
};
