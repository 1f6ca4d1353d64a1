import type { BatchField } from '../../../schema/lexicon/batch-headings.ts';
import { isAbroad, isEnglishCountry } from '../../places/countries.ts';
import { saysNoPlace, statedPlaces } from '../../places/stated-places.ts';
import { hasHan } from '../../text/han.ts';
import { namesHouse } from '../../verdict/vocabulary/treatments.ts';
import { isMarks } from '../answer/code-words.ts';
import { isChina } from '../answer/own-country.ts';
import { isTreatment } from '../answer/unread-cells.ts';
import { wordsMean } from './heading-words.ts';

type Rows = readonly Readonly<{ cells: readonly string[] }>[];

/** So many rows tell what a column holds. */
const LOOKED_AT = 200;

/** A longer text is no name, place or treatment. */
const LONGEST = 160;

/** Whether a cell holds a word of a house, in one of the languages in which headings are read: “Huashan-Krankenhaus”, 华西医院. */
export const isHospital = (cell: string): boolean =>
  cell.length <= LONGEST && (namesHouse(cell) || wordsMean(cell, 'name'));

const isCountry = (cell: string): boolean => isChina(cell) || isEnglishCountry(cell) || isAbroad(cell);

const isPlace = (cell: string): boolean => {
  const { places, unread } = statedPlaces({ city: cell });
  return isCountry(cell) || saysNoPlace(cell) || (places.length > 0 && unread === null);
};

/** The filled cells of a column, of the first rows. */
const filledOf = (rows: Rows, at: number): readonly string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => {
    const cell = (cells[at] ?? '').trim();
    return cell === '' ? [] : [cell];
  });

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.filter(is).length / Math.max(1, cells.length);

/** Whether half of the filled cells of a column, or more, are such. */
const holds = (rows: Rows, at: number, is: (cell: string) => boolean): boolean =>
  share(filledOf(rows, at), is) >= 1 / 2;

/** Whether half of the filled cells of a column, or more, are names of hospitals. */
export const holdsHospitals = (rows: Rows, at: number): boolean => holds(rows, at, isHospital);

/** The two columns of which one holds Chinese names and the other names in Latin letters; null for other columns. */
const inTwoScripts = (rows: Rows, [one, other, ...more]: readonly number[]): Columns | null => {
  if (one === undefined || other === undefined || more.length > 0) return null;
  const [chinese, latin] = [one, other].map((at) => {
    const filled = filledOf(rows, at);
    return filled.filter(hasHan).length * 2 > filled.length;
  });
  if (chinese === latin) return null;
  return chinese ? { name: one, englishName: other } : { name: other, englishName: one };
};

type Columns = Readonly<{ name: number; englishName?: number }>;

/**
 * The column that holds the names of hospitals, and the one of English names beside Chinese ones; `several`: columns that all hold some, of which none is the
 * one. Null where none does.
 */
export const nameColumns = (
  rows: Rows,
  among: readonly number[],
): Columns | Readonly<{ several: readonly number[] }> | null => {
  const found = among.filter((at) => holdsHospitals(rows, at));
  const [only] = found;
  if (only === undefined) return null;
  return found.length === 1 ? { name: only } : (inTwoScripts(rows, found) ?? { several: found });
};

/** Whether half of the filled cells of a column, or more, are treatments. */
export const holdsTreatments = (rows: Rows, at: number): boolean => holds(rows, at, isTreatment);

/** Parts columns whose headings say nothing: those that hold marks, and those that are not read. */
export const marksAmong = (
  rows: Rows,
  columns: readonly number[],
): Readonly<Record<'marks' | 'unread', readonly number[]>> => {
  const marks = columns.filter((at) => holds(rows, at, isMarks));
  return { marks, unread: columns.filter((at) => !marks.includes(at)) };
};

/** Cells that count rows: numbers of which no two are one. */
const isCount = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^\d{1,5}[.)]?$/u.test(cell)) && new Set(cells).size === cells.length;

/** So many cells of a column are told to be what it holds, where a few are something else (整形 among treatments): each of these is told by its row. */
const MOST_OF = 0.6;

/** What the filled cells of a column are: a place, a country, a treatment, a mark, a number of the list's own; null for anything else. */
export const heldIn = (rows: Rows, at: number): BatchField | null => {
  const filled = filledOf(rows, at);
  if (filled.length === 0 || filled.some((cell) => cell.length > LONGEST)) return null;
  const all = (is: (cell: string) => boolean): boolean => filled.every(is);
  if (isCount(filled)) return 'reference';
  if (all(isCountry)) return 'country';
  if (all(isPlace)) return 'city';
  if (all(isMarks)) return 'claim';
  if (share(filled, isPlace) > MOST_OF) return 'city';
  return share(filled, (cell) => isTreatment(cell) || isMarks(cell)) > MOST_OF ? 'service' : null;
};
