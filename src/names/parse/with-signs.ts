import famous from '../../../schema/codes/famous-names.json' with { type: 'json' };
import { englishOrdinals, genericWords } from '../../../schema/lexicon/generic-words.ts';
import { englishNameWords } from '../../../schema/lexicon/name-words.ts';
import { placeWords } from '../../../schema/lexicon/places.ts';
import { provincesOrCitiesSpelled } from '../../places/english-names.ts';
import { hasHan } from '../../text/han.ts';
import { translateName } from '../translate/translate-name.ts';
import { parseName } from './parse-name.ts';

/** Words that many English names of hospitals have, whoever bears them. */
const COMMON: ReadonlySet<string> = new Set([
  ...[...englishNameWords, ...genericWords.en, ...englishOrdinals].filter((one) => /^[a-z]{3,}$/u.test(one)),
  ...famous.words.flatMap(({ en }) => en),
  ...['affiliated', 'west', 'china', 'of', 'the', 'with', 'to', 'and'],
]);

/** Letters in a run that is looked at, and of a word of its own that is cut off. */
const RUN = { least: 8, most: 80 };
const LEAST_OWN = 4;
const LONGEST = 18;

/** Where a capital begins a word with no blank before it: PekingUniversity, PLARocket. */
const CAPITALS = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])/u;

const isKnown = (word: string): boolean => COMMON.has(word) || provincesOrCitiesSpelled(word).length > 0;

/** The fewest words that a run of letters is made of, from its beginning to each letter, and whether only these are so few. */
type Fewest = Readonly<{ words: readonly string[]; isOnly: boolean }>;

/** The words that a run of letters is made of, where one way to cut it has fewer words than all others; null where none or several have. */
const wordsOf = (run: string, isOnRecord: (word: string) => boolean): readonly string[] | null => {
  const upTo: (Fewest | undefined)[] = [{ words: [], isOnly: true }];
  for (let end = 1; end <= run.length; end += 1)
    for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
      const before = upTo[from];
      const word = run.slice(from, end);
      const fits = isKnown(word) || (word.length >= LEAST_OWN && isOnRecord(word));
      if (before === undefined || !fits) continue;
      const count = before.words.length + 1;
      const best = upTo[end]?.words.length ?? Number.POSITIVE_INFINITY;
      if (count < best) upTo[end] = { words: [...before.words, word], isOnly: before.isOnly };
      else if (count === best) upTo[end] = { words: upTo[end]?.words ?? [], isOnly: false };
    }
  const whole = upTo[run.length];
  return whole?.isOnly === true && whole.words.some(isKnown) ? whole.words : null;
};

/** A run of letters in its words; as it stands where it is one word, or cannot be cut in one way. */
const parted = (run: string, isOnRecord: (word: string) => boolean): string => {
  const letters = run.toLowerCase();
  if (run.length < RUN.least || run.length > RUN.most || isKnown(letters) || isOnRecord(letters)) return run;
  const pieces = run.split(CAPITALS);
  const byCapitals = pieces.length > 1 && pieces.some((one) => isKnown(one.toLowerCase()));
  return byCapitals
    ? pieces.map((one) => parted(one, isOnRecord)).join(' ')
    : (wordsOf(letters, isOnRecord)?.join(' ') ?? run);
};

/** Latin words and, right behind them, Chinese ones. */
const HAN_BEHIND = /^([A-Za-z][A-Za-z '’-]{2,60}?) ?(\p{Script=Han}{2,12})$/u;

/** A name in Latin letters before Chinese words of any hospital ("ruijin医院", "Peking University第三医院"), with these in English; null for any other. */
const withHouseInEnglish = (name: string): string | null => {
  const [, own, house = ''] = HAN_BEHIND.exec(name.trim()) ?? [];
  if (own === undefined) return null;
  const { body, core, places, districts, parent, department, branch } = parseName(house);
  const said = core.length + places.length + districts.length + parent.length;
  return body === null || said > 0 || department + branch !== '' ? null : `${own} ${translateName(house)}`;
};

/**
 * A name in Latin letters whose words stand without blanks, with them: "RuijinHospital", "PekingUniversity Third Hospital". A run of letters is cut by its capitals, else into
 * words of names, where that can be done in one way only. `isOnRecord`: whether a word is the own word of a name on record. Null where nothing is to be parted.
 */
export const withBlanks = (name: string, isOnRecord: (word: string) => boolean): string | null => {
  if (hasHan(name)) return withHouseInEnglish(name);
  const apart = name
    .replace(/(?<=['’]s)(?=[A-Za-z])/gu, ' ')
    .replace(/[A-Za-z]+/gu, (run) => parted(run, isOnRecord));
  return apart === name ? null : apart;
};

const SIGNS = /[,;()（）]/u;
const HOUSE =
  /^(.{0,100}?\b(?:hospital|(?:medical|cancer|heart) cent(?:er|re)|sanatorium))\b\s{1,3}(?!of\b|affiliated\b|attached\b|and\b|at\b|in\b|for\b)(\S.{0,150})$/iu;
const OF_BODY =
  /^(.{0,60}?\b(?:hospital|cent(?:er|re))\s(?:of|affiliated (?:to|with))\s.{0,80}?\b(?:university|college|academy))\s{1,3}(?!of\b|hospital\b|school\b)(\S.{0,100})$/iu;
const BODY_END = /\b(university|college|academy|school of medicine)\b\s{1,3}(?!of\b|hospital\b|and\b)/giu;

const NOWHERE: ReadonlySet<string> = new Set(placeWords.nowhere);

const isPlace = (words: string): boolean =>
  NOWHERE.has(words.toLowerCase()) || provincesOrCitiesSpelled(words.toLowerCase()).length > 0;

/** What a piece behind the house must be for a comma to stand before it: a body or a place, whole. Other words may be a part, a street or another house. */
const BODY = /\b(?:university|college|academy|school of medicine)(?: of [a-z &-]{2,60})?$/iu;
/** A body by its initials counts behind a body alone: HUST behind Tongji Medical College, and no VIP behind a hospital. */
const INITIALS = /^[A-Z]{3,6}$/u;
const areWhole = (pieces: readonly string[]): boolean =>
  pieces.every(
    (one, at) => isPlace(one) || BODY.test(one) || (INITIALS.test(one) && BODY.test(pieces[at - 1] ?? '')),
  );
/** Words behind which a name goes on: "First Affiliated Hospital of University of", Jinan. */
const GOES_ON = /\b(?:of|in|at|and|for|to|the)$/iu;

/** Most words of a place's name: "Inner Mongolia", "P.R. China". */
const MOST = 2;

/** What a text ends in that names a place of China, one behind the other, and what stands before them. */
const placesBehind = (text: string): readonly string[] => {
  const words = text.split(/\s{1,20}/u);
  const places: string[] = [];
  for (let length = MOST; length > 0 && words.length > 0; ) {
    const last = words.slice(-length).join(' ');
    if (words.length >= length && isPlace(last)) {
      places.unshift(last);
      words.length -= length;
      length = MOST;
    } else length -= 1;
  }
  return [words.join(' '), ...places].filter((one) => one !== '');
};

/**
 * A line in Latin letters without a comma, with one behind the hospital, behind each body and between the places at its end: "Huashan Hospital Fudan University Shanghai
 * China". Null for a line that has its own, and where nothing is to be parted.
 */
export const withCommas = (name: string): string | null => {
  if (hasHan(name) || SIGNS.test(name)) return null;
  const line = name.trim();
  const [, head, rest] = HOUSE.exec(line) ?? OF_BODY.exec(line) ?? [];
  const pieces =
    head === undefined || rest === undefined
      ? placesBehind(line)
      : [head, ...placesBehind(rest.trim().replace(BODY_END, '$1,')).flatMap((one) => one.split(','))];
  const [house = '', ...behind] = pieces.map((one) => one.trim()).filter((one) => one !== '');
  if (behind.length === 0 || GOES_ON.test(house) || !areWhole(behind)) return null;
  return [house, ...behind].join(', ');
};
