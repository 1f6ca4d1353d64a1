import { houseSorts, specialtyGroups } from '../../../schema/lexicon/house-sorts.ts';
import type { NameParts } from '../parse/parts.ts';
import { type ComparedPart, comparedPart, jaccard, sameSet } from './comparison.ts';

/** Whether a name says what a hospital does: a field of medicine, or which medicine. */
export const saysField = ({ kinds, specialties }: Pick<NameParts, 'kinds' | 'specialties'>): boolean =>
  specialties.length > 0 || kinds.some((one) => houseSorts.medicines.has(one));

/**
 * How English calls the chief hospital of a place, whatever its Chinese name: "Hebei General Hospital" is 河北省人民医院,
 * "Gansu Provincial Hospital" 甘肃省人民医院, "Heilongjiang Provincial Hospital" 黑龙江省医院.
 */
const bothChief = (q: NameParts, a: readonly string[], b: readonly string[]): boolean =>
  a.length <= 1 &&
  b.length <= 1 &&
  [a[0] ?? '', b[0] ?? ''].every((one) => houseSorts.chief.has(one)) &&
  q.core.length + q.parent.length + q.districts.length === 0;

/** From here on a number is an army hospital's own: 解放军第一七七中心医院 is 解放军177医院, as its staff was cut or raised. */
const ARMY_CODES = 100;
export const isSameByCode = (q: Pick<NameParts, 'ordinal'>, c: Pick<NameParts, 'ordinal'>): boolean =>
  q.ordinal === c.ordinal && (q.ordinal ?? 0) >= ARMY_CODES;

/** `ofParent`: whether the name on record states whose it is. */
export const compareKinds = (
  q: NameParts,
  c: Pick<NameParts, 'kinds' | 'ordinal' | 'specialties' | 'body'>,
  ofParent: boolean,
): ComparedPart[] => {
  const byCode = isSameByCode(q, c);
  const split = (kinds: readonly string[]) => [
    kinds.filter((one) => houseSorts.medicines.has(one)),
    kinds.filter(
      (one) => !houseSorts.medicines.has(one) && one !== 'affiliated' && !(byCode && one === 'central'),
    ),
  ];
  const [hardQ = [], softQ = []] = split(q.kinds);
  const [hardC = [], softC = []] = split(c.kinds);
  const words = [q.kinds.join(' '), c.kinds.join(' ')] as const;
  const close = ['integrated', 'tcm'].every((one) => [...hardQ, ...hardC].includes(one));
  const hard = sameSet(hardQ, hardC)
    ? comparedPart('kind.equal', false, [hardQ.join(' '), hardC.join(' ')])
    : comparedPart('kind.differs', true, words, close && 'near');
  const tied = q.core.length === 0 && q.kinds.includes('affiliated') !== c.kinds.includes('affiliated');
  if (tied && sameSet(softQ, softC)) {
    // 哈医大二院 is 哈医大附属二院: a university numbers its hospitals once, whether they are called affiliated or not, and has one of each specialty.
    const both = q.parent.length > 0 && ofParent;
    const numbered = both && q.ordinal !== null && q.ordinal === c.ordinal;
    const alike = q.body === c.body && q.specialties.length > 0 && sameSet(q.specialties, c.specialties);
    const specialised = both && alike;
    const detail = numbered ? 'numbered' : specialised && 'specialised';
    return [hard, comparedPart('sort.affiliated', detail === false, words, detail)];
  }
  if (sameSet(softQ, softC))
    return [hard, comparedPart('sort.equal', false, [softQ.join(' '), softC.join(' ')])];
  const apart = softQ.length + softC.length - 2 * softQ.filter((one) => softC.includes(one)).length;
  const oneMore = apart === 1 && (softQ.length < softC.length ? 'more' : 'fewer');
  const detail = bothChief(q, softQ, softC) ? 'chief' : oneMore;
  return [hard, comparedPart('sort.differs', true, words, detail)];
};

const sameSpecialtyFamily = (a: readonly string[], b: readonly string[]): boolean =>
  specialtyGroups.kin.some(
    (group) => [...a, ...b].every((one) => group.includes(one)) && a.length > 0 && b.length > 0,
  );

export const compareSpecialties = (q: NameParts, c: Pick<NameParts, 'specialties'>): ComparedPart => {
  const words = [q.specialties.join(' '), c.specialties.join(' ')] as const;
  if (sameSet(q.specialties, c.specialties)) return comparedPart('specialty.equal', false, words);
  const [mine = '', theirs = ''] = [q.specialties.join(), c.specialties.join()];
  if (specialtyGroups.near[mine]?.includes(theirs)) return comparedPart('specialty.near', true, words);
  const isKin =
    jaccard(q.specialties, c.specialties) > 0 || sameSpecialtyFamily(q.specialties, c.specialties);
  const detail = mine === '' ? 'more' : theirs === '' ? 'fewer' : isKin && 'kin';
  return comparedPart('specialty.differs', true, words, detail);
};
