import { englishUniversities } from '../../../schema/lexicon/english-hospitals.ts';
import { placeTitle, placeTitleWithLevel } from '../../places/english-title.ts';
import { leadingPlace } from '../../places/place-names.ts';
import { isWithinWord } from '../../places/short-name.ts';
import { spelledAsName } from '../../text/pinyin.ts';
import { affiliatedAt, ordinalAt, type Piece, wordAt, wordFinder } from './word-pieces.ts';

const parentName = wordFinder(englishUniversities.names);
const endings = Object.keys(englishUniversities.endings).sort((a, b) => b.length - a.length);
/** Before the ending stands a town or a few words, never another hospital. */
const ENDING = new RegExp(`^((?:(?!医院|中心).){2,10}?)(${endings.join('|')})(?=.)`, 'u');

/** 广东省医学科学院: a hospital that is called by nothing but its academy. */
const ACADEMY = new RegExp(
  `^((?:(?!医院|中心).){2,10}?)(${endings.filter((one) => one.endsWith('科学院')).join('|')})$`,
  'u',
);

const titleOfPlaceOrName = (text: string): string => {
  const found = leadingPlace(text);
  if (found === null) return spelledAsName(text);
  const rest = text.slice(found.length);
  const title = placeTitle(text.slice(0, found.length));
  return rest === '' ? title : `${title} ${spelledAsName(rest)}`;
};

/** The university, academy or command a text begins with, where more follows it. */
const parentAt = (text: string): Piece | null => {
  const zh = parentName(text);
  const known =
    zh === null ? null : ({ role: 'parent', en: englishUniversities.names[zh] ?? '', zh } as const);
  const found = ENDING.exec(text) ?? ACADEMY.exec(text);
  if (found === null || (known !== null && known.zh.length >= found[0].length)) return known;
  const [whole, town = '', ending = ''] = found;
  return {
    role: 'parent',
    en: `${titleOfPlaceOrName(town)} ${englishUniversities.endings[ending]}`,
    zh: whole,
  };
};

/** What 立 behind a place says in English: 山东省立, 苏州市立. Behind a city it may begin a word (立德), behind 省 it does not. */
const founded = (place: string): string =>
  ({ 省: 'Provincial', 县: 'County', 区: 'District' })[place.slice(-1)] ?? 'Municipal';

/** 广安门, 和平里: a place without its level within a longer word. A port, a road and what is great (大连港, 山西大医院) are words of their own. */
const runsOn = (after: string): boolean =>
  isWithinWord(after) && /^[^大港路街巷](?:医院|中医|镇)/u.test(after);

/** Of a province the adjective (Hunan Provincial), of all others the name with its level; short names stand as they are. */
const placeAt = (text: string): Piece | null => {
  const found = leadingPlace(text);
  if (found === null) return null;
  const zh = text.slice(0, found.length);
  if (!found.place.full)
    return runsOn(text.slice(zh.length)) ? null : { role: 'place', en: placeTitle(zh), zh };
  if (text.startsWith(zh.endsWith('省') ? '立' : '立医院', zh.length))
    return { role: 'place', en: `${placeTitle(zh)} ${founded(zh)}`, zh: `${zh}立` };
  const provincial = zh.endsWith('省') && found.place.level === 1;
  return { role: 'place', en: provincial ? `${placeTitle(zh)} Provincial` : placeTitleWithLevel(zh), zh };
};

/** 弶港镇新曹卫生院: the town of a health centre. */
const townAt = (text: string): Piece | null => {
  const en = { 镇: 'Town', 乡: 'Township' }[text.charAt(0)];
  return en === undefined || !/卫生|社区/u.test(text) ? null : { role: 'name', en, zh: text.charAt(0) };
};

/** Distinctive words are spelled; more than four characters in one are hard to read, so they are parted by twos. */
const spelledRun = (run: string): Piece => {
  const parts = run.length <= 4 ? [run] : (run.match(/.{1,2}/gu) ?? []);
  return { role: 'name', en: parts.map(spelledAsName).join(' '), zh: run };
};

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** The longer of two, the first of two as long. */
const longer = (one: Piece | null, other: Piece | null): Piece | null =>
  one === null || (other !== null && other.zh.length > one.zh.length) ? other : one;

/** What stands at the beginning of a text. A place may begin a name only where no distinctive word runs on (福安 in 永福安康). */
const pieceAt = (text: string, first: boolean, running: boolean): Piece | null =>
  ordinalAt(text) ??
  affiliatedAt(text) ??
  longer(longer(first ? parentAt(text) : null, wordAt(text)), running ? townAt(text) : placeAt(text));

/** Whether a longer word begins within this one, which then ends a distinctive word: 华中 | 心血管病, not 华 | 中心 | 血管病. */
const isCutShort = (rest: string, { zh }: Piece): boolean =>
  zh.length === 2 && (wordAt(rest.slice(1))?.zh.length ?? 0) > zh.length;

/** Cuts a Chinese name (no brackets) into parts with their English, from left to right, always the longest. */
export const piecesOf = (text: string): readonly Piece[] => {
  const out: Piece[] = [];
  let run = '';
  const flush = (): void => {
    if (run !== '') out.push(isHan(run) ? spelledRun(run) : { role: 'name', en: run, zh: run });
    run = '';
  };
  for (let rest = text; rest !== ''; ) {
    const begins = run === '' && (out.length < 2 || out.at(-1)?.role === 'house');
    const piece = pieceAt(rest, begins, isHan(run));
    if (piece === null || (isHan(run) && isCutShort(rest, piece))) {
      run += rest.charAt(0);
      rest = rest.slice(1);
      continue;
    }
    flush();
    out.push(piece);
    rest = rest.slice(piece.zh.length);
  }
  flush();
  return out;
};
