import { treatmentWords } from '../../../schema/lexicon/treatment-words.ts';
import { withoutAsked } from '../../names/parse/asked-besides.ts';
import { normaliseCity, normaliseProvince } from '../../places/normalise-place.ts';
import { placeNamed } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { namesNoTreatment } from '../../text/word-similarity.ts';
import { isIllness } from '../vocabulary/illness.ts';
import { treatmentMistyped } from '../vocabulary/mistyped.ts';
import { services, wordsOf } from '../vocabulary/services.ts';
import { namesHouse, treatmentNamed } from '../vocabulary/treatments.ts';
import { treatmentCodeFor } from './code-of-words.ts';
import { questionFrames } from './question-frames.ts';
import { bare, deniedBeside, isOfName, type TreatmentAt, treatmentAt } from './treatment-at.ts';

/** Most words of a treatment that are tried at either end of a line, and the longest line that is read. */
const MOST_WORDS = 4;
export const LONGEST = 200;
/** A name in Chinese and what stands behind the last house of it: 瑞金医院质子. */
const BEHIND_HOUSE = /^(.{0,60}院)\s?([^院]{2,20})$/u;
/** A name in Chinese that no word of a house ends (八大处隆鼻), and most characters of a treatment behind it. */
const WITHOUT_HOUSE = /^[\p{Script=Han}]{4,24}$/u;
const MOST_BEHIND = 6;

/** A line that was cut out of a list, with commas between its cells: 天坛医院,北京,脑肿瘤. In a sentence more than a name stands before the first. */
const CELLS = /^[^,，;；]{1,30}(?:院|中心|诊所)[,，;；]/u;
const COMMAS = /[,，;；]/gu;

/** 山东大学齐鲁医院（青岛）骨髓移植: what stands in a bracket right behind a house is of its name. */
const withBracket = (house: string, behind: string): readonly [name: string, words: string] => {
  const [bracket = ''] = /^[(（][^()（）]{1,12}[)）]/u.exec(behind) ?? [];
  // 瑞金医院（三甲）: what is asked for stands in it.
  return behind.length === bracket.length ? [house, behind] : [house + bracket, behind.slice(bracket.length)];
};

/** A line parted into a name and the words at its end or its beginning, the most words first. */
export const lineEnds = (line: string): readonly (readonly [name: string, words: string])[] => {
  const text = CELLS.test(line) ? line.replace(COMMAS, ' ') : line;
  const words = text.split(/\s+/u);
  const most = Math.min(MOST_WORDS, words.length - 1);
  const counts = Array.from({ length: Math.max(0, most) }, (_, at) => most - at);
  const behind = BEHIND_HOUSE.exec(text);
  return [
    ...counts.map((count) => [words.slice(0, -count).join(' '), words.slice(-count).join(' ')] as const),
    ...counts.map((count) => [words.slice(count).join(' '), words.slice(0, count).join(' ')] as const),
    ...(behind === null ? [] : [withBracket(behind[1] ?? '', behind[2] ?? '')]),
  ];
};

/** A Chinese line without a word of a house, parted before each of its last characters, the longest name last. */
const withoutHouse = (text: string): readonly (readonly [name: string, words: string])[] =>
  !WITHOUT_HOUSE.test(text) || text.includes('院')
    ? []
    : Array.from({ length: Math.min(MOST_BEHIND, text.length - 2) - 1 }, (_, at) => {
        const from = text.length - 2 - at;
        return [text.slice(0, from), text.slice(from)] as const;
      });

/** The readings of a line as a name and what is asked for there, by the words of a question between them first. */
const readings = (text: string): readonly (readonly [name: string, words: string])[] => [
  ...questionFrames(text).map(({ name, words }) => [name, words] as const),
  ...lineEnds(text),
  ...withoutHouse(text),
];

/**
 * The one treatment that a line asks about beside the name of a hospital (“Ruijin Hospital proton”, 中信湘雅代孕), and that name; null where there is none.
 * Words that mean several treatments (stem cells) are none: `unreadTreatments`.
 */
export const treatmentLine = (line: string): TreatmentAt | null => {
  const text = line.replace(/\p{Cf}/gu, '').trim();
  if (text.length > LONGEST || deniedBeside(text) !== null) return null;
  for (const { name, words } of questionFrames(text)) {
    const service = treatmentCodeFor(words);
    if (service !== undefined) return { service, name };
  }
  const known = treatmentAt(text);
  if (known !== null) return known;
  for (const [name, words] of readings(shortOfAsking(text))) {
    const service = treatmentCodeFor(words);
    if (service !== undefined && name.length > 1 && !isOfName(name)) return { service, name };
  }
  return null;
};

const ends = (text: string, endings: readonly string[]): boolean =>
  endings.some((one) => text.length > one.length && text.endsWith(one));

const known: ReadonlySet<string> = new Set([...treatmentWords.dropped.en, ...treatmentWords.endings.en]);

/** Whether words say what is done to a patient, or what is treated, though no list is about it: chemotherapy, knee replacement, 化疗, lung cancer. */
export const isUnlisted = (words: string): boolean => {
  const plain = words.trim().toLowerCase();
  const last = plain.split(/\s+/u).at(-1) ?? '';
  return (
    isIllness(words) ||
    known.has(last) ||
    ends(last, treatmentWords.endings.en) ||
    ends(plain, treatmentWords.endings.zh) ||
    (plain.length > 1 && treatmentWords.endings.zh.includes(plain) && !namesNoTreatment(plain))
  );
};

const tokensOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((one) => one !== '')
    .map((one) => (one.length > 3 ? one.replace(/s$/u, '') : one));

const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Each two characters that stand next to each other in a Chinese word of a treatment. */
const pairs = late(() => new Set(services.flatMap(wordsOf).filter(hasHan).flatMap(pairsOf)));

/** Whether Chinese words are made of nothing but what stands in words of treatments. */
export const mayBeOfTreatment = (words: string): boolean => pairsOf(words).every((pair) => pairs().has(pair));

/** All that the words of treatments are made of: to compare words with each treatment costs a millisecond, to see that they are no such words almost nothing. */
const vocabulary = late(() => new Set(services.flatMap(wordsOf).flatMap(tokensOf)));

/** What a treatment is for stands behind it: “stem cells for diabetes”, 干细胞治疗糖尿病. */
const FOR_WHAT = /^(.{2,60}?)(?: for .{2,60}|治疗.{2,20})$/u;

/** The treatments that words mean, where they mean several, whatever they are for. */
export const severalOf = (words: string): readonly string[] => {
  const all = meantBy(words);
  const [, before = '', last = ''] = /^(.{2,60}) (\S{2,20})$/u.exec(words) ?? [];
  const own = FOR_WHAT.exec(words)?.[1] ?? (isIllness(last) ? before : undefined);
  return all.length > 0 || own === undefined ? all : meantBy(own);
};

const meantBy = (words: string): readonly string[] => {
  if (
    hasHan(words)
      ? !pairsOf(words).some((pair) => pairs().has(pair))
      : !tokensOf(words).every((one) => vocabulary().has(one))
  )
    return [];
  const named = treatmentNamed(words)?.treatments ?? [];
  return named.length > 1 ? named.map(({ code }) => code) : [];
};

/** Words beside a name that ask for a treatment and cannot be read as one: several are called so (stem cells), or no list is about it. */
export type UnreadTreatment = Readonly<{ name: string; words: string; several: readonly string[] }>;

/** A word for a place at either end of words (“Guangzhou cryotherapy”, 北京 试管) belongs to the name beside them, where that is more than “Hospital”. */
const withPlaceApart = (
  line: string,
  [beside, words]: readonly [name: string, words: string],
): readonly [name: string, words: string] => {
  const all = words.split(/\s+/u);
  const isWhole = hasHan(beside) || beside.includes(' ');
  const place = isWhole && all.length > 1 ? [all[0] ?? '', all.at(-1) ?? ''].findIndex(isPlaceWord) : -1;
  if (place === -1) return [beside, words];
  const word = all.at(place === 0 ? 0 : -1) ?? '';
  const others = place === 0 ? all.slice(1) : all.slice(0, -1);
  // “dental implants Peking University …”: the place is the first word of the name behind them.
  const isFirst = place === 1 && line.startsWith(words);
  return [isFirst ? `${word} ${beside}` : `${beside} ${word}`, others.join(' ')];
};

const isPlaceWord = (word: string): boolean =>
  (hasHan(word) ? placeNamed(word) !== null : normaliseCity(word) !== null) ||
  normaliseProvince(word) !== null;

/** Chinese words of what is asked for without those that only ask, or what it costs: 干细胞收费6万靠谱. */
const withoutPrice = (words: string): string => (hasHan(words) ? bare(withoutAsked(words)) || words : words);

/** Without the words behind that only ask: 北医三院试管多少钱. */
const shortOfAsking = (text: string): string => (hasHan(text) ? bare(text) : text);

/**
 * The readings of a line as a name and a treatment that cannot be read as one, those with the most words of the treatment first, mistyped ones last. `settled`: the line as a whole is
 * somebody's name, so that words which no list knows are not taken for what is asked.
 */
export const unreadTreatments = (line: string, settled: boolean): readonly UnreadTreatment[] => {
  const text = line.trim();
  if (text.length > LONGEST) return [];
  const denied = deniedBeside(text);
  if (denied !== null) return [{ ...denied, several: [] }];
  const short = shortOfAsking(text);
  const ends = [...lineEnds(text), ...(short === text ? [] : lineEnds(short))];
  const known = [...ends, ...(settled ? [] : withoutHouse(short))].flatMap((end) => {
    const [beside, all] = withPlaceApart(text, end);
    const words = withoutPrice(all);
    const name = bare(beside);
    if (name.length < 2 || isOfName(beside) || namesHouse(words)) return [];
    return [{ name, words, several: severalOf(words) }];
  });
  const meant = known.filter(({ words, several }) => several.length > 0 || isUnlisted(words));
  // “for stem cells” is a slip away from other words; the words themselves are none.
  const mistyped = known.filter((one) => !meant.includes(one) && treatmentMistyped(one.words) !== undefined);
  const asked = settled ? [] : questionFrames(text).map((one) => ({ ...one, several: severalOf(one.words) }));
  return [...asked, ...meant, ...mistyped];
};
