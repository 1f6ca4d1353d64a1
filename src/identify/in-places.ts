import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import { withoutMainHouse } from '../names/campus-named.ts';
import { wordKey } from '../names/index/blocking-keys.ts';
import { withoutPersonsAndStreets } from '../names/parse/unread-clauses.ts';
import { withBlanks, withCommas } from '../names/parse/with-signs.ts';
import { saidAbroad } from '../places/abroad.ts';
import type { StatedPlaces } from '../places/stated-places.ts';
import type { Reader } from '../store/registry-reader.ts';
import { ANYWHERE, type AskedPlace } from './asked-place.ts';
import { againstClauses } from './beside/against-clause.ts';
import { unlessBeside } from './beside/named-beside.ts';
import { inOtherLetters } from './beside/other-language.ts';
import { areRead, recordSpeaksOf } from './beside/read-words.ts';
import { isNotThis } from './famous/against.ts';
import { nameFinderFor } from './kept-index/name-finders.ts';
import { byOwnName } from './model/own-name.ts';
import { meantBy, noMatch, severalBear } from './results.ts';
import { byTypedName } from './typed-name.ts';

/** Only in another place does somebody bear the name. */
const isElsewhere = (why: readonly Reason[]): boolean => why.some(({ code }) => code === 'place.elsewhere');

/** The one answer of those for several places: whoever is settled on in one, where nobody may be meant in another; else all to choose from. */
const oneOf = (name: string, answers: readonly Identification[]): Identification | null => {
  const found = new Map(answers.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  const [only, ...more] = found.values();
  const others = answers
    .filter(({ id, why }) => id === null && !isElsewhere(why))
    .flatMap((one) => one.candidates);
  if (only !== undefined && more.length === 0) {
    const rivals = others.filter(({ id }) => id !== only.id);
    if (rivals.length === 0) return only;
    const all = [{ id: only.id ?? '', score: only.score, why: only.why }, ...rivals];
    return severalBear(name, all);
  }
  if (only !== undefined) {
    const candidates = [...found].map(([id, { score, why }]) => ({ id, score, why }));
    return severalBear(name, candidates);
  }
  const several = answers.filter(({ match }) => match === 'ambiguous').flatMap((one) => one.candidates);
  const candidates = [...new Map(several.map((one) => [one.id, one])).values()];
  return candidates.length < 2 ? null : severalBear(name, candidates);
};

/** Whoever bears a name in a place: as a list prints it for one alone, else as it was typed. */
const inPlace = async (name: string, place: AskedPlace, reader: Reader): Promise<Identification> => {
  const own = await byOwnName(name, place, reader);
  if (own !== null) return own;
  const find = (one: string): Promise<Identification> => byTypedName(one, place, reader);
  return unlessBeside({ name, place, reader, found: await find(name), find });
};

/** Whoever is settled on becomes a suggestion, and so do those who could be chosen from. */
const unsettled = (found: Identification, why: Reason): Identification => {
  return found.id !== null || found.match === 'ambiguous'
    ? noMatch([why], meantBy(found))
    : { ...found, why: [...found.why, why] };
};

/** Whether the record of whoever is meant, or of one who could be, speaks of these words. */
const anySpeaksOf = async (
  { id, match, candidates }: Identification,
  words: string,
  reader: Reader,
): Promise<boolean> => {
  const ids = id !== null ? [id] : match === 'ambiguous' ? candidates.map((one) => one.id) : [];
  for (const one of ids) {
    const dossier = await reader.dossier(one);
    if (dossier !== undefined && recordSpeaksOf(dossier, words)) return true;
  }
  return false;
};

/** Whether what a clause says is a body that was set aside, and is told to be (`beside/under-university.ts`). */
const isToldAside = ({ params }: Reason, why: readonly Reason[]): boolean =>
  why.some(
    ({ code, params: { body } }) =>
      code === 'name.body-aside' && typeof body === 'string' && body.split(', ').includes(`${params.words}`),
  );

/**
 * Nobody is settled on by a name with a clause that says something else ("Ruijin Hospital, Sydney"), or with a country or town abroad anywhere in it of
 * which the record does not speak. `places`: what is stated beside it.
 */
export const unlessClause = async (
  name: string,
  found: Identification,
  reader: Reader,
  places: readonly AskedPlace[] = [],
): Promise<Identification> => {
  const { id, score, why } = found;
  const dossier = id === null ? undefined : await reader.dossier(id);
  if (id === null || dossier === undefined) return found;
  const own = withoutMainHouse(name)?.own ?? name;
  const lines = [own, withCommas(own)].filter((one) => one !== null);
  const against =
    lines
      .map((one) => againstClauses(one, dossier, places))
      .find((one) => one !== null && !isToldAside(one, why)) ?? null;
  const said = saidAbroad(withoutPersonsAndStreets(name));
  const abroad = said === null || areRead(said, dossier) ? null : said;
  if (abroad === null) return against === null ? found : unsettled(found, against);
  const speaks = against ?? reason('place.not-understood', { asked: abroad });
  return isNotThis(name, { id, candidates: [{ id, score, why }] }, speaks, reader);
};

/** Nobody is settled on beside words that are no place, unless the record speaks of them, or beside a city that is not in the province said. */
export const unlessPlaces = async (
  found: Identification,
  { unread, apart, mistyped }: StatedPlaces,
  reader: Reader,
): Promise<Identification> => {
  if (apart !== null) return unsettled(found, reason('place.apart', apart));
  if (unread !== null) {
    if (await anySpeaksOf(found, unread, reader)) return found;
    const said = unsettled(found, reason('place.not-understood', { asked: unread }));
    return inOtherLetters(unread)
      ? { ...said, why: [...said.why, reason('place.other-letters', { asked: unread })] }
      : said;
  }
  return mistyped === null ? found : { ...found, why: [...found.why, reason('place.mistyped', mistyped)] };
};

const asTyped = async (name: string, stated: StatedPlaces, reader: Reader): Promise<Identification> => {
  const answers: Identification[] = [];
  for (const place of stated.places.length === 0 ? [ANYWHERE] : stated.places)
    answers.push(await inPlace(name, place, reader));
  const [first = noMatch([]), ...others] = answers;
  const found = others.length === 0 ? first : (oneOf(name, answers) ?? first);
  return unlessPlaces(await unlessClause(name, found, reader, stated.places), stated, reader);
};

/** What comes of a line whose bodies and places, written behind the house without commas, are read as words of its name. */
const UNSETTLED: ReadonlySet<string> = new Set(['none', 'branch-not-on-record']);

/**
 * Who bears a name in the places that are stated beside it. Where a word is the name of several places, each is asked for. Where what
 * is stated is no place, or a city outside the province beside it, nobody is settled on: a hospital in Paris is not the one in
 * Shanghai, whatever it is called; unless names or addresses on record speak of those very words. A line without commas, by which nobody is
 * settled on, is read once more with them.
 */
export const byNameAndPlaces = async (
  name: string,
  stated: StatedPlaces,
  reader: Reader,
): Promise<Identification> => {
  const found = await asTyped(name, stated, reader);
  if (!UNSETTLED.has(found.match)) return found;
  const { index } = await nameFinderFor(reader);
  const blanks = withBlanks(name, (word) => index.keyPosition(wordKey(word)) >= 0);
  if (blanks !== null) return asTyped(withCommas(blanks) ?? blanks, stated, reader);
  const parted = withCommas(name);
  const other = parted === null ? null : await asTyped(parted, stated, reader);
  return other !== null && other.id !== null ? other : found;
};
