import type { Language } from '../../../schema/base.ts';
import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { saidAbroad } from '../../places/abroad.ts';
import { chineseAbroadAt } from '../../places/countries.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { piecesIn } from './words-of-sentence.ts';

/** The hospital may be one of the place that somebody is in: 我在成都，附近的瑞金医院. */
const HERE =
  /这里|这儿|这边|那里|那儿|那边|当地|本地|附近|旁边|周边|\b(?:here|there|local|locally|near|nearby)\b/iu;

/** Most divisions, or words of a place in Latin letters, that are read. */
const MOST = 4;

/** What is told of whoever asks, in one language: words before and behind a place, with who is there as their first group, and an age. */
type Patterns = Readonly<{
  first: RegExp;
  living: RegExp;
  livingOf: RegExp;
  behind: RegExp;
  home: RegExp;
  goesOn: RegExp;
  age: RegExp;
}>;

const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const SIGN = '[^\\p{L}\\p{N}\\s]';
/** 我爸在亳州人民医院: the place is that of a name, and whoever asks is not said to be there. */
const OF_NAME = '人民';

const patterns = late((): Readonly<Record<Language, Patterns>> => {
  const { zh, en } = sentenceWords();
  const wordsOf = ({ words, people, leading, told }: typeof zh | typeof en): string =>
    oneOf([...words, ...people, ...leading, ...told]);
  const [before, still] = [`${oneOf(zh.beforeLiving)}{0,2}`, `(?:${oneOf(en.beforeLiving)} ){0,2}`];
  return {
    zh: {
      first: new RegExp(oneOf(zh.first), 'gu'),
      living: new RegExp(`(${oneOf(zh.people)}{0,3})${before}${oneOf(zh.living)}`, 'gu'),
      livingOf: new RegExp(`(${oneOf(zh.people)}{1,3})${before}${oneOf(zh.livingOf)}`, 'gu'),
      behind: new RegExp(`^(?!${OF_NAME})(?:[人的]?(?:\\s|${SIGN}|$)|${oneOf(zh.behindHome)})`, 'u'),
      home: new RegExp(`^${oneOf(zh.behindHome)}`, 'u'),
      goesOn: new RegExp(`^(?:$|${wordsOf(zh)})`, 'u'),
      age: new RegExp(
        `(?<=${oneOf([...zh.people, ...zh.ages])})(?:\\d{1,2}多?了?(?=\\s|${SIGN}|$)|[(（]\\d{1,2}岁?[)）])`,
        'gu',
      ),
    },
    en: {
      first: new RegExp(`(?<!\\p{L})${oneOf(en.first)}(?!\\p{L})`, 'giu'),
      living: new RegExp(`(?<!\\p{L})(?:(${oneOf(en.people)}) ${still})?${oneOf(en.living)} `, 'giu'),
      livingOf: new RegExp(`(?<!\\p{L})(${oneOf(en.people)}) ${still}${oneOf(en.livingOf)} `, 'giu'),
      behind: new RegExp(`^(?:${SIGN}|$| ${oneOf(en.behindHome)}(?!\\p{L}))`, 'iu'),
      home: new RegExp(`^ ${oneOf(en.behindHome)}(?!\\p{L})`, 'iu'),
      goesOn: new RegExp(`^(?:$|${wordsOf(en)}(?!\\p{L}))`, 'iu'),
      age: new RegExp(
        `(?<=(?<!\\p{L})${oneOf(en.ages)} )\\d{1,2}(?=[,;!?]|\\.(?!\\d)| ${oneOf(en.behindHome)}(?!\\p{L})|$)|(?<=(?<!\\p{L})${oneOf(en.people)} ?)\\(\\d{1,2}(?: ?(?:y|yo|yrs?|years?)(?: old)?)?\\)`,
        'giu',
      ),
    },
  };
});

const isPlace = (words: string): boolean => {
  if (saidAbroad(words) === words) return true;
  if (words.length < (hasHan(words) ? 2 : LEAST_LETTERS)) return false;
  const { places, unread, mistyped } = statedPlaces({ city: words });
  return places.length > 0 && unread === null && mistyped === null;
};
/** CAN and SHE are initials of towns as well. */
const LEAST_LETTERS = 4;
/** Most characters of a division of China. */
const LONGEST_HAN = 8;

/** Where the divisions of China and the places abroad end that a Chinese text has at this place. */
const endInHan = (text: string, at: number): number => {
  let end = at;
  for (let count = 0; count < MOST; count += 1) {
    const length = Math.max(
      leadingPlace(text.slice(end))?.length ?? 0,
      chineseAbroadAt(text, end)[0]?.length ?? 0,
    );
    const from = end;
    const [run = ''] = /^\p{Script=Han}+/u.exec(text.slice(from, from + LONGEST_HAN)) ?? [];
    const lengths = Array.from(run, (_, less) => run.length - less);
    end += length || (lengths.find((one) => isPlace(run.slice(0, one))) ?? 0);
  }
  return end;
};

const WORD = /[\p{L}.'’-]+/gu;
/** Most characters that are read from a place on. */
const LONGEST = 60;

/** Where the place ends that a text in Latin letters has at this place, with the country behind its comma. */
const endInLatin = (text: string, at: number): number => {
  const [run = ''] = /^[^,;:!?()]*/u.exec(text.slice(at, at + LONGEST)) ?? [];
  const ends = [...run.matchAll(WORD)]
    .slice(0, MOST)
    .map(({ 0: word, index }) => at + index + word.replace(/\.$/u, '').length);
  const end = ends.findLast((one) => isPlace(text.slice(at, one))) ?? at;
  const [comma = ''] = /^, ?(?=\p{Lu})/u.exec(text.slice(end)) ?? [];
  return end === at || comma === '' ? end : Math.max(end, endInLatin(text, end + comma.length));
};

/** 打工, 读大学: what somebody does in a place, up to the next sign; no house is in it. */
const DONE_THERE = /^(?!人民)(?:(?![院所诊])\p{Script=Han}){1,4}(?=[,，;；。!！])/u;

/** Whether part of a sentence names something: a hospital may be it. */
const names = (text: string): boolean => piecesIn(text).some(({ made }) => made === 'unread');

/** Where somebody is, in a sentence: `who` begins at `start` and is no word at all in “from Dubai”; behind the place stands `rest`. */
type Said = Readonly<{ start: number; who: string; rest: string }>;

/** Whether that is said of whoever asks, or before any name: “Ruijin Hospital, based in Dubai” and 瑞金医院的人在成都 say where the hospital is. */
const isOfSpeaker = (text: string, { start, who, rest }: Said, { first, home }: Patterns): boolean => {
  const before = text.slice(0, start);
  const speaker = [...text.slice(0, start + who.length).matchAll(first)].at(-1)?.index;
  if (who !== '' && speaker !== undefined && !names(text.slice(speaker, start))) return true;
  return !names(before) && (who !== '' || !/[\p{L}\p{N}]/u.test(before) || home.test(rest));
};

/** A sentence without what is told of whoever asks, and where they are. */
type OfHospital = Readonly<{ text: string; homes: readonly string[] }>;

/**
 * A sentence without where whoever asks is and how old they are (我妈在浦东新区，能去瑞金医院吗, “I am 30, can I go to Ruijin Hospital?”): neither is said of a hospital. As it is where the
 * sentence speaks of what is near.
 */
export const withoutSpeaker = (text: string): OfHospital => {
  if (HERE.test(text)) return { text, homes: [] };
  const lang = hasHan(text) ? 'zh' : 'en';
  const words = patterns()[lang];
  const endOf = lang === 'zh' ? endInHan : endInLatin;
  const spans: [number, number][] = [];
  const homes: string[] = [];
  for (const pattern of [words.living, words.livingOf])
    for (const { 0: said, 1: who = '', index } of text.matchAll(pattern)) {
      const start = index + said.length;
      const place = endOf(text, start);
      const done = place === start ? '' : (DONE_THERE.exec(text.slice(place))?.[0] ?? '');
      const end = place + done.length;
      const rest = text.slice(end);
      const isOwn =
        (pattern === words.living && done === '') || words.goesOn.test(rest.replace(/^[\s\p{P}]+/u, ''));
      if (end === start || !words.behind.test(rest) || !isOwn || (done !== '' && !names(rest))) continue;
      if (!isOfSpeaker(text, { start: index, who, rest }, words)) continue;
      spans.push([lang === 'zh' ? index : index + who.length, end]);
      homes.push(text.slice(start, place));
    }
  for (const { 0: number, index } of text.matchAll(words.age)) spans.push([index, index + number.length]);
  let [left, at] = ['', 0];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    left += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return { text: (left + text.slice(at)).replace(/^[\s\p{P}]+/u, ''), homes };
};
