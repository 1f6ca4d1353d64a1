import { englishStopWords, placeLikeNames } from '../../../schema/lexicon/generic-words.ts';
import { formerPlaces } from '../../../schema/lexicon/places.ts';
import { ordinalOf } from '../../name-keys/generic-words.ts';
import { cities } from '../../places/divisions.ts';
import { placesSpelled, provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { type NamedPlace, placeNamed } from '../../places/place-names.ts';
import { shortName } from '../../places/short-name.ts';
import { late } from '../../text/remembered.ts';
import { englishToken, type NameToken } from './name-lexicon.ts';
import type { Tokens } from './parts.ts';
import { isSyllable, latin } from './sound.ts';

const STOP: ReadonlySet<string> = new Set([...englishStopWords.always, ...englishStopWords.inNames]);
const LEVELS: Readonly<Record<string, string>> = {
  district: 'q',
  county: 'x',
  banner: 'x',
  town: '',
  township: '',
};
/** Cities whose name is more often a hospital's. */
export const KEPT: ReadonlySet<string> = new Set(placeLikeNames.latin);
type Former = NamedPlace & { now?: string | undefined };

/** Former places by the sound of their old name, unless a district of today has that sound. */
const formerPlaceSounds = (): ReadonlyMap<string, Former> => {
  const present = new Set(
    cities().flatMap((city) => [...city.districts].map((one) => latin(shortName(one)))),
  );
  return new Map(
    formerPlaces().flatMap(({ was }) => {
      const place = placeNamed(was);
      const sound = latin(shortName(was));
      return place === null || was.endsWith('地区') || present.has(sound) ? [] : [[sound, place] as const];
    }),
  );
};

/** Present places by the sound of what they were called: Xiangfan is 襄阳市, Pixian 郫都区. Read on the first question. */
const formerSounds = late(formerPlaceSounds);
const formerBySound = (word: string): Former | undefined => formerSounds().get(word);

/** Whether a word is what a province or prefecture was called before: Xiangfan, today 襄阳市. */
export const isFormerPlace = (word: string): boolean =>
  provincesOrCitiesSpelled(word).length === 0 && (formerBySound(word)?.level ?? 3) < 3;

/** Official names of the provinces and prefectures a word stands for, today's and lost ones; "Linxiazhou" is Linxia. */
const placesOf = (word: string): readonly string[] => {
  // 昌江 and the other counties that no prefecture stands over are called like any county.
  const found = provincesOrCitiesSpelled(word).filter((name) => !name.endsWith('县'));
  if (found.length > 0) return found;
  const former = formerBySound(word);
  if (former !== undefined && former.level < 3) return [former.city ?? former.province];
  return word.endsWith('zhou') && word.length > 8
    ? placesSpelled(word.slice(0, -4), 'city').filter((name) => name.endsWith('州'))
    : [];
};

/** "Pixian County" is 郫都区 today: a former name gives the district it became, whatever its level was. */
const districtOf = (word: string, level: string): NameToken => {
  const now = formerBySound(word)?.now;
  const short = level === 'x' && isSyllable(word) ? `${word}xian` : word;
  const sound = now === undefined ? short : latin(shortName(now));
  return { key: `${sound}:${now === undefined ? level : 'o'}`, role: 'district' };
};

/** A province and its city: "Jilin" alone is the province first. */
const jilin = (next: string | undefined): readonly string[] =>
  next === 'provincial' ? ['吉林省'] : next === 'municipal' ? ['吉林市'] : ['吉林省', '吉林市'];

/** 901 of "901st Hospital", 3201 of "3201 Hospital"; null for other words. */
const codeOf = (word: string, next: string | undefined): number | null =>
  /^\d{3}(?:st|nd|rd|th)?$/u.test(word) || (/^\d{4}$/u.test(word) && next === 'hospital')
    ? Number.parseInt(word, 10)
    : null;

const tokenOfWord = (word: string, next: string | undefined): NameToken | null => {
  if (STOP.has(word) || word in LEVELS) return null;
  const ordinal = ordinalOf(word) ?? codeOf(word, next);
  if (ordinal !== null) return { key: String(ordinal), role: 'ordinal' };
  if (next !== undefined && next in LEVELS) return districtOf(word, LEVELS[next] ?? '');
  const known = englishToken(word);
  if (known) return known;
  const places = KEPT.has(word) ? [] : word === 'jilin' ? jilin(next) : placesOf(word);
  return places.length > 0 ? { key: places.join('|'), role: 'place' } : { key: word, role: 'core' };
};

/** "Beijing Tongren Hospital": a second place right before the house is its name (同仁 sounds like 铜仁). */
const secondPlaceAsCore = (tokens: Tokens): Tokens => {
  const body = tokens.findIndex((one) => one.role === 'body');
  const house = body < 0 ? tokens.length : body;
  const last = tokens[house - 1];
  const before = tokens.slice(0, Math.max(0, house - 1)).some((one) => one.role === 'place');
  if (house < 2 || last?.role !== 'place' || !before) return tokens;
  const sound = latin(shortName(last.key.split('|')[0] ?? ''));
  return tokens.map((one, at) => (at === house - 1 ? { key: sound, role: 'core' } : one));
};

/** "Xiao gan" is Xiaogan: two unknown words that make a place together. */
const joinSplitPinyin = (words: readonly string[]): string[] => {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next = ''] = [words[at], words[at + 1]];
    const plain = (one: string) =>
      one.length > 1 && one.length < 7 && !STOP.has(one) && !englishToken(one) && ordinalOf(one) === null;
    const pair =
      plain(word) &&
      plain(next) &&
      provincesOrCitiesSpelled(word).length === 0 &&
      provincesOrCitiesSpelled(word + next).length > 0;
    // "Chang An Hospital": no article stands behind a syllable.
    const syllable = next === 'an' && plain(word) && isSyllable(word);
    out.push(pair || syllable ? word + next : word);
    if (pair || syllable) at += 1;
  }
  return out;
};

/** The tokens of a text whose phrases were joined (`joinPhrases`), word by word. */
export const englishTokens = (text: string): Tokens => {
  const words = joinSplitPinyin(text.split(' ').filter((word) => word !== ''));
  return secondPlaceAsCore(words.flatMap((word, at) => tokenOfWord(word, words[at + 1]) ?? []));
};
