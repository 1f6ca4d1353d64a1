import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { leadingPlace } from '../../places/place-names.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan } from '../../text/han.ts';
import { late } from '../../text/remembered.ts';
import { isOnRecord, withPlace } from '../named-in-chinese.ts';
import {
  isLeading,
  LONGEST_PLACE,
  type Piece,
  piecesInChinese,
  piecesInEnglish,
} from './words-of-sentence.ts';

/** Where a name may stand in a sentence. */
export type Span = Readonly<{ start: number; end: number }>;

/** Longest and shortest name that is looked for, in characters, and in words on either side of an English house. */
const LONGEST = 26;
const SHORTEST = 2;
const [BEFORE, BEHIND] = [8, 6];

const houses = late(() => {
  const { zh, en } = sentenceWords();
  return {
    inChinese: new RegExp(`${zh.houses.join('|')}|[大附一二三四五六七八九十]院`, 'gu'),
    inEnglish: new Set(en.houses),
    bare: new RegExp(`^(?:${[...zh.houses, '院', ...en.houses].join('|')})`, 'iu'),
  };
});

/** The first of these that is a name on record; null for none. */
const firstOnRecord = async (text: string, spans: readonly Span[], reader: Reader): Promise<Span | null> => {
  for (const span of spans) if (await isOnRecord(text.slice(span.start, span.end), reader)) return span;
  return null;
};

const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, more) => from + more);

const isOfSentence = ({ made }: Piece): boolean => made !== 'unread';

/**
 * What stands between the words of a sentence at both ends of a text; null where nothing does. With the word next before it that may be of the name as well (人民医院, 希望医院), and the
 * illness or organ before a bare house (肿瘤医院, “Lung Cancer Hospital”).
 */
const between = (text: string, pieces: readonly Piece[]): Span | null => {
  let first = pieces.findIndex((one) => !isOfSentence(one));
  const last = pieces.findLast((one) => !isOfSentence(one));
  if (last === undefined) return null;
  const isField = (one: Piece | undefined): boolean => one?.made === 'ill' || one?.made === 'organ';
  if (houses().bare.test(text.slice(pieces[first]?.start))) while (isField(pieces[first - 1])) first -= 1;
  const before = pieces[first - 1];
  const isItsOwn = before?.made === 'word' && !isLeading(text, before);
  return { start: (isItsOwn ? before : pieces[first])?.start ?? 0, end: last.end };
};

/** 浙江肿瘤, 新医大肿瘤: the field of a hospital that is an illness as well, where no word makes it one: in a place somebody has it (在湖南肿瘤), or what follows is said of it. */
const withField = (text: string, pieces: readonly Piece[], own: Span): Span | null => {
  const field = pieces.find(({ start }) => start === own.end);
  const isField = field !== undefined && text.slice(field.start, field.end) === FIELD;
  return isField && !HAS_IT.test(text.slice(0, own.start)) && !OF_IT.test(text.slice(field.end))
    ? { start: own.start, end: field.end }
    : null;
};
const FIELD = '肿瘤';
const HAS_IT = /[在的得有患是]$/u;
const OF_IT = /^(?:[的是早中晚切]|复发|转移|治疗|手术|患者|病|科|标志|指标|疫苗|药|专家)/u;

/** Where a name begins with the place that is glued to it: 昆山协和医院 is no 协和医院. */
const behindPlace = (text: string, start: number): number =>
  upTo(Math.max(0, start - LONGEST_PLACE), start).find(
    (begin) => leadingPlace(text.slice(begin, start))?.length === start - begin,
  ) ?? start;

/** Where a name begins behind the signs with which it was found, since none counts in a key: ，协和医院. */
const behindSigns = (text: string, start: number): number =>
  start + (/^[\s\p{P}]*/u.exec(text.slice(start))?.[0].length ?? 0);

/** Where the clause begins that a name of no record ends: 我要做试管婴儿，南宁二院可以吗. */
const lastClause = (text: string, start: number, end: number): number =>
  Math.max(
    start,
    ...[...text.slice(start, end).matchAll(/[,，;；。!！?？]/gu)].map(({ index }) => start + index + 1),
  );

/** So many characters at the end of a name may be a word of the sentence by themselves: 武汉协和. */
const ENDS_IN_WORD = 1;

const inChinese = async (text: string, reader: Reader): Promise<readonly Span[]> => {
  const pieces = piecesInChinese(text);
  const own = between(text, pieces);
  if (own === null) return [];
  // 大医院 and 当地县医院 are words of a sentence, and no hospital is named by them.
  const isInWord = ({ index }: RegExpExecArray): boolean =>
    pieces.some(({ made, start, end }) => made === 'word' && start < index && index < end);
  const house = [...text.matchAll(houses().inChinese)].find((one) => !isInWord(one));
  if (house === undefined) {
    const ends = upTo(own.start + SHORTEST, Math.min(text.length, own.end + ENDS_IN_WORD) + 1).toReversed();
    const others = ends.map((end) => ({ start: own.start, end })).filter(({ end }) => end !== own.end);
    const known = await firstOnRecord(text, others, reader);
    const field = withField(text, pieces, own);
    const spans = known === null ? [own] : known.end > own.end ? [known, own] : [own, known];
    return field === null ? spans : [field, ...spans];
  }
  const end = house.index + house[0].length;
  const starts = upTo(Math.max(0, end - LONGEST), end - SHORTEST);
  const known = await firstOnRecord(
    text,
    starts.map((start) => ({ start, end })),
    reader,
  );
  const clause = behindSigns(text, lastClause(text, own.start, end));
  const start = known === null ? clause : behindSigns(text, known.start);
  if (start >= end) return [];
  const named = { start: behindPlace(text, withPlace(text, start, 0)), end };
  // 大连大医大二院 is no 医大二院, which is many a university's.
  return clause < named.start ? [named, { start: clause, end }] : [named];
};

const inEnglish = async (text: string, reader: Reader): Promise<readonly Span[]> => {
  const pieces = piecesInEnglish(text);
  const own = between(text, pieces);
  const isHouse = ({ start, end }: Piece): boolean =>
    houses().inEnglish.has(text.slice(start, end).toLowerCase());
  const house = pieces.findIndex(isHouse);
  if (own === null) return [];
  if (house === -1) {
    const inside = pieces.filter(({ start, end }) => start >= own.start && end <= own.end);
    const known = await firstOnRecord(
      text,
      inside.map(({ end }) => ({ start: own.start, end })).toReversed(),
      reader,
    );
    const word = inside.findIndex(isOfSentence);
    // “Guangzhou Fuda been approved for cryotherapy”: what stands before the first word of the sentence.
    const first = word > 0 ? [{ start: own.start, end: inside[word - 1]?.end ?? own.end }] : [];
    return [own, ...(known === null ? first : [known])];
  }
  /** “Boda Hospital Beijing” is no “Hospital Beijing”: what stands before a house, and is no word of a sentence, is of its name. */
  const isOfName = (at: number): boolean => {
    const [before, own] = [pieces[at - 1], pieces[at]];
    return (
      before !== undefined &&
      !['word', 'told'].includes(before.made) &&
      text.slice(before.end, own?.start) === ' '
    );
  };
  const ends = upTo(house, Math.min(pieces.length, house + BEHIND)).toReversed();
  const starts = upTo(Math.max(0, house - BEFORE), house + 1);
  const spans = ends
    .flatMap((last) => starts.map((first) => [first, last] as const))
    .toSorted(([a, b], [c, d]) => d - c - (b - a) || a - c)
    .flatMap(([first, last]) => {
      const [from, to] = [pieces[first], pieces[last]];
      const isWhole =
        from !== undefined && to !== undefined && first !== last && !(isHouse(from) && isOfName(first));
      return !isWhole || isLeading(text, from) || isLeading(text, to)
        ? []
        : [{ start: from.start, end: to.end }];
    });
  const known = await firstOnRecord(text, spans, reader);
  const end = pieces[house]?.end ?? own.end;
  return [
    ...(known === null ? [] : [known]),
    ...(own.start < end ? [{ start: own.start, end }, own] : [own]),
  ];
};

/**
 * Where the name of a hospital may stand in a sentence, the likeliest first: the longest name on record that ends in a house, else what stands between the
 * words of the sentence. 来凤县人民医院 is no 凤县人民医院.
 */
export const namesInSentence = (text: string, reader: Reader): Promise<readonly Span[]> =>
  hasHan(text) ? inChinese(text, reader) : inEnglish(text, reader);
