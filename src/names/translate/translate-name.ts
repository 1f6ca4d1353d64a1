import { armyNames } from '../../../schema/lexicon/army-names.ts';
import { englishHospitalWords } from '../../../schema/lexicon/english-hospitals.ts';
import { hasHan, simplify } from '../../text/han.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './word-pieces.ts';

/** 中医院 is 中医医院: the house is said once for both words. */
const oneSpelling = (name: string): string =>
  simplify(name.normalize('NFKC'))
    .replace(/\s+/gu, '')
    .replace(/(中医|藏医|蒙医|中蒙医|蒙中医|回医|中西医结合|壮医|苗医)院/gu, '$1医院')
    .replace(/醫/gu, '医');

/** One house with the words that belong to it. */
type Clause = readonly Piece[];

/** Parts a name after each house: 附属医院 | 南沙院区. */
const clausesOf = (pieces: readonly Piece[]): readonly Clause[] => {
  const out: Piece[][] = [[]];
  for (const [at, piece] of pieces.entries()) {
    out.at(-1)?.push(piece);
    if (piece.role === 'house' && at < pieces.length - 1) out.push([]);
  }
  return out;
};

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const wordsOf = (clause: Clause, roles: readonly Piece['role'][]): string =>
  joined(clause.filter(({ role }) => roles.includes(role)).map(({ en }) => en));

/**
 * Provincial is said before common words only (Hunan Provincial People's Hospital), never before 肿瘤 or a distinctive word; the
 * province is left out where a city with its level follows.
 */
const placesInOrder = (clause: Clause): Clause =>
  clause.flatMap((piece, at) => {
    const next = clause[at + 1];
    if (piece.role !== 'place' || !piece.en.endsWith(' Provincial') || piece.zh.endsWith('立'))
      return [piece];
    if (next?.role === 'place' && /[市县区州旗盟]$/u.test(next.zh)) return [];
    const bare =
      next === undefined || ['name', 'parent', 'place'].includes(next.role) || next.en === 'Cancer';
    return [bare ? { ...piece, en: piece.en.slice(0, -' Provincial'.length) } : piece];
  });

const OWN: readonly Piece['role'][] = ['place', 'ordinal', 'before', 'name'];
/** Houses that say nothing of their own. */
const PLAIN = ['医院', '中心', '院', '总医院', '中心医院'];

/** Hospitals of a university, academy or command: the Second Affiliated Hospital of …; Zhongshan Hospital, …. */
const belonging = (clause: Clause, parent: string): string => {
  const own = clause.filter(({ role }) => OWN.includes(role));
  const [house, behind] = [wordsOf(clause, ['house']), wordsOf(clause, ['after'])];
  const affiliated = clause.some(({ role }) => role === 'affiliated') ? 'Affiliated' : '';
  const plain = clause.every(({ role, zh }) => role !== 'house' || PLAIN.includes(zh));
  if (own.length === 0 && plain && behind === '' && affiliated === '') return joined([parent, house]);
  if (own.every(({ role }) => role === 'ordinal'))
    return plain
      ? joined(['The', wordsOf(own, ['ordinal']), affiliated, house, behind, `of ${parent}`])
      : joined([wordsOf(own, OWN), house, behind, `of ${parent}`]);
  const words = joined([wordsOf(own, OWN), house, behind]);
  const distinct = own.some(({ role }) => role === 'name' || role === 'place');
  return distinct ? `${words}, ${parent}` : `${words} of ${parent}`;
};

/** Behind a town or a command an arm tells which hospital of it is meant, and is no body that stands there: 广州空军医院, 东部战区空军医院. */
const withArms = (clause: Clause): Clause =>
  clause.map((piece, at) =>
    at > 0 && piece.role === 'parent' && armyNames.branches.includes(piece.zh)
      ? { ...piece, role: 'name', en: englishHospitalWords.names[piece.zh] ?? piece.en }
      : piece,
  );

const clauseInEnglish = (given: Clause): string => {
  const clause = withArms(placesInOrder(given));
  const at = clause.findLastIndex(({ role }) => role === 'parent');
  const parent = clause[at];
  // What stands before a university is where it is.
  const own = clause.slice(at + 1);
  return parent !== undefined && own.length > 0
    ? belonging(own, parent.en)
    : joined([
        wordsOf(clause, ['parent', 'affiliated', ...OWN]),
        wordsOf(clause, ['house']),
        wordsOf(clause, ['after']),
      ]);
};

/** A further house is another one (… Hospital, Nansha Hospital), or a word for the first (People's Hospital Group). */
const clausesInEnglish = (clauses: readonly Clause[]): string =>
  clauses
    .map((clause, at) => ({ text: clauseInEnglish(clause), bare: at > 0 && clause.length === 1 }))
    .reduce((out, { text, bare }) => (out === '' ? text : bare ? `${out} ${text}` : `${out}, ${text}`), '');

const part = (text: string): string => clausesInEnglish(clausesOf(piecesOf(text)));

/**
 * An English name for a Chinese one, made from its parts: 长沙市第一医院 → Changsha First Hospital. A translation of ours and never a
 * name on any list; the same name always gives the same. Null for what holds no Chinese.
 */
export const translateName = (name: string): string | null => {
  if (!hasHan(name)) return null;
  const text = oneSpelling(name);
  const english = text
    .split(/[()（）、/，,]/u)
    .filter((one) => one !== '')
    .map((one, at) => (at === 0 ? part(one) : `(${part(one)})`));
  return english.join(' ');
};
