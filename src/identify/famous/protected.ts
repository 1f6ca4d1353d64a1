import famous from '../../../schema/codes/famous-names.json' with { type: 'json' };
import type { Reference } from '../../../schema/reference.ts';
import { isGenericZh } from '../../name-keys/generic-words.ts';
import { canonicalZh, withoutParent, withoutPlace } from '../../name-keys/keys.ts';
import { latin } from '../../names/parse/sound.ts';
import { placeNamed } from '../../places/place-names.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import { late, onceEach } from '../../text/remembered.ts';

/**
 * A famous word that unrelated bodies borrow. `en` is how English names write it (canonical words of name-key), `genuine` the full
 * names of those who bear it in their own right, `sound` its syllables.
 */
export type ProtectedWord = Readonly<{
  zh: string;
  sound: readonly string[];
  en: readonly string[];
  genuine: readonly string[];
}>;

/** Character by character, so that a run of characters sounds the same whatever stands beside it. */
const soundOf = (text: string): readonly string[] => [...text].map(latin);

/** A word by itself, ready to be looked for. */
export const famousWord = (
  zh: string,
  genuine: readonly string[],
  en: readonly string[] = [],
): ProtectedWord => ({ zh, sound: soundOf(zh), en, genuine });

const known = late(
  () =>
    new Map(
      famous.words.map(({ zh, holders, en, protected: by }) => [
        zh,
        { word: famousWord(zh, holders, en), by },
      ]),
    ),
);
/** The words of the file: what counts where the protected list was never read. */
const everyKnown = (): readonly ProtectedWord[] => [...known().values()].map(({ word }) => word);
/** Words that reports name as borrowed, beside those of the protected list. */
const reported = (): readonly ProtectedWord[] =>
  [...known().values()].filter(({ by }) => !by).map(({ word }) => word);

/**
 * The protected words of the edition in force in this generation (source cn-samr-protected-words), and those that reports name as
 * borrowed. Where no edition was ever accepted, the seven words of 2020 apply, so that a list that could not be read weakens no
 * warning.
 */
export const protectedWords = onceEach((reference: Reference): readonly ProtectedWord[] => {
  const facts = reference.facts.filter((fact) => fact.kind === 'protected-word' && fact.evidence.current);
  const words = facts.map(({ code }) => known().get(code)?.word ?? famousWord(code, []));
  return words.length === 0
    ? everyKnown()
    : [...words, ...reported().filter(({ zh }) => words.every((one) => one.zh !== zh))];
});

/** 协和, 协和西院: a protected word by itself, or a side of one of its several holders, never settles who is meant, whatever list gives it as an alias. */
export const isFamousWordAlone = (name: string, reader: Reader): boolean => {
  const text = canonicalZh(name);
  const own = text.replace(/[东南西北]院区?$/u, '');
  return protectedWords(reader.reference).some(
    ({ zh, genuine }) => zh === text || (zh === own && genuine.length > 1),
  );
};

export type ProtectedUse = Readonly<{ word: ProtectedWord; written: string }>;

/** Universities and schools that carry a protected word in their own right; what is theirs is not an imitation. */
const SCHOOLS_EN =
  /tongji (?:university|medical (?:college|university|school))|(?:peking|beijing) union medical college|west china (?:school|college|university)[a-z ]*|xiangya (?:school|medical)[a-z ]*|qilu (?:medical|university)[a-z ]*|united family/gu;
const SCHOOLS_ZH =
  /同济大学|同济医学院|同济医科大学|协和医科大学|协和医学院|华西医科大学|湘雅医学院|齐鲁医学院|齐鲁医药学院/gu;

/** Longer words that hold a famous one and mean something else: mountains, a pharmacy. */
const OTHER_WORDS = new RegExp(famous.words.flatMap(({ notWithin }) => notWithin).join('|'), 'gu');
/** Behind a famous word: then it names a place or a road, whose community centre or spa this is (瑞金二路街道, 南华西街). */
const PLACE_NEXT = /^[一二三四五六七八九十东南西北中]?(?:[镇乡村街路里巷]|社区|山庄)/u;

/** A name in small letters, with “West China” as the one word that lists of famous words have. */
export const asOneWord = (name: string): string =>
  name.toLowerCase().replace(/\bwest china\b/gu, 'westchina');

const inEnglish = (name: string, all: readonly ProtectedWord[]): ProtectedUse | null => {
  const text = asOneWord(
    name
      .toLowerCase()
      .replace(SCHOOLS_EN, ' ')
      .replace(/\b(?:xiehe|hsieh ho|xie he)\b/gu, 'union'),
  );
  const words = new Set(text.split(/[^a-z]+/u));
  for (const word of all) for (const written of word.en) if (words.has(written)) return { word, written };
  return null;
};

/**
 * What sounds like the word and is written otherwise (谐和 for 协和). It must begin the name behind its places, or have only general
 * words behind it: 花溪 is a district before it is 华西, and 常熟广仁 is not 曙光.
 */
const homophone = (own: string, sounds: readonly string[], word: ProtectedWord): string | null => {
  const { length } = word.zh;
  for (let at = 0; at + length <= own.length; at += 1) {
    if (word.sound.some((sound, next) => sounds[at + next] !== sound)) continue;
    const written = own.slice(at, at + length);
    if (written === word.zh || placeNamed(written) !== null) continue;
    if (at === 0 || isGenericZh(own.slice(at + length))) return written;
  }
  return null;
};

/** The first of these words that a Chinese name uses in its own part, itself or by its sound; null when it uses none. */
export const wordIn = (name: string, all: readonly ProtectedWord[]): ProtectedUse | null => {
  const text = withoutParent(canonicalZh(name)).replace(SCHOOLS_ZH, '').replace(OTHER_WORDS, '');
  const written = all.find(({ zh }) => {
    const at = text.indexOf(zh);
    return at >= 0 && !PLACE_NEXT.test(text.slice(at + zh.length));
  });
  if (written !== undefined) return { word: written, written: written.zh };
  const own = withoutPlace(text);
  const sounds = soundOf(own);
  for (const word of all) {
    const alike = homophone(own, sounds, word);
    if (alike !== null) return { word, written: alike };
  }
  return null;
};

/** The protected word a name uses, itself or in an imitation; null when it uses none. The parent's name does not count. */
export const protectedIn = (
  name: string,
  all: readonly ProtectedWord[] = everyKnown(),
): ProtectedUse | null => (hasHan(name) ? wordIn(name, all) : inEnglish(name, all));
