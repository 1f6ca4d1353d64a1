import { presentUniversity, universitySeat } from '../../name-keys/universities.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { latin, latinPlace } from '../parse/latin.ts';
import type { NameParts } from '../parse/parts.ts';
import { districtSound, districtSounds } from './compare-core.ts';
import { type ComparedPart, comparedPart, type RowPlace, withDetail } from './comparison.ts';

const fits = (asked: string, row: RowPlace, own: readonly string[]): 'city' | 'province' | 'none' => {
  const names = asked.split('|');
  if (names.some((one) => one === row.city || (one !== row.province && own.includes(one)))) return 'city';
  return names.some((one) => one === row.province || own.includes(one)) ? 'province' : 'none';
};

/** 天津市河北医院 does not stand in Hebei, nor 上海市赤峰医院 in Chifeng: its name says where, and a second place only after it. */
const namedAfterElsewhere = (asked: string, q: NameParts, c: NameParts, row: RowPlace): boolean =>
  row.province !== null &&
  !(row.city !== null && q.parent.includes(latinPlace(row.city))) &&
  c.places.some((one) => one === row.province || one === row.city) &&
  asked.split('|').every((name) => (placeNamed(name)?.province ?? row.province) !== row.province);

/** A name with nothing distinctive in it: place, parent and number must then all be said. */
const bareOf = (parts: NameParts): boolean =>
  parts.core.length === 0 && parts.parent.length === 0 && parts.districts.length === 0;

const stated = (asked: string, places: readonly string[]): boolean =>
  asked.split('|').some((name) => places.includes(name));

/** Whether the record's name states a place that neither the question names nor the record stands in (北京北海医院). */
const borrowedPlace = (q: NameParts, c: NameParts, row: RowPlace): boolean =>
  c.places.some(
    (one) =>
      one !== row.city && one !== row.province && !q.places.some((asked) => asked.split('|').includes(one)),
  );

/** Of two places spelled alike, the less known one is meant only where something says so. */
const secondSpelledAlike = (q: NameParts, row: RowPlace): boolean =>
  q.places.some(
    (one) => one.includes('|') && !stated(one.split('|')[0] ?? '', [row.city ?? '', row.province ?? '']),
  );

/** How a place that agrees is said: in both names, only beside one of them, as another place's, or as the second spelled alike. */
const placeDetail = (q: NameParts, c: NameParts, row: RowPlace): string => {
  if (secondSpelledAlike(q, row)) return 'second';
  if (borrowedPlace(q, c, row)) return 'borrowed';
  const own = q.places.some((one) => one.split('|').some((name) => c.places.includes(name)));
  return own ? 'both' : c.places.length === 0 ? 'where' : 'other-word';
};

/** Where a university that is said, but not by the place, has its hospitals: a hint, never more. */
const byUniversitySeat = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart | null => {
  if (q.parentText === '' || c.parentText !== '') return null;
  const text = presentUniversity(q.parentText);
  const found = leadingPlace(text)?.place;
  const seat = universitySeat(text) ?? found?.city ?? found?.province ?? null;
  if (seat === null) return null;
  const near = seat === row.city || seat === row.province;
  return comparedPart(near ? 'place.seat' : 'place.not-said', true, q.parentText, seat);
};

/** 赣州地区人民医院 may have become 赣州市人民医院, or another hospital of the town may bear that name today. */
const sameEra = (q: NameParts, c: NameParts): boolean => (q.former ?? '') === (c.former ?? '');

export const comparePlaces = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  const words = [q.places.join(' '), [row.province, row.city].join(' ')] as const;
  const seat = q.places.length === 0 ? byUniversitySeat(q, c, row) : null;
  if (seat !== null) return seat;
  if (q.places.length === 0)
    return withDetail(
      comparedPart('place.not-said', bareOf(q), ...words),
      c.places.length > 0 ? 'stated' : 'none',
    );
  const results = q.places.map((asked) =>
    q.script === 'latin' && namedAfterElsewhere(asked, q, c, row) ? 'none' : fits(asked, row, c.places),
  );
  if (results.includes('none')) {
    const sound = q.places.every((asked) => c.core.includes(latin(shortName(asked.split('|')[0] ?? ''))));
    return sound
      ? comparedPart('place.in-core', true, ...words)
      : comparedPart('place.differs', true, ...words);
  }
  const city = results.includes('city');
  const own =
    c.places.length === 0 || q.places.some((one) => one.split('|').some((name) => c.places.includes(name)));
  // 福建医科大学附属福州市第一医院 is not 福建医科大学附属第一医院.
  const inside = q.script === 'han' && q.parent.length > 0 && c.places.length === 0;
  // The province's own hospital is asked for; this one says that it is a city's.
  const lower =
    !city &&
    q.core.length === 0 &&
    q.parent.length === 0 &&
    c.places.some((one) => one === row.city && one !== row.province);
  if (lower) return withDetail(comparedPart('place.province', true, ...words), 'lower');
  // 人民医院, 市妇幼保健院: a name without any place is not the province's own for standing there.
  const unplaced = q.script === 'latin' && c.places.length === 0 && bareOf(c);
  const narrower = (!own || inside || unplaced) && q.core.length === 0;
  if (!sameEra(q, c)) return comparedPart('place.former', true, ...words);
  return withDetail(
    comparedPart(city ? 'place.equal' : 'place.province', narrower, ...words),
    placeDetail(q, c, row),
  );
};

/**
 * `full`: sound, characters and level agree; `former`: one of them is what the other was called (铜山县, 铜山区); `level`: both
 * exist beside each other (阜新县, 阜新市); `no`: another place.
 */
const districtFit = (asked: string, known: string): 'full' | 'former' | 'level' | 'no' => {
  const [sound, level, han] = asked.split(':');
  const [sound2, level2, han2] = known.split(':');
  if (sound !== sound2 || (han && han2 && han !== han2)) return 'no';
  if (level === level2 || !level || !level2) return 'full';
  return level === 'o' || level2 === 'o' ? 'former' : 'level';
};

const readDistrict = (district: string): string => {
  const name = shortName(district);
  const level = { 县: 'x', 旗: 'x', 区: 'q', 市: 's' }[district.charAt(district.length - 1)] ?? '';
  return `${latin(name)}:${level}:${name}`;
};

/** Districts as read once: there are some thousands, and every candidate stands in one. */
const districtsRead = new Map<string, string>();
const MOST_READ = 20_000;

const rowDistrict = ({ district }: RowPlace): string[] => {
  if (district === null) return [];
  const known = districtsRead.get(district) ?? readDistrict(district);
  if (districtsRead.size < MOST_READ) districtsRead.set(district, known);
  return [known];
};

/**
 * 塔城人民医院 leaves open whether the prefecture or the town of that name is meant; 东营市人民医院 and 恩施州中心医院 do not: the
 * hospital of 东营区, 恩施市 is another.
 */
const rankOf = (q: NameParts, c: NameParts): 'open' | 'other' | null => {
  const places = q.places.flatMap((one) => one.split('|')).map(shortName);
  const named = c.districts.map((one) => one.split(':')[2] ?? '').filter((name) => places.includes(name));
  if (named.length === 0) return null;
  return named.some((name) => new RegExp(`${name}(?:市|州|地区|盟)`, 'u').test(q.text)) ? 'other' : 'open';
};

/** It stands in the district asked for, but its name says another. */
const fitsNone = (q: NameParts, c: NameParts): boolean =>
  c.districts.every((one) => q.districts.every((asked) => districtFit(asked, one) === 'no'));

/** 和田县人民医院 stands in 和田市, and is not the hospital of 和田市: its own name says another level of the same town. */
const namesOtherLevel = (q: NameParts, c: NameParts): boolean =>
  q.districts.some((one) => c.districts.some((other) => districtFit(one, other) === 'level')) &&
  !q.districts.some((one) => c.districts.some((other) => districtFit(one, other) === 'full'));

export const compareDistricts = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart => {
  const known = [...c.districts, ...rowDistrict(row)];
  const words = [q.districts.join(' '), known.join(' ')] as const;
  if (q.districts.length === 0) {
    if (q.script === 'latin' && q.core.length > 1 && districtSounds(c).some((one) => q.core.includes(one)))
      return withDetail(
        comparedPart('district.equal', false, q.core.join(' '), c.districts.join(' ')),
        'core',
      );
    const rank = rankOf(q, c);
    if (rank === 'other') return comparedPart('district.level', true, ...words);
    if (rank === 'open') return withDetail(comparedPart('district.not-said', false, ...words), 'open');
    if (c.districts.length === 0 || districtSounds(c).includes(q.core.join('')))
      return comparedPart('district.none', false);
    // A city's own hospital is asked for: those of its counties are others.
    const citys = q.script === 'han' && q.core.length === 0 && q.places.length > 0;
    const part = comparedPart('district.not-said', true, ...words);
    return citys ? withDetail(part, 'citys') : part;
  }
  if (namesOtherLevel(q, c)) return comparedPart('district.level', true, ...words);
  const fit = q.districts.map((one) => known.map((other) => districtFit(one, other)));
  if (fit.every((one) => one.includes('full'))) {
    // The city's own hospital may stand in the district asked for without being the district's.
    const cityWide = c.districts.length === 0 && q.core.length === 0;
    const others =
      cityWide || c.districts.some((one) => !q.districts.some((asked) => districtFit(asked, one) !== 'no'));
    const elsewhere = c.districts.length > 0 && others && fitsNone(q, c);
    const part = comparedPart('district.equal', others, ...words);
    return elsewhere
      ? withDetail(part, 'named-elsewhere')
      : c.districts.length === 0
        ? withDetail(part, 'where')
        : part;
  }
  if (fit.every((one) => one.includes('full') || one.includes('former')))
    return comparedPart('district.former', true, ...words);
  if (fit.every((one) => one.some((each) => each !== 'no')))
    return comparedPart('district.level', true, ...words);
  if (q.districts.every((one) => c.core.includes(districtSound(one))))
    return comparedPart('district.in-core', true, ...words);
  return comparedPart('district.differs', true, ...words);
};
