import { reason } from '../../schema/reason.ts';
import type { Identification, Reason } from '../../schema/verdict.ts';
import type { StatedPlaces } from '../places/stated-places.ts';
import type { Reader } from '../store/registry-reader.ts';
import { foldText, hasHan, simplify } from '../text/han.ts';
import { syllables } from '../text/pinyin.ts';
import type { AskedPlace } from './asked-place.ts';
import { ambiguousMatch, noMatch } from './results.ts';
import { byTypedName } from './typed-name.ts';

const ANYWHERE: AskedPlace = { province: null, city: null };

/** The one answer of those for several places: whoever is settled on in one place alone; with two of them, both to choose from. */
const oneOf = (name: string, answers: readonly Identification[]): Identification | null => {
  const found = new Map(answers.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  const [only, ...more] = found.values();
  if (only !== undefined && more.length === 0) return only;
  if (only !== undefined) {
    const candidates = [...found].map(([id, { score, why }]) => ({ id, score, why }));
    return ambiguousMatch([reason('name.several', { name, count: found.size })], candidates);
  }
  const several = answers.filter(({ match }) => match === 'ambiguous').flatMap((one) => one.candidates);
  const candidates = [...new Map(several.map((one) => [one.id, one])).values()];
  return candidates.length < 2
    ? null
    : ambiguousMatch([reason('name.several', { name, count: candidates.length })], candidates);
};

const byNameIn = async (name: string, places: readonly AskedPlace[], reader: Reader) => {
  const answers: Identification[] = [];
  for (const place of places) answers.push(await byTypedName(name, place, reader));
  return answers;
};

const inAnyOf = async (
  name: string,
  { places, further }: StatedPlaces,
  reader: Reader,
): Promise<Identification> => {
  const [first, ...others] = await byNameIn(name, places.length === 0 ? [ANYWHERE] : places, reader);
  const here = first === undefined ? null : others.length === 0 ? first : oneOf(name, [first, ...others]);
  if (here !== null && here.match !== 'none') return here;
  const beyond = oneOf(name, await byNameIn(name, further, reader));
  return beyond ?? here ?? first ?? noMatch([]);
};

/** Letters of the least word that is looked for in Latin spelling: shorter ones stand in every address. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 2;

/** Whether names or addresses on record speak of these words: 博鳌 or Boao of 海南省琼海市博鳌镇. */
const recordSpeaksOf = async (id: string, words: string, reader: Reader): Promise<boolean> => {
  const dossier = await reader.dossier(id);
  if (dossier === undefined) return false;
  const texts = [
    ...dossier.names.map(({ value }) => value),
    ...dossier.addresses.map(({ address }) => address),
    dossier.place.district ?? '',
  ].map((text) => simplify(foldText(text)));
  if (hasHan(words)) {
    const asked = simplify(foldText(words));
    return asked.length >= LEAST_HAN && texts.some((text) => text.includes(asked));
  }
  const asked = words.toLowerCase().replace(/[^a-z]/g, '');
  return asked.length >= LEAST_LETTERS && texts.some((text) => syllables(text).join('').includes(asked));
};

/** Whoever is settled on becomes a suggestion; candidates to choose from stay. */
const unsettled = (found: Identification, why: Reason): Identification =>
  found.id === null
    ? { ...found, why: [...found.why, why] }
    : noMatch([why], [{ id: found.id, score: found.score, why: found.why }]);

/**
 * Who bears a name in the places that are stated beside it. Where a word is the name of several places, each is asked for. Where what
 * is stated is no place, or a city outside the province beside it, nobody is settled on: a hospital in Paris is not the one in
 * Shanghai, whatever it is called; unless names or addresses on record speak of those very words.
 */
export const byNameAndPlaces = async (
  name: string,
  stated: StatedPlaces,
  reader: Reader,
): Promise<Identification> => {
  const found = await inAnyOf(name, stated, reader);
  const { unread, apart, mistyped } = stated;
  if (apart !== null) return unsettled(found, reason('place.apart', apart));
  if (unread !== null) {
    if (found.id !== null && (await recordSpeaksOf(found.id, unread, reader))) return found;
    return unsettled(found, reason('place.not-understood', { asked: unread }));
  }
  return mistyped === null ? found : { ...found, why: [...found.why, reason('place.mistyped', mistyped)] };
};
