import type { Language } from '../../../schema/base.ts';
import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { hasHan } from '../../text/han.ts';
import { late, remembered } from '../../text/remembered.ts';
import { isBareSum, sumEnd } from '../../text/sums.ts';

/** What a piece of a sentence is: a word that is passed over, one that is told, an illness, an organ, or none that we know. */
type Made = 'word' | 'told' | 'ill' | 'organ' | 'unread';

/** A piece of a sentence, and where it begins and ends. */
export type Piece = Readonly<{ made: Made; start: number; end: number }>;

const table = (entries: readonly (readonly [Made, readonly string[]])[]): ReadonlyMap<string, Made> =>
  new Map(entries.flatMap(([made, all]) => all.map((one) => [one, made] as const)));

const LOOKS = ['看', '治', '查', '检查'];
/** Organs that begin other words: 心理, 头孢. */
const WITHIN_WORDS: ReadonlySet<string> = new Set('心头手脚背肩胸鼻喉');

const chinese = late(() => {
  const { words, people, leading, told, traders, ills, organs, endings } = sentenceWords().zh;
  const ofOrgans = organs.flatMap((organ) => endings.map((ending) => `${organ}${ending}`));
  // 看眼睛, 治腰, 看骨科: what somebody wishes to have looked at.
  const looked = organs
    .filter((organ) => organ.length > 1 || !WITHIN_WORDS.has(organ))
    .flatMap((organ) => LOOKS.flatMap((verb) => [`${verb}${organ}`, `${verb}${organ}科`]));
  const all = table([
    ['told', looked],
    ['ill', [...ofOrgans, ...ills]],
    ['word', [...words, ...people, ...leading]],
    ['told', [...told, ...traders]],
  ]);
  return { all, longest: Math.max(...[...all.keys()].map(({ length }) => length)) };
});

const english = late(() => {
  const { words, people, leading, told, traders, ills, organs } = sentenceWords().en;
  return table([
    ['organ', organs],
    ['ill', ills],
    ['word', [...words, ...people, ...leading]],
    ['told', [...told, ...traders]],
  ]);
});

/** A word, whose something is (“my daughter's”), or a sum. */
const madeOf = (word: string): Made =>
  english().get(word) ??
  (word.endsWith("'s") ? english().get(word.slice(0, -2)) : undefined) ??
  (isBareSum(word) ? 'told' : 'unread');

const AGE = /\d{1,3}(?:[多来几]?(?:周?岁半?|个半?月)|[ -](?:years?|months?|yrs?)(?:[ -]old)?\b)/iuy;

/** Where an age that begins at this place of a text ends (65多岁, “65-year-old”); the place itself for none. */
const ageEnd = (text: string, start: number): number => {
  AGE.lastIndex = start;
  return start + (AGE.exec(text)?.[0].length ?? 0);
};

const SIGN = /^[\s\p{P}\p{S}]$/u;
/** 治膀胱癌: where an illness that reaches further stands behind the verb of a word, the verb alone. */
const withoutVerb = (text: string, piece: Piece): Piece => {
  const verb = piece.made === 'told' ? LOOKS.find((one) => text.startsWith(one, piece.start)) : undefined;
  if (verb === undefined) return piece;
  const [from, { all, longest }] = [piece.start + verb.length, chinese()];
  for (let end = Math.min(text.length, from + longest); end > piece.end; end -= 1)
    if (all.get(text.slice(from, end)) === 'ill') return { made: 'word', start: piece.start, end: from };
  return piece;
};

/** The longest word that stands at this place of a Chinese text. */
const wordAt = (text: string, start: number): Piece | null => {
  const { all, longest } = chinese();
  for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
    const made = all.get(text.slice(start, end));
    if (made !== undefined) return withoutVerb(text, { made, start, end });
  }
  const age = ageEnd(text, start);
  if (age > start) return { made: 'word', start, end: age };
  const end = sumEnd(text, start);
  if (end > start) return { made: 'told', start, end };
  return SIGN.test(text.charAt(start)) ? { made: 'word', start, end: start + 1 } : null;
};

/** A longer line is a text and no question. */
export const LONGEST_LINE = 160;

/** Most characters of a place that is looked for. */
export const LONGEST_PLACE = 8;

/** So many texts are kept in pieces: a line is looked at in whole and in parts, one after the other. */
const MOST_KEPT = 32;

/** A Chinese text as the words of a sentence that it is made of; characters of none, each run of them, as one unread piece. */
export const piecesInChinese = remembered(MOST_KEPT, (text): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const place = at + (leadingPlace(text.slice(at, at + LONGEST_PLACE))?.length ?? 0);
    const word = wordAt(text, at) ?? { made: 'unread', start: at, end: at + 1 };
    // 上海 begins with a word (上) and is none.
    const piece: Piece = place > word.end ? { made: 'unread', start: at, end: place } : word;
    const before = pieces.at(-1);
    if (piece.made === 'unread' && before?.made === 'unread')
      pieces[pieces.length - 1] = { ...before, end: piece.end };
    else pieces.push(piece);
    at = piece.end;
  }
  return pieces;
});

const TOKEN = /\d{1,3}(?:,\d{3})+|[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*/gu;

/** The words of a text in Latin letters, each with what it is in a sentence. */
export const piecesInEnglish = remembered(MOST_KEPT, (text): readonly Piece[] => {
  let [sum, age] = [0, 0];
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => {
    if (ageEnd(text, index) > index) age = ageEnd(text, index);
    const isCurrency = /[¥￥$€]\s?$/u.test(text.slice(Math.max(0, index - 2), index));
    if (isCurrency || sumEnd(text, index) > index) sum = Math.max(index + word.length, sumEnd(text, index));
    const plain = word.toLowerCase().replaceAll('’', "'");
    return {
      made: index < age ? 'word' : index < sum ? 'told' : madeOf(plain),
      start: index,
      end: index + word.length,
    };
  });
});

/** A text as the words of a sentence that it is made of, by its script. */
export const piecesIn = (text: string): readonly Piece[] =>
  hasHan(text) ? piecesInChinese(text) : piecesInEnglish(text);

const leads = late(() => new Set(Object.values(sentenceWords()).flatMap(({ leading }) => leading)));

/** Whether a piece of a text is a word that stands before names and is of none (to, 去), or a sign. */
export const isLeading = (text: string, { start, end }: Piece): boolean => {
  const said = text.slice(start, end).toLowerCase().replaceAll('’', "'");
  return SIGN.test(said) || leads().has(said);
};

/**
 * The pieces before a name, of which the last, where nothing parts it from the name, is unread if it may be of the name as well: 希望华山医院 is another house,
 * and so may “Baby Huashan Hospital” be.
 */
export const piecesBefore = (text: string, cut: typeof piecesInEnglish): readonly Piece[] => {
  const pieces = cut(text);
  const last = pieces.at(-1);
  if (last === undefined || last.made === 'ill' || !/^[ -]?$/u.test(text.slice(last.end))) return pieces;
  return isLeading(text, last) ? pieces : [...pieces.slice(0, -1), { ...last, made: 'unread' }];
};

/** Several words in one sentence of an answer. */
export const listed = (words: readonly string[], lang: Language): string =>
  words.join(lang === 'zh' ? '、' : ', ');
