import { isSharedByCounties } from '../../places/english-names.ts';
import { neighboursExchanged, shortLevenshtein } from '../../text/edit-distance.ts';
import type { NameParts } from '../parse/parts.ts';
import { latin, latinPlace } from '../parse/sound.ts';
import { parentInCore } from './compare-parent.ts';
import { type ComparedPart, comparedPart, jaccard, joined, sameSet } from './comparison.ts';
import { shortBeforeWord } from './short-parent.ts';

export const districtSound = (district: string): string => {
  const end = district.indexOf(':');
  return end < 0 ? district : district.slice(0, end);
};
export const districtSounds = (parts: NameParts): string[] => parts.districts.map(districtSound);

/** A people's, Chinese-medicine, maternal or numbered hospital is called by its place: "Xinghua People's Hospital" is 兴化's. */
const calledByPlace = (q: NameParts): boolean =>
  q.script === 'latin' &&
  (q.ordinal !== null || q.kinds.some((one) => PLACED.has(one)) || q.specialties.includes('mch'));
const PLACED = new Set(['people', 'tcm', 'central', 'municipalfounded']);

/** 庐山 and 鲁山 sound alike and are two counties. */
const isWrittenAlike = (word: string, { districts }: NameParts): boolean =>
  districts.some((one) => ['', word].includes(one.split(':')[2] ?? ''));

/** Of several words, those that are not a place of the name on record. */
const withoutAround = (named: readonly string[], q: NameParts, c: NameParts): readonly string[] => {
  const places = c.places.map(latinPlace);
  const around = q.script === 'latin' ? [...places, ...districtSounds(c)] : places;
  return named.filter((one) => !around.includes(one));
};

/** So few letters are soon another word's: "Luhe". */
const SURE = 5;

/** Whether both names say whose it is, or where, so that a short word is not all that tells it apart: "Luhe Hospital, Capital Medical University". */
const isPlaced = (q: NameParts, c: NameParts): boolean =>
  (q.parent.length > 0 && c.parent.length > 0) || (q.places.length > 0 && c.places.length > 0);

/**
 * The county in short that one name has before its word and the other says in full: 枣阳慈惠医院, 枣阳市慈惠医院. It was read as a part of the word. Empty
 * where there is none.
 */
export const countyBeforeWord = (one: NameParts, other: NameParts): string => {
  if (one.districts.length > 0) return '';
  const short = other.districts.map((district) => district.split(':')[2] ?? '');
  return short.find((county) => county !== '' && `${county}${other.coreText}` === one.coreText) ?? '';
};

/** Chinese names differ by characters, so there the characters decide; across scripts the sound does. */
export const compareCore = (q: NameParts, c: NameParts): ComparedPart => {
  const han = q.script === 'han' && c.script === 'han';
  const parent = parentInCore(q, c);
  const named = parent.length === 0 ? q.core : q.core.filter((one) => !parent.includes(one));
  const own = named.length > 1 ? withoutAround(named, q, c) : named;
  const mine = joined(own);
  const theirs = joined(c.core);
  if (mine === '' && theirs === '') return comparedPart('core.none', false);
  if (mine === '' && districtSounds(q).includes(theirs))
    return comparedPart('core.district', false, [q.districts.join(' '), theirs], 'asked');
  if (mine === '') return comparedPart('core.missing', true, ['', theirs]);
  if (theirs === '' && districtSounds(c).includes(mine) && (!han || isWrittenAlike(q.coreText, c)))
    return comparedPart(
      'core.district',
      false,
      [mine, c.districts.join(' ')],
      calledByPlace(q) ? (isSharedByCounties(mine) ? 'called-by-shared-sound' : 'called-by-place') : 'known',
    );
  if (theirs === '' && c.places.some((one) => latinPlace(one) === mine))
    return comparedPart('core.place', false, [mine, c.places.join(' ')]);
  // 沈阳市姑区第一人民医院 names a district, whichever it is: the city's own hospital is another.
  if (theirs === '' && han && /^[区县旗]/u.test(q.text.split(q.coreText)[1] ?? ''))
    return comparedPart('core.extra', true, [mine, ''], 'district');
  if (theirs === '') return comparedPart('core.extra', true, [mine, '']);
  if (han && q.coreText === c.coreText) return comparedPart('core.equal', false, [q.coreText, c.coreText]);
  if (han && countyBeforeWord(q, c) + countyBeforeWord(c, q) !== '')
    return comparedPart('core.equal', false, [q.coreText, c.coreText]);
  if (han && shortBeforeWord(q, c) !== '') return comparedPart('core.equal', false, [q.coreText, c.coreText]);
  const homophone =
    mine === theirs ||
    sameSet(own, c.core) ||
    (c.coreText !== '' && (c.coreSound ?? latin(c.coreText)) === mine);
  if (homophone)
    return han
      ? comparedPart('core.homophone', true, [q.coreText, c.coreText])
      : comparedPart('core.equal', mine.length < SURE && !isPlaced(q, c), [mine, theirs]);
  const part = jaccard(own, c.core);
  const inside =
    (mine.includes(theirs) || theirs.includes(mine)) && Math.min(mine.length, theirs.length) >= 4;
  const far = shortLevenshtein(mine, theirs);
  const near = far <= 1 || (far === 2 && (mine.length >= 9 || neighboursExchanged(mine, theirs)));
  if (near) return comparedPart('core.similar', true, [mine, theirs]);
  if (part > 0 || inside) return comparedPart('core.part', true, [mine, theirs]);
  return comparedPart('core.differs', true, [mine, theirs]);
};
