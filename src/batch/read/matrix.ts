import type { Bilingual } from '../../../schema/base.ts';
import { batchHeadingWords } from '../../../schema/lexicon/batch-headings.ts';
import { claimCode, treatmentCode } from '../../verdict/offer/code-of-words.ts';
import { columnWords, ListFault } from '../list-fault.ts';
import { isHospital } from './by-contents.ts';

type Sent = Readonly<{
  heading: readonly string[];
  rows: readonly Readonly<{ cells: readonly string[] }>[];
}>;

const TICKS: ReadonlySet<string> = new Set(batchHeadingWords.ticks);
const isTick = (cell: string): boolean => TICKS.has(cell.normalize('NFKC').toLowerCase());

/** Most columns that are named. */
const NAMED = 4;

/** Columns as people find them, the first few of many. */
export const columnsWords = (columns: readonly number[], heading: readonly string[]): Bilingual => {
  const named = columns.slice(0, NAMED).map((at) => columnWords(at, heading));
  const more = columns.length - named.length;
  return {
    en: `${named.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `${named.map(({ zh }) => zh).join('、')}${more > 0 ? `等${columns.length}列` : ''}`,
  };
};

const filledBelow = ({ rows }: Sent, at: number): readonly string[] =>
  rows.flatMap(({ cells }) => {
    const cell = (cells[at] ?? '').trim();
    return cell === '' ? [] : [cell];
  });

/** Whether a column says yes or no below its heading, and nothing else. */
const isTicked = (sent: Sent, at: number): boolean => {
  const filled = filledBelow(sent, at);
  return filled.length > 0 && filled.every(isTick);
};

const isAsked = (heading: string): boolean =>
  treatmentCode(heading) !== undefined || claimCode(heading) !== undefined;

/**
 * The fault of a table with treatments, marks or hospitals for headings and yes or no below them: each of its rows asks several questions, and a heading is no part of any. Null for
 * any other. `isOurs`: the columns that say something else by their heading as a whole.
 */
export const matrixFault = (
  where: Bilingual,
  sent: Sent,
  isOurs: (at: number) => boolean,
): ListFault | null => {
  const { heading } = sent;
  const across = [...heading.keys()].filter((at) => !isOurs(at) && isTicked(sent, at));
  const asked = across.filter((at) => isAsked(heading[at] ?? ''));
  const hospitals = across.filter((at) => isHospital(heading[at] ?? ''));
  if (asked.length > 0) {
    const columns = columnsWords(asked, heading);
    const first = heading[asked[0] ?? 0] ?? '';
    return new ListFault({
      en: `${where.en}: the headings of ${columns.en} are treatments or marks, with yes or no below; a row asks about one hospital and one treatment. Write a row for each “yes”: the hospital under the heading “hospital”, and “${first}” under the heading “treatment”`,
      zh: `${where.zh}：${columns.zh}的表头是治疗项目或认证，下方为“是/否”；每行只能询问一家医院的一个项目。请将每个“是”各写一行：“医院名称”列填医院，“治疗项目”列填“${first}”`,
    });
  }
  if (hospitals.length < 2) return null;
  const columns = columnsWords(hospitals, heading);
  const first = heading[hospitals[0] ?? 0] ?? '';
  return new ListFault({
    en: `${where.en}: the headings of ${columns.en} are hospitals, with yes or no below; a row asks about one hospital and one treatment. Write a row for each “yes”: “${first}” under the heading “hospital”, and the treatment under the heading “treatment”`,
    zh: `${where.zh}：${columns.zh}的表头是医院，下方为“是/否”；每行只能询问一家医院的一个项目。请将每个“是”各写一行：“医院名称”列填“${first}”，“治疗项目”列填项目`,
  });
};

/** The fault of a table in which several columns hold hospitals, and none of them is said to be the one. */
export const severalNames = (
  where: Bilingual,
  several: readonly number[],
  heading: readonly string[],
  option: string,
): ListFault => {
  const columns = columnsWords(several, heading);
  return new ListFault({
    en: `${where.en}: ${columns.en} hold names of hospitals; a row asks about one. Put each hospital into a row of its own under the heading “hospital”, or say which column to read with ${option}name=…`,
    zh: `${where.zh}：${columns.zh}都是医院名称；每行只能询问一家。请将每家医院各写一行，置于“医院名称”表头下，或用 ${option}name=… 指明读取哪一列`,
  });
};
