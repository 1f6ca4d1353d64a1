import { streetWords } from '../../../schema/lexicon/words-beside.ts';
import { reason } from '../../../schema/reason.ts';
import type { Identification, Reason } from '../../../schema/verdict.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { placeNamed } from '../../places/place-names.ts';
import { placesNamed } from '../../places/stated-places.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { ambiguousMatch, noMatch } from '../results.ts';
import type { Doubt } from '../search.ts';
import { isOutsideMainland, isTraditional, regionCalled, unlessOfRegion } from './regions.ts';

/** What is said of each, by its official name. */
const FEW: Readonly<Record<string, string>> = {
  香港特别行政区: 'name.few-held-hong-kong',
  澳门特别行政区: 'name.few-held-macau',
  台湾省: 'name.few-held-taiwan',
};

/** Names of places have so many characters, or words in Latin letters, at most. */
const LONGEST = { han: 5, latin: 3 };
/** More words are no name. */
const MOST_WORDS = 12;
const HOUSE = /^(?:the|hospital|clinic|medical|center|centre|of|in|医院|诊所)$/iu;

type Said = Readonly<{ region: string; rest: string }>;

const regionOf = (words: string): string | null => {
  const [only, ...more] = placesNamed(words);
  if (only === undefined || more.length > 0 || !isOutsideMainland(only)) return null;
  // 九龙 is a county too, 金门 stands in the code list under Fujian.
  const mainland = hasHan(words) ? placeNamed(words) : null;
  return mainland !== null && mainland.province !== only.province ? null : only.province;
};

/** 高雄路, "Hong Kong Road": a street that is called after such a place, wherever it is. */
const STREET = /^(?:[东南西北中一二三四五]{0,2}[路街巷]|大[道街])/u;
const WAYS: ReadonlySet<string> = new Set(streetWords.ways);

/** 香港中文大学（深圳）附属第二医院: words that stand apart in a name and are a place of the mainland. */
const isMainland = (words: string): boolean => {
  const place = placeNamed(words);
  return place !== null && !isOutsideMainland(place);
};

/** 台北仁爱医院, 屯门医院: a place there that a Chinese name begins with, or that stands apart behind it. */
const saidInHan = (name: string): Said | null => {
  const [text = '', ...behind] = simplify(name.trim()).split(/[\s,，、（(）)]+/u);
  if (behind.some(isMainland)) return null;
  for (let length = Math.min(LONGEST.han, text.length - 1); length > 1; length -= 1) {
    const region = regionOf(text.slice(0, length));
    if (region !== null) return STREET.test(text.slice(length)) ? null : { region, rest: text.slice(length) };
  }
  const region = behind.map((words) => (words === '' ? null : regionOf(words))).find((one) => one !== null);
  return region == null ? null : { region, rest: text };
};

/** "Shenzhen Nantou Hospital": a town of the mainland among the words; not where it is a hospital's own word (Zhongshan Hospital, Taipei). */
const saysMainland = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      !/^hospital$/iu.test(words[at + 1] ?? '') &&
      provincesOrCitiesSpelled(word.toLowerCase()).some(
        (place) => !isOutsideMainland({ province: place, city: null }) && isMainland(place),
      ),
  );

/** "Taipei City Hospital Heping", "Kwong Wah Hospital, Kowloon". */
const saidInLatin = (name: string): Said | null => {
  const words = name.split(/[^A-Za-z']+/u).filter((word) => word !== '');
  if (words.length > MOST_WORDS || saysMainland(words)) return null;
  for (let length = LONGEST.latin; length > 0; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const region = regionOf(words.slice(at, at + length).join(' '));
      if (region !== null && !WAYS.has(words[at + length]?.toLowerCase() ?? ''))
        return { region, rest: words.toSpliced(at, length).join(' ') };
    }
  return null;
};

/** Reasons that say no more than that nobody bears the name there. */
const NOBODY =
  /^(?:name\.(?:not-found|nearest|similar-only|several|branch|words-unread|clause-unread)|place\.(?:elsewhere|differs))$/u;

const fewOf = (region: string): Reason | null => {
  const code = FEW[region];
  return code === undefined ? null : reason(code);
};

/** 慈濟醫院, "Mackay Memorial Hospital": of a name by which a hospital there is called, whose place it does not state. Written as there, or like nobody's, nobody elsewhere is offered. */
const ofRegion = (name: string, region: string, found: Identification): Identification => {
  const few = fewOf(region);
  const offers = found.match !== 'none' || found.why.some(({ code }) => code === 'name.nearest');
  if (few === null) return found;
  if (found.match === 'ambiguous') return { ...found, why: [...found.why, few] };
  return offers && !isTraditional(name) ? found : noMatch([reason('name.not-found', { name }), few]);
};

/**
 * What is said of a name of a place in Hong Kong, Macau or Taiwan, or asked for there, that nobody on record bears: that our lists hold few hospitals there, and who knows them. Only
 * who stands there is offered: 台北仁爱医院 is no 上海仁爱医院. Anything else stays as it is.
 */
export const fewHeldThere: Doubt = async (line) => {
  const { name, place, found, reader } = line;
  const beside = place.province !== null && !isOutsideMainland(place);
  const bare = place.province === null && place.city === null;
  if (bare && found.id !== null) return unlessOfRegion(line, fewOf);
  if (found.id !== null || beside || !found.why.every(({ code }) => NOBODY.test(code))) return found;
  const called = bare ? regionCalled(name) : null;
  if (called !== null) return ofRegion(name, called, found);
  const said = hasHan(name) ? saidInHan(name) : saidInLatin(name);
  const region = isOutsideMainland(place) ? place.province : (said?.region ?? null);
  const code = region === null ? undefined : FEW[region];
  // A place and the word for a hospital (Kowloon Hospital): whoever is called so elsewhere is offered too.
  const named = isOutsideMainland(place) || said?.rest.split(' ').some((word) => !HOUSE.test(word)) === true;
  const offers = found.why.some((one) => one.code === 'name.nearest');
  if (code === undefined || (!named && offers)) return found;
  // "Huashan Hospital Hong Kong": it is said of that hospital that nothing shows a part of it there.
  if (found.match === 'branch-not-on-record') return { ...found, why: [...found.why, reason(code)] };
  const there: Identification['candidates'][number][] = [];
  for (const one of found.candidates)
    if ((await reader.dossier(one.id))?.place.province === region) there.push(one);
  return there.length > 1 && found.match === 'ambiguous'
    ? ambiguousMatch(found.why, there)
    : noMatch([reason('name.not-found', { name }), reason(code)], there);
};
