import { presentUniversity } from '../../name-keys/universities.ts';
import type { RowPlace } from '../../names/compare/comparison.ts';
import { shortens } from '../../names/compare/short-parent.ts';
import type { NameIndex } from '../../names/index/name-index.ts';
import type { NameParts } from '../../names/parse/parts.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { foldText, simplify } from '../../text/han.ts';
import type { AskedName } from './asked-name.ts';
import type { Candidate } from './candidates.ts';
import { partsOfBearer, textsOfBearer } from './house-of.ts';

/** The observation that a name is one on record but for characters put into it. */
export const PUT_IN = 'text.put-in';

/** Whether one text is the other with characters put into it, before it or behind it; all of the other still stands in it, in its order. */
const runsThrough = (long: string, short: string): boolean => {
  let at = 0;
  for (const char of short) {
    at = long.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** Places and bodies that stand before a university's or an army unit's own name: 上海复旦大学, 中国人民解放军海军军医大学. */
const isBefore = (words: string): boolean =>
  /^(?:中国)?(?:人民)?(?:解放军)?$/u.test(words) || leadingPlace(words)?.length === words.length;

/** A school of a university, behind its name: 复旦大学上海医学院. */
const isBehind = (words: string): boolean => words === '' || /(?:学院|学部|院区)$/u.test(words);

/** Whether what a text holds beside the body on record stands before it or behind it, as bodies are written. */
const isInItsPlace = (asked: string, known: string): boolean => {
  const at = asked.indexOf(known);
  return at >= 0 && isBefore(asked.slice(0, at)) && isBehind(asked.slice(at + known.length));
};

/** The longest short form of a body: 浙大, 哈医大, 中国医大. */
const SHORT = 4;

/** 假复旦大学, 复旦新大学, 联济勤保障部队: the body on record, with characters that make another of it. */
const isOtherBody = (asked: string, known: string): boolean =>
  asked.length > known.length &&
  runsThrough(asked, known) &&
  !(known.length <= SHORT && asked.startsWith(known.charAt(0)) && shortens(known, asked)) &&
  presentUniversity(asked) !== presentUniversity(known);

/** What people put in or leave out without meaning another: 第 before a number, 附属, 医 of 中医医院. */
const plain = (text: string): string => text.replace(/附属|第(?=[一二三四五六七八九十\d])|医(?=院)/gu, '');

/** 武汉及协和医院, 山东省与胸科医院: the name on record with one character put into what is the hospital's own. */
const hasOneMore = (asked: NameParts, text: string, known: NameParts): boolean =>
  // 中医及医院: of two spellings (中医院, 中医医院) the longer one.
  [known.text, known.text.replace('中医院', '中医医院')].some(
    (one) => text.length === one.length + 1 && runsThrough(text, one),
  ) && plain(asked.rest + asked.branch) !== plain(known.rest + known.branch);

/**
 * The text of a name asked with its place as the name on record has it: 宜兴市人民医院, 宜兴人民医院; 哈尔滨市医科大学, 哈尔滨医科大学. What was put in is only what sort of
 * place it is, if the place in full is where the hospital stands.
 */
const placedAs = (asked: string, known: string, row: () => RowPlace): string => {
  const longer = asked.length - known.length;
  if (longer < 1 || longer > 2) return asked;
  const { city, district } = row();
  for (const place of [city, district]) {
    if (place === null || !asked.includes(place) || known.includes(place)) continue;
    const short = place.slice(0, -1);
    if (known.includes(short)) return asked.replace(place, short);
  }
  return asked;
};

/** 首都医大学附属医院: a longer name on record with a character left out of it is a slip of the pen, whatever shorter one it holds besides. */
const lacksOne = (index: NameIndex, name: number, asked: string): boolean => {
  const text = simplify(foldText(asked));
  return textsOfBearer(index, name).some((one) => {
    const known = simplify(foldText(one));
    return known.length === text.length + 1 && runsThrough(known, text);
  });
};

/** More parts that speak against a name settle it never, whatever was put into it. */
const MOST_AGAINST = 4;

/** Whether something that was asked speaks against a candidate. */
export type Doubt = (index: NameIndex, one: Candidate) => boolean;

/** The bodies that names on record of an institution state. */
const bodiesOf = (index: NameIndex, name: number): readonly string[] =>
  partsOfBearer(index, name)
    .map(({ parentText }) => parentText)
    .filter((body) => body.length > 1);

/**
 * A Chinese name that is one on record but for characters put into it, which then is the name of nobody on record: 假复旦大学附属华山医院, 醴陵市和中医院. What is
 * put into its place, or only written otherwise (上海市, 第, 中医医院), is the same name.
 */
export const doubtOfPutIn = ({ name: asked, script, readings }: AskedName): Doubt | null => {
  if (script !== 'han') return null;
  const hasMore = (index: NameIndex, name: number): boolean => {
    const known = index.partsAt(name);
    if (known.script !== 'han') return false;
    const row = () => index.places.at(index.owner[name] ?? 0);
    const texts = readings.map(({ text }) => placedAs(text, known.text, row));
    if (texts.includes(known.text)) return false;
    if (readings.some((parts, at) => hasOneMore(parts, texts[at] ?? '', known))) return true;
    if (readings.every(({ parentText }) => parentText === '')) return false;
    const bodies = bodiesOf(index, name);
    return readings.every(
      ({ parentText }) =>
        !bodies.some((body) => body === parentText || isInItsPlace(parentText, body)) &&
        bodies.some((body) => isOtherBody(parentText, body)),
    );
  };
  return (index, { key, name, comparison }) =>
    key !== 'whole' &&
    comparison.conflicts <= MOST_AGAINST &&
    hasMore(index, name) &&
    !lacksOne(index, name, asked);
};
