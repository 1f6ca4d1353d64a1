import { shortName } from '../../places/short-name.ts';
import { onceInARow, remembered } from '../../text/remembered.ts';
import type { NameParts } from '../parse/parts.ts';
import { latin } from '../parse/sound.ts';
import { countyBeforeWord, districtSound, districtSounds } from './compare-core.ts';
import { type ComparedPart, comparedPart, joined, type RowPlace } from './comparison.ts';

/** Districts that are remembered. */
const MOST_READ = 20_000;

type District = Readonly<{ sound: string; level: string; han: string }>;

/** A district as names have it, "tongshan:q:铜山", in its parts; some thousands, each met with every name compared. */
const partsOf = remembered(MOST_READ, (district): District => {
  const [sound = '', level = '', han = ''] = district.split(':');
  return { sound, level, han };
});

/**
 * `full`: sound, characters and level agree; `former`: one of them is what the other was called (铜山县, 铜山区); `level`: both
 * exist beside each other (阜新县, 阜新市); `no`: another place.
 */
const districtFit = (asked: string, known: string): 'full' | 'former' | 'level' | 'no' => {
  const [one, two] = [partsOf(asked), partsOf(known)];
  if (one.sound !== two.sound || (one.han !== '' && two.han !== '' && one.han !== two.han)) return 'no';
  if (one.level === two.level || one.level === '' || two.level === '') return 'full';
  return one.level === 'o' || two.level === 'o' ? 'former' : 'level';
};

/** A district by its name, as the parts of names have it. */
const readDistrict = remembered(MOST_READ, (district) => {
  const name = shortName(district);
  const level = { 县: 'x', 旗: 'x', 区: 'q', 市: 's' }[district.charAt(district.length - 1)] ?? '';
  return `${latin(name)}:${level}:${name}`;
});

/** The district in which the record stands; a city that has none is at once a city and a county (仙桃市). */
const rowDistrict = ({ district, city }: RowPlace): string[] => {
  const own = district ?? city;
  return own === null ? [] : [readDistrict(own)];
};

/** The short names of the places asked for, which are the same for every name that is compared. */
const shortPlaces = onceInARow((places: readonly string[]) =>
  places.flatMap((one) => one.split('|')).map(shortName),
);

/**
 * 塔城人民医院 leaves open whether the prefecture or the town of that name is meant; 东营市人民医院, 恩施州中心医院 and 昌吉回族自治州人民医院 do not: the
 * hospital of 东营区, 恩施市 is another.
 */
const rankOf = (q: NameParts, c: NameParts): 'open' | 'other' | null => {
  if (q.places.length === 0 || c.districts.length === 0) return null;
  const places = shortPlaces(q.places);
  const named = c.districts.map((one) => partsOf(one).han).filter((name) => places.includes(name));
  if (named.length === 0) return null;
  return named.some((name) =>
    new RegExp(`${name}(?:\\p{Script=Han}{1,12}自治)?(?:市|州|地区|盟)`, 'u').test(q.text),
  )
    ? 'other'
    : 'open';
};

/** It stands in the district asked for, but its name says another. */
const fitsNone = (q: NameParts, c: NameParts): boolean =>
  c.districts.every((one) => q.districts.every((asked) => districtFit(asked, one) === 'no'));

/** 和田县人民医院 stands in 和田市, and is not the hospital of 和田市: its own name says another level of the same town. */
const namesOtherLevel = (q: NameParts, c: NameParts): boolean =>
  q.districts.some((one) => c.districts.some((other) => districtFit(one, other) === 'level')) &&
  !q.districts.some((one) => c.districts.some((other) => districtFit(one, other) === 'full'));

const isBygone = (district: string): boolean => partsOf(district).level === 'o';

/** 闸北区, which became 静安区; 富阳市 and 富阳区 are one word. */
const hasOtherWord = ({ text }: NameParts, district: string): boolean =>
  isBygone(district) && !text.includes(partsOf(district).han);

/**
 * 静安区 had a hospital of its own before 闸北区 became a part of it: a name on record that says a bygone district, and not the word of today's, is not of the one
 * that is asked for by today's word.
 */
export const withoutBygone = (q: NameParts, c: NameParts): NameParts =>
  c.districts.length === 0 || c.script !== 'han' || q.districts.some(isBygone)
    ? c
    : { ...c, districts: c.districts.map((one) => (hasOtherWord(c, one) ? 'bygone:o:' : one)) };

/** The same where the bygone one was asked for, and the name on record says today's. */
const asksBygone = (q: NameParts, c: NameParts): boolean =>
  q.script === 'han' && q.districts.some((one) => hasOtherWord(q, one)) && !c.districts.some(isBygone);

/** All districts of a record, in words: those that its name states, and where it stands. */
const districtsOf = (c: NameParts, row: RowPlace): readonly string[] => [...c.districts, ...rowDistrict(row)];

/** Where no district was asked for. */
const compareUnasked = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  const words = () => ['', joined(districtsOf(c, row), ' ')] as const;
  if (countyBeforeWord(q, c) !== '') return comparedPart('district.equal', false, words());
  if (q.script === 'latin' && q.core.length > 1 && districtSounds(c).some((one) => q.core.includes(one)))
    return comparedPart('district.equal', false, [q.core.join(' '), c.districts.join(' ')], 'core');
  const rank = rankOf(q, c);
  if (rank === 'other') return comparedPart('district.level', true, words());
  if (rank === 'open') return comparedPart('district.not-said', false, words(), 'open');
  if (c.districts.length === 0 || districtSounds(c).includes(q.core.join('')))
    return comparedPart('district.none', false);
  // A city's own hospital is asked for: those of its counties are others.
  const citys = q.script === 'han' && q.core.length === 0 && q.places.length > 0;
  return comparedPart('district.not-said', true, words(), citys && 'citys');
};

export const compareDistricts = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  // Of most names neither states a district.
  if (q.districts.length === 0 && c.districts.length === 0 && q.script === 'han')
    return comparedPart('district.none', false);
  if (q.districts.length === 0) return compareUnasked(q, c, row);
  const known = districtsOf(c, row);
  const words = [joined(q.districts, ' '), joined(known, ' ')] as const;
  if (namesOtherLevel(q, c)) return comparedPart('district.level', true, words);
  const fit = q.districts.map((one) => known.map((other) => districtFit(one, other)));
  if (fit.every((one) => one.includes('full'))) {
    // The city's own hospital may stand in the district asked for without being the district's.
    const cityWide = c.districts.length === 0 && q.core.length === 0;
    const others =
      cityWide || c.districts.some((one) => !q.districts.some((asked) => districtFit(asked, one) !== 'no'));
    const elsewhere = c.districts.length > 0 && others && fitsNone(q, c);
    const detail = elsewhere ? 'named-elsewhere' : c.districts.length === 0 && 'where';
    return comparedPart('district.equal', others, words, detail);
  }
  if (fit.every((one) => one.includes('full') || one.includes('former')))
    return comparedPart(
      'district.former',
      true,
      words,
      c.districts.length === 0 ? 'where' : asksBygone(q, c) ? 'other-word' : 'named',
    );
  if (fit.every((one) => one.some((each) => each !== 'no')))
    return comparedPart('district.level', true, words);
  if (q.districts.every((one) => c.core.includes(districtSound(one))))
    return comparedPart('district.in-core', true, words);
  return comparedPart('district.differs', true, words);
};
