import { sentenceWords } from '../../../schema/lexicon/sentence-words.ts';
import type { InstitutionQuestion } from '../../../schema/question.ts';
import { isGeneric } from '../../identify/generic-name.ts';
import { saysEqual } from '../../identify/results.ts';
import { saidAbroad } from '../../places/abroad.ts';
import type { Reader } from '../../store/registry-reader.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { isAbroad } from '../../verdict/place-words.ts';
import { type Facts, gatherFacts } from '../facts.ts';
import { isOfAnother } from './kinds-of-words.ts';
import { LONGEST_LINE, type Piece, piecesIn } from './words-of-sentence.ts';

/** What joins names. Where it begins or ends one itself (协和和同济, 北京和睦家), the parts beside it are read as one. */
const JOINT = {
  han: /以及|还是|或者|或是|对比|相比|[和与及或跟比]|vs|[、,，;；/|+&]/giu,
  latin: /\b(?:or|and|vs|versus|compared (?:to|with)|(?:the )?same as|related to)\b\.?|[,;/|+&=]/giu,
};
/** Behind the names it is asked which to choose, or whether they are one: 哪个好, 哪家肝胆外科好, 是不是同一家. */
const WHICH = /哪[个家所些边]|(?:是不是|是)(?:同?一[家个所]|同一)/u;
/** More parts are a list, and lists are read row by row; a name holds at most so many words that join. */
const [MOST_PARTS, MOST_JOINED] = [6, 2];
const FEWEST = { han: 2, latin: 4 };

/** What was said of a line already, and is more than that it names several. */
const KEPT: ReadonlySet<string> = new Set(['name.denied', 'name.named-beside', 'name.clause-unread']);

type Part = Readonly<{ start: number; end: number }>;

const partsOf = (text: string, joint: RegExp): readonly Part[] => {
  const joints = [...text.matchAll(joint)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return [...joints, { start: text.length, end: text.length }].map(({ start }, at) => ({
    start: joints[at - 1]?.end ?? 0,
    end: start,
  }));
};

const isUnread = ({ made }: Piece): boolean => made === 'unread';

/** The words of a part that may be a name: all of it, what no word of a sentence explains, and the first of these where the others name no house (中信湘雅做试管). */
const namesIn = (part: string): readonly string[] => {
  const pieces = piecesIn(part);
  const [first, last] = [pieces.find(isUnread), pieces.findLast(isUnread)];
  if (first === undefined || last === undefined) return [];
  // 医院说有JCI names none.
  if (sentenceWords().zh.houses.includes(part.slice(first.start, first.end))) return [];
  const own = part.slice(first.start, last.end);
  const shorter = isOfAnother(part.slice(first.end)) ? [] : [part.slice(first.start, first.end)];
  return [...new Set([part.trim(), own, ...shorter])];
};

/** What is said of words that many hospitals, or first of all one, are called by: 省立, 天坛. */
const CALLED: ReadonlySet<string> = new Set(['name.generic-only', 'name.famous-word']);

/** Whether words settle on a hospital, may mean one of those so called, or are the name of one outside China; `chosen`: the line asks which to choose, so that each part is a name. */
const isNamed = ({ identification: { id, match, why, candidates } }: Facts, chosen: boolean): boolean => {
  if (id !== null || match === 'ambiguous' || why.some(isAbroad)) return true;
  if (match !== 'none') return false;
  const isBorne = chosen || candidates.some((one) => one.why.some(saysEqual));
  return why.some(({ code }) => CALLED.has(code) || (code === 'name.nearest' && isBorne));
};

/**
 * The hospitals that a line names in short, one behind the other, and nothing else (浙一和浙二哪个好, “Peking Union vs Ruijin”), where nobody was settled on for it: a name that holds
 * such a word is left as it is. Null where a part is no name of a hospital.
 */
export const joinedNames = async (
  institution: InstitutionQuestion,
  { identification: { id, match, why } }: Facts,
  reader: Reader,
  remembered: boolean,
): Promise<readonly Facts[] | null> => {
  const line = institution.name ?? '';
  if (id !== null || (match !== 'none' && match !== 'lookalike') || line.length > LONGEST_LINE) return null;
  if (why.some(({ code }) => KEPT.has(code))) return null;
  const script = hasHan(line) ? 'han' : 'latin';
  const whole = simplify(line);
  const text = whole.slice(0, Math.max(0, whole.search(WHICH)) || whole.length);
  const parts = partsOf(text, JOINT[script]);
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const namedBy = async (words: string, chosen: boolean): Promise<Facts | null> => {
    for (const name of namesIn(words)) {
      // “a real hospital” is nobody; 省立 is many a province's; a country alone is none, whatever stands behind it (泰国,JCI).
      const first = name.split(JOINT[script])[0]?.trim();
      if (name.length < FEWEST[script] || (!hasHan(name) && isGeneric(name)) || saidAbroad(name) === first)
        continue;
      const named = await gatherFacts({ ...institution, name }, reader, false, remembered);
      if (isNamed(named, chosen)) return named;
    }
    return null;
  };
  const all: Facts[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const { start = 0, end: own = 0 } = parts[at] ?? {};
    const ends = parts.slice(at, at + 1 + MOST_JOINED).map(({ end }) => end);
    let found: Facts | null = null;
    // 北京协 is near a name, and 北京协和医院 is one.
    for (const chosen of text === whole ? [false] : [false, true])
      for (const [more, end] of ends.entries()) {
        if (found !== null) break;
        found = await namedBy(text.slice(start, end), chosen);
        if (found !== null) at += more;
      }
    if (found !== null) all.push(found);
    else if (piecesIn(text.slice(start, own)).some(isUnread)) return null;
  }
  return all;
};
