import { reason } from '../../schema/reason.ts';
import type { Identification } from '../../schema/verdict.ts';
import { withoutMainHouse } from '../names/campus-named.ts';
import type { Reader } from '../store/registry-reader.ts';
import { ANYWHERE, type AskedPlace, placeFit, placeText } from './asked-place.ts';
import { bracketAside } from './beside/bracket-aside.ts';
import { inOtherLanguage } from './beside/other-language.ts';
import { knownPlace } from './beside/read-words.ts';
import { besideAnother, denied, inBothScripts, severalHospitals } from './beside/several-named.ts';
import { wordsBesideName } from './beside/words-beside-name.ts';
import { findByName } from './by-name.ts';
import { fewHeldThere } from './famous/few-held.ts';
import { placeToFront, trailingBracket } from './name-cuts.ts';
import { meantBy, noMatch, saysEqual, unmatched } from './results.ts';
import { type Doubt, firstOf, type Line, type Reading } from './search.ts';

/** A likeness that passed over what stands in the bracket: it may be a part of the hospital, of which nothing is known. */
const asPart: Reading = ({ name, found }) => {
  const words = trailingBracket(name)?.inside;
  if (found.match !== 'strong' || words === undefined) return null;
  const known = found.why.find(({ code }) => code === 'name.similar')?.params.name ?? '–';
  return unmatched('branch-not-on-record', [reason('name.branch', { known, words })], meantBy(found));
};

/** A name that settles on somebody as it stands, but for a likeness that passed over a bracket. */
const asItStands: Reading = ({ name, found }) => {
  const likeness = found.why.some(({ code }) => code === 'name.similar');
  return found.match === 'strong' && (trailingBracket(name) === null || !likeness) ? found : null;
};

/** Whether all who could be meant anywhere are known to stand elsewhere than was said. */
const areElsewhere = async ({ place, reader }: Line, { candidates }: Identification): Promise<boolean> => {
  for (const { id } of candidates)
    if (placeFit(place, knownPlace(await reader.dossier(id))) !== 'differs') return false;
  return true;
};

/** Institutions that bear the very name and stand elsewhere than what was stated: a name on record is never nobody's. */
const elsewhere: Reading = async (line) => {
  const { name, place, reader, find } = line;
  if (line.found.match === 'ambiguous' || (place.province === null && place.city === null)) return null;
  const found = await find(name, ANYWHERE);
  // Who is offered there is nearer than several who are called so elsewhere.
  const offered = line.found.why.some(({ code }) => code === 'name.nearest');
  if (found.match === 'ambiguous' && offered) return null;
  const why = [reason('place.elsewhere', { name, place: placeText(place) })];
  if (found.match === 'ambiguous')
    return (await areElsewhere(line, found)) ? noMatch(why, found.candidates) : null;
  const bears = found.why.some(saysEqual);
  if (found.id === null || !bears) return null;
  const registered = placeText(knownPlace(await reader.dossier(found.id)));
  const differs = reason('place.differs', { asked: placeText(place), registered });
  return noMatch([...why, differs], [{ id: found.id, score: found.score, why: [...found.why, differs] }]);
};

/** 瑞金医院总院: the hospital itself, by the word for its main house. */
const mainHouse: Reading = async ({ name, find }) => {
  const main = withoutMainHouse(name);
  const found = main === null ? null : await find(main.own);
  if (main === null || found === null || found.id === null) return null;
  return { ...found, why: [...found.why, reason('campus.listed', { campus: main.words })] };
};

/** 华西医院 成都: with a place that stands apart put first. 瑞金的医院 asks for any hospital of a town; 北京的协和医院 for one. */
const placeInFront: Reading = async ({ name, found, find }) => {
  const ordered = found.why.some(({ code }) => code === 'name.place-only') ? null : placeToFront(name);
  const other = ordered === null ? null : await find(ordered);
  return other?.match === 'strong' || other?.match === 'ambiguous' ? other : null;
};

/** The ways to read a line that is more than one name, the surest first. */
const otherwise: Reading = firstOf(
  inOtherLanguage,
  besideAnother,
  asItStands,
  bracketAside,
  mainHouse,
  inBothScripts,
  denied,
  severalHospitals,
  asPart,
  placeInFront,
  elsewhere,
);

/** What words beside the name, and places of which few hospitals are held, leave of what was found. */
const DOUBTS: readonly Doubt[] = [wordsBesideName, fewHeldThere];

/** By a name as it was typed: as it stands or as it is read otherwise, and what is said of words beside it that are no part of it. */
export const byTypedName = async (
  name: string,
  place: AskedPlace,
  reader: Reader,
): Promise<Identification> => {
  const find = (own: string, at = place): Promise<Identification> => findByName(own, at, reader);
  let line: Line = { name, place, reader, found: await find(name), find };
  line = { ...line, found: (await otherwise(line)) ?? line.found };
  for (const doubt of DOUBTS) line = { ...line, found: await doubt(line) };
  return line.found;
};
