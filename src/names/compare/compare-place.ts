import { isArmy } from '../../name-keys/army.ts';
import { presentUniversity, universitySeat } from '../../name-keys/universities.ts';
import { leadingPlace, placeNamed } from '../../places/place-names.ts';
import { onceEach, remembered } from '../../text/remembered.ts';
import type { NameParts } from '../parse/parts.ts';
import { latinPlace } from '../parse/sound.ts';
import { type ComparedPart, comparedPart, joined, type RowPlace } from './comparison.ts';

/** The places that one word of a name may be; of most words it is one. */
const alternatives = remembered(5_000, (place): readonly string[] => place.split('|'));

const fits = (asked: string, row: RowPlace, own: readonly string[]): 'city' | 'province' | 'none' => {
  const names = alternatives(asked);
  if (names.some((one) => one === row.city || (one !== row.province && own.includes(one)))) return 'city';
  return names.some((one) => one === row.province || own.includes(one)) ? 'province' : 'none';
};

/** 天津市河北医院 does not stand in Hebei, nor 上海市赤峰医院 in Chifeng: its name says where, and a second place only after it. */
const namedAfterElsewhere = (asked: string, q: NameParts, c: NameParts, row: RowPlace): boolean =>
  row.province !== null &&
  !(row.city !== null && q.parent.includes(latinPlace(row.city))) &&
  c.places.some((one) => one === row.province || one === row.city) &&
  alternatives(asked).every((name) => (placeNamed(name)?.province ?? row.province) !== row.province);

/** A name with nothing distinctive in it: place, parent and number must then all be said. */
const bareOf = (parts: NameParts): boolean =>
  parts.core.length === 0 && parts.parent.length === 0 && parts.districts.length === 0;

const stated = (asked: string, places: readonly string[]): boolean =>
  alternatives(asked).some((name) => places.includes(name));

/** Whether the record's name states a place that neither the question names nor the record stands in (北京北海医院). */
const borrowedPlace = (q: NameParts, c: NameParts, row: RowPlace): boolean =>
  c.places.some(
    (one) =>
      one !== row.city &&
      one !== row.province &&
      !q.places.some((asked) => alternatives(asked).includes(one)),
  );

/** Of two places spelled alike, the less known one is meant only where something says so. */
const secondSpelledAlike = (q: NameParts, row: RowPlace): boolean =>
  q.places.some(
    (one) => one.includes('|') && !stated(alternatives(one)[0] ?? '', [row.city ?? '', row.province ?? '']),
  );

/** 岳阳中西医结合医院 stands in Shanghai: a place that both names state and where it does not stand is what it is called. */
const calledAlike = (q: NameParts, c: NameParts, row: RowPlace): boolean =>
  row.province !== null &&
  q.places.some((asked) =>
    alternatives(asked).some(
      (one) =>
        c.places.includes(one) &&
        one !== row.city &&
        (placeNamed(one)?.province ?? row.province) !== row.province,
    ),
  );

/** How a place that agrees is said: in both names, only beside one of them, as another place's, or as the second spelled alike. */
const placeDetail = (q: NameParts, c: NameParts, row: RowPlace): string => {
  if (calledAlike(q, c, row)) return 'called';
  if (secondSpelledAlike(q, row)) return 'second';
  if (borrowedPlace(q, c, row)) return 'borrowed';
  const own = q.places.some((one) => alternatives(one).some((name) => c.places.includes(name)));
  return own ? 'both' : c.places.length === 0 ? 'where' : 'other-word';
};

/** The town or province of a university, by the list of seats or by how its name begins; null where neither says it. */
export const townOfUniversity = (name: string): string | null => {
  const text = presentUniversity(name);
  const found = leadingPlace(text)?.place;
  return universitySeat(text) ?? found?.city ?? found?.province ?? null;
};

/** Places of rows in words: an index has one object for each place. */
const placeWords = onceEach((row: RowPlace): string =>
  joined(
    [...new Set([row.province, row.city])].filter((word) => word !== null),
    ' ',
  ),
);

/** Where a university that is said, but not by the place, has its hospitals: a hint, never more. */
const byUniversitySeat = (q: NameParts, c: NameParts, row: RowPlace): ComparedPart | null => {
  if (q.parentText === '' || c.parentText !== '') return null;
  // 解放军 begins as 解放, a district of 焦作, and sits nowhere.
  const seat = isArmy(q.parentText) ? null : townOfUniversity(q.parentText);
  if (seat === null) return null;
  if (seat !== row.city && seat !== row.province)
    return comparedPart('place.not-said', true, ['–', placeWords(row)]);
  return comparedPart('place.seat', true, [q.parentText, seat]);
};

/** 赣州地区人民医院 may have become 赣州市人民医院, or another hospital of the town may bear that name today. */
const sameEra = (q: NameParts, c: NameParts): boolean => (q.former ?? '') === (c.former ?? '');

/** "Suzhou Kowloon Hospital" on record is of 苏州 or of 宿州 by its words, and of 苏州 by where it stands. */
const placesKnown = (c: NameParts, row: RowPlace): NameParts => {
  if (!c.places.some((one) => one.includes('|'))) return c;
  const places = c.places.flatMap((one) => {
    const all = alternatives(one);
    const there = all.filter((name) => name === row.city || name === row.province);
    return there.length > 0 ? there : all;
  });
  return { ...c, places };
};

/** 南昌江西省第三医院: a city said before its province, whose own hospital is asked for. */
const withoutCityBefore = (q: NameParts, { province, city }: RowPlace): NameParts =>
  q.script === 'han' && q.places.length > 1 && q.places.at(-1) === province && province !== city
    ? { ...q, places: q.places.filter((one) => one !== city) }
    : q;

export const comparePlaces = (asked: NameParts, record: NameParts, row: RowPlace): ComparedPart => {
  const q = withoutCityBefore(asked, row);
  const c = placesKnown(record, row);
  const words = [joined(q.places, ' '), placeWords(row)] as const;
  const seat = q.places.length === 0 ? byUniversitySeat(q, c, row) : null;
  if (seat !== null) return seat;
  if (q.places.length === 0)
    return comparedPart('place.not-said', bareOf(q), words, c.places.length > 0 ? 'stated' : 'none');
  const results = q.places.map((asked) =>
    q.script === 'latin' && namedAfterElsewhere(asked, q, c, row) ? 'none' : fits(asked, row, c.places),
  );
  if (results.includes('none')) {
    const sound = q.places.every((asked) => c.core.includes(latinPlace(alternatives(asked)[0] ?? '')));
    return sound ? comparedPart('place.in-core', true, words) : comparedPart('place.differs', true, words);
  }
  const city = results.includes('city');
  const own =
    c.places.length === 0 ||
    q.places.some((one) => alternatives(one).some((name) => c.places.includes(name)));
  // 福建医科大学附属福州市第一医院 is not 福建医科大学附属第一医院.
  const inside = q.script === 'han' && q.parent.length > 0 && c.places.length === 0;
  // The province's own hospital is asked for; this one says that it is a city's.
  const lower =
    !city &&
    q.core.length === 0 &&
    q.parent.length === 0 &&
    c.places.some((one) => one === row.city && one !== row.province);
  if (lower) return comparedPart('place.province', true, words, 'lower');
  // 人民医院, 市妇幼保健院: a name without any place is not the province's own for standing there.
  const unplaced = q.script === 'latin' && c.places.length === 0 && bareOf(c);
  const narrower = (!own || inside || unplaced) && q.core.length === 0;
  if (!sameEra(q, c)) return comparedPart('place.former', true, words);
  return comparedPart(city ? 'place.equal' : 'place.province', narrower, words, placeDetail(q, c, row));
};
