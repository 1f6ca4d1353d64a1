import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { withoutMainHouse } from '../names/campus-named.ts';
import { provincesOrCitiesSpelled } from '../places/english-names.ts';
import { placeNamed } from '../places/place-names.ts';
import type { Reader } from '../store/registry-reader.ts';
import { hasHan } from '../text/han.ts';
import { type AskedPlace, placeFit, placeText } from './asked-place.ts';
import { inBothScripts } from './beside/both-scripts.ts';
import { denied } from './beside/denied.ts';
import { inOtherLanguage } from './beside/other-language.ts';
import { knownPlace } from './beside/read-words.ts';
import { besideAnother, severalHospitals } from './beside/two-hospitals.ts';
import { wordsBesideName } from './beside/words-beside-name.ts';
import { findByName } from './by-name.ts';
import { fewHeldThere } from './famous/few-held.ts';
import { isFamousWordAlone } from './famous/protected.ts';
import { trailingBracket } from './name-cuts.ts';
import { placeToFront } from './place-to-front.ts';
import {
  ambiguousMatch,
  CHOSEN,
  couldMean,
  MAX_CANDIDATES,
  meantBy,
  noMatch,
  saysEqual,
  severalBear,
  strongMatch,
  unmatched,
} from './results.ts';

type Bracketed = NonNullable<ReturnType<typeof trailingBracket>>;

/** A part of the name is another's. */
const DIFFERS = /\.differs$/;

const ANYWHERE: AskedPlace = { province: null, city: null };

/** The place that words name and nothing else; null for other words. */
const placeOfWords = (words: string): AskedPlace | null => {
  const [only, ...more] = hasHan(words) ? [words] : provincesOrCitiesSpelled(words);
  const place = only === undefined || more.length > 0 ? null : placeNamed(only);
  return place === null || place.level > 2 ? null : { province: place.province, city: place.city };
};

/** 华西医院（四川大学）: the body that the hospital belongs to. */
const BODY = /(?:大学|学院|医学部|科学院|研究院)$/u;

/** Whoever bears a name with its body before it (中山医院（复旦大学）), where the bare name may mean the same; a lookalike stays one (瑞金医院（复旦大学）). */
const underBody = (bare: Identification, full: Identification): Identification | null => {
  if (full.match === 'lookalike') return full;
  const isGeneral = bare.why.some(({ code }) => code === 'name.generic-only');
  return full.id !== null && (isGeneral || couldMean(bare, full.id)) ? full : null;
};

/**
 * A bracket that only says the same again: another name of the hospital ("PLA General Hospital (301 Hospital)"), its university, or the city it
 * stands in; under a university that is not its own it is a lookalike. Null where it may name a part of it.
 */
const bracketAside = async (
  { before, inside }: Bracketed,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification | null> => {
  const found = await findByName(before, place, reader);
  if (BODY.test(inside)) return underBody(found, await findByName(`${inside}附属${before}`, place, reader));
  const { id } = found;
  if (id === null) return null;
  const stated = placeOfWords(inside);
  if (stated !== null) {
    const known = (await reader.dossier(id))?.place;
    return known?.province === stated.province && (stated.city === null || known.city === stated.city)
      ? found
      : null;
  }
  return couldMean(await findByName(inside, place, reader), id) ? found : null;
};

/** A likeness that passed over what stands in the bracket: it may be a part of the hospital, of which nothing is known. */
const asPart = (found: Identification, { inside: words }: Bracketed): Identification => {
  const known = found.why.find(({ code }) => code === 'name.similar')?.params.name ?? '–';
  return unmatched('branch-not-on-record', [reason('name.branch', { known, words })], meantBy(found));
};

/** Who of several that could be meant anywhere stands in the place that was said, and so is meant, or may be; `nobody`: all are known to stand elsewhere. Null where it cannot be told. */
const amongThose = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  { candidates }: Identification,
): Promise<Identification | 'nobody' | null> => {
  const placed = await Promise.all(
    candidates.map(async (one) => ({
      one,
      fit: placeFit(place, knownPlace(await reader.dossier(one.id))),
    })),
  );
  const there = placed.flatMap(({ one, fit }) => (fit === 'agrees' ? [one] : []));
  const [only, ...more] = there;
  if (only === undefined) return placed.every(({ fit }) => fit === 'differs') ? 'nobody' : null;
  // A list that was cut may have left out another one there.
  if (candidates.length >= MAX_CANDIDATES || placed.some(({ fit }) => fit === 'unknown')) return null;
  if (isFamousWordAlone(name, reader))
    return ambiguousMatch([reason('name.famous-word', { word: name })], there);
  if (only.why.some(({ code }) => DIFFERS.test(code))) return null;
  return more.length === 0 ? strongMatch(only.id, CHOSEN, only.why) : severalBear(name, there);
};

/** Institutions that bear the very name and stand elsewhere than what was stated: a name on record is never nobody's. */
const elsewhere = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
  there: Identification,
): Promise<Identification | null> => {
  const found = await findByName(name, ANYWHERE, reader);
  // Who is offered there is nearer than several who are called so elsewhere.
  const offered = there.why.some(({ code }) => code === 'name.nearest');
  if (found.match === 'ambiguous' && offered) return null;
  const why = [reason('place.elsewhere', { name, place: placeText(place) })];
  if (found.match === 'ambiguous') {
    const among = await amongThose(name, place, reader, found);
    return among === 'nobody' ? noMatch(why, found.candidates) : among;
  }
  const bears = found.why.some(saysEqual);
  if (found.id === null || !bears) return null;
  const registered = placeText(knownPlace(await reader.dossier(found.id)));
  const differs = reason('place.differs', { asked: placeText(place), registered });
  return noMatch([...why, differs], [{ id: found.id, score: found.score, why: [...found.why, differs] }]);
};

/** 瑞金医院总院: the hospital itself, by the word for its main house. */
const asMainHouse = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification | null> => {
  const main = withoutMainHouse(name);
  const found = main === null ? null : await findByName(main.own, place, reader);
  if (main === null || found === null || found.id === null) return null;
  return { ...found, why: [...found.why, reason('campus.listed', { campus: main.words })] };
};

/**
 * By a name as it was typed; and what is said of words beside a hospital's name that are no part of it.
 */
export const byTypedName = async (name: string, place: AskedPlace, reader: Reader): Promise<Identification> =>
  fewHeldThere(
    name,
    place,
    await wordsBesideName(name, await asTyped(name, place, reader), (own) => findByName(own, place, reader)),
    reader,
  );

/**
 * Where nobody is settled on, it is read once more with a place that stands apart from it put first, and
 * without a bracket that only says the same again; and whoever bears it in another place is named.
 */
const asTyped = async (name: string, place: AskedPlace, reader: Reader): Promise<Identification> => {
  const find = (own: string): Promise<Identification> => findByName(own, place, reader);
  const found = await find(name);
  const otherwise = await inOtherLanguage(name, found, find);
  if (otherwise !== null) return otherwise;
  const beside = await besideAnother(name, found, find);
  if (beside !== null) return beside;
  const apart = trailingBracket(name);
  const likeness = found.why.some(({ code }) => code === 'name.similar');
  if (found.match === 'strong' && (apart === null || !likeness)) return found;
  const aside = apart === null ? null : await bracketAside(apart, place, reader);
  if (aside !== null) return aside;
  const main = await asMainHouse(name, place, reader);
  if (main !== null) return main;
  const both = await inBothScripts(name, find);
  if (both !== null) return both;
  const several = (await denied(name, find, reader)) ?? (await severalHospitals(name, find));
  if (several !== null) return several;
  if (found.match === 'strong' && apart !== null) return asPart(found, apart);
  // 瑞金的医院 asks for any hospital of a town; 北京的协和医院 for one.
  const ordered = found.why.some(({ code }) => code === 'name.place-only') ? null : placeToFront(name);
  const other = ordered === null ? null : await findByName(ordered, place, reader);
  if (other?.match === 'strong' || other?.match === 'ambiguous') return other;
  const stated = place.province !== null || place.city !== null;
  return found.match !== 'ambiguous' && stated
    ? ((await elsewhere(name, place, reader, found)) ?? found)
    : found;
};
