import { reason } from '../../../schema/reason.ts';
import type { Identification } from '../../../schema/verdict.ts';
import { presentUniversity } from '../../name-keys/universities.ts';
import { parseName } from '../../names/parse/parse-name.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import type { AskedPlace } from '../asked-place.ts';
import { couldMean, noMatch, saysEqual } from '../results.ts';
import type { Reading } from '../search.ts';
import { isPartnerThere, otherNameBehind, secondName } from './other-name-behind.ts';
import { saysNoMore } from './under-university.ts';

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
 * 无锡市人民医院（南京医科大学附属无锡人民医院）, 东莞市人民医院（南方医科大学第十附属医院）: a hospital by a name on record, and behind it one of a university that nobody on record is called.
 * Many hospitals are a university's besides. That no list says so is said. Null where it says another word, work, town or part, and where names on record state another university and no
 * town of its own is said with this one.
 */
const ofUniversityBesides = async (
  { before, inside }: Readonly<{ before: string; inside: string }>,
  found: Identification,
  reader: Reader,
): Promise<Identification | null> => {
  const said = parseName(inside);
  const body = presentUniversity(said.parentText);
  const isBorne = found.id !== null && found.why.some(saysEqual);
  if (!isBorne || !UNIVERSITY.test(body) || inside.endsWith(body)) return null;
  const dossier = await reader.dossier(found.id ?? '');
  const { city = '' } = dossier?.place ?? {};
  const own = parseName(before);
  if (!saysNoMore(said, { ...own, places: [...own.places, city] })) return null;
  const town = shortName(city);
  const ofAnother = (dossier?.names ?? [])
    .map(({ value }) => presentUniversity(parseName(value).parentText))
    .some((one) => UNIVERSITY.test(one) && one !== body);
  const ownTown = town !== '' && inside.slice(said.parentText.length).includes(town);
  return ofAnother && !ownTown
    ? null
    : { ...found, why: [...found.why, reason('name.body-aside', { name: before, body: said.parentText })] };
};
const UNIVERSITY = /(?:大学|学院)$/u;

/** Whether an answer names nobody, and nobody of those that it lists bears the very name. */
const isNobodys = ({ id, candidates }: Identification): boolean =>
  id === null && !candidates.some(({ why }) => why.some(saysEqual));

/** 湖州师范学院附属第一医院（湖州市第一人民医院）: nobody is near the name, and the bracket names somebody, who is offered. */
const nearBracket = (name: string, { id, match, score, why }: Identification): Identification | null =>
  id === null || match !== 'strong' || !why.some(saysEqual)
    ? null
    : noMatch([reason('name.not-found', { name })], [{ id, score, why }]);

/**
 * A bracket that only says the same again, or what a word behind a name says to be another name: another name of the hospital ("PLA General Hospital (301 Hospital)", "formerly Guangci
 * Hospital"), its university, or the city it stands in; under a university that is not its own it is a lookalike. Null where it may name a part of it.
 */
export const bracketAside: Reading = async ({ name, reader, find }) => {
  const apart = otherNameBehind(name);
  if (apart === null) return null;
  const { before, inside } = apart;
  const found = await find(before);
  if (BODY.test(inside)) {
    const under = underBody(found, await find(`${inside}附属${before}`));
    if (under !== null || found.id === null) return under;
  }
  const { id } = found;
  if (id === null)
    return found.match === 'none' && found.candidates.length === 0
      ? nearBracket(name, await find(inside))
      : null;
  const stated = placeOfWords(inside);
  if (stated !== null) {
    const known = (await reader.dossier(id))?.place;
    return known?.province === stated.province && (stated.city === null || known.city === stated.city)
      ? found
      : null;
  }
  const other = await find(inside);
  if (couldMean(other, id)) return found;
  if (!isNobodys(other) && !isPartnerThere(apart)) return null;
  return (await ofUniversityBesides(apart, found, reader)) ?? secondName(apart, [found, other], reader);
};
