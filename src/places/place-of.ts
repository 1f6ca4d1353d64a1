import type { Region } from '../../schema/base.ts';
import type { Place } from '../../schema/record.ts';
import { late } from '../text/remembered.ts';
import { cities } from './divisions.ts';
import { foldPlace, LONGEST, normaliseCity, normaliseProvince } from './normalise-place.ts';
import { type KnownPlace, mentionsOther, scanPlace } from './scan-address.ts';

/** What a source or a question says of a place, in whatever words. */
type PlaceWords = Readonly<{
  province?: string | undefined;
  city?: string | undefined;
  district?: string | undefined;
  address?: string | undefined;
  name?: string | undefined;
}>;

const provincesOfCity = late((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const { name, province } of cities()) found.set(name, [...(found.get(name) ?? []), province]);
  return found;
});

const districtOf = (text: string, found: KnownPlace): KnownPlace => {
  const words = foldPlace(text.slice(0, LONGEST));
  const read = [words, `${words}区`].map((one) => scanPlace(one, found)).find((one) => one !== null);
  return read?.district === undefined ? found : read;
};

/** The address may list several campuses; only what all of them agree on is the institution's place. */
const addressOf = (address: string, known: KnownPlace): KnownPlace => {
  const parts = foldPlace(address.slice(0, 1000))
    .split(/[;；。\n]/)
    .flatMap((part) => scanPlace(part.replace(/^[^:：]{1,8}[:：]/, ''), known, true) ?? []);
  const agreed = (field: keyof KnownPlace) => {
    const values = new Set(parts.map((part) => part[field]));
    const [value] = values;
    return values.size === 1 && value !== undefined ? { [field]: value } : {};
  };
  return { ...agreed('province'), ...agreed('city'), ...agreed('district'), ...known };
};

/** A name counts only where it opens with a place's full form (深圳市…) and speaks of no other place (北京大学深圳医院). */
const nameOf = (name: string, known: KnownPlace): KnownPlace => {
  const words = foldPlace(name.slice(0, LONGEST));
  const opening = words.match(/^.{2,12}?[省市区县州盟]/)?.[0];
  if (opening === undefined) return known;
  const read = scanPlace(words, known);
  return read === null || mentionsOther(words, read) ? known : { ...read, ...known };
};

const REGIONS: Readonly<Record<string, Region>> = {
  香港特别行政区: 'hong-kong',
  澳门特别行政区: 'macau',
  台湾省: 'taiwan',
};

const stated = (words: PlaceWords): KnownPlace => {
  const { province: provinceWords = '', city: cityWords = '' } = words;
  const fromCity = cityWords === '' ? null : normaliseProvince(cityWords);
  const named = (provinceWords === '' ? null : normaliseProvince(provinceWords)) ?? undefined;
  const city = (cityWords === '' ? null : normaliseCity(cityWords, named)) ?? undefined;
  const around = city === undefined ? [] : (provincesOfCity().get(city) ?? []);
  const special = fromCity !== null && fromCity in REGIONS ? fromCity : undefined;
  const province = named ?? (around.length === 1 ? around[0] : undefined) ?? special;
  const inside =
    city === undefined || city === fromCity
      ? undefined
      : scanPlace(foldPlace(cityWords), { city, ...(province && { province }) });
  return {
    ...(province !== undefined && { province }),
    ...(city !== undefined && { city }),
    ...(inside?.district !== undefined && { district: inside.district }),
  };
};

const deepened = (found: KnownPlace): KnownPlace =>
  found.city === undefined && found.province !== undefined && provincesOfCity().has(found.province)
    ? { ...found, city: found.province }
    : found;

/**
 * Where an institution stands: official Chinese names, read from the words given and, where they are silent, from what is
 * printed at the start of the address or the name. Nothing is guessed: what is not printed or not unique stays open.
 */
export const placeOf = (words: PlaceWords): Place => {
  let found = deepened(stated(words));
  if (words.district !== undefined && words.district !== '') found = districtOf(words.district, found);
  if (words.address !== undefined && words.address !== '') found = addressOf(words.address, found);
  if (found.city === undefined && words.name !== undefined && words.name !== '')
    found = nameOf(words.name, found);
  const place = deepened(found);
  return {
    region: REGIONS[place.province ?? ''] ?? 'mainland',
    ...place,
    ...(words.address !== undefined && words.address !== '' && { address: words.address }),
  };
};
