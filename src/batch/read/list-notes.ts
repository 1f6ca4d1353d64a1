import type { Bilingual, Language } from '../../../schema/base.ts';
import type { SentTable } from '../../readers/formats/sent-table.ts';
import type { ListTable } from '../list.ts';
import { columnWords } from '../list-fault.ts';

/** A sheet without a heading and without hospitals. */
export const leftOutNote = (sheet: string | null, lang: Language): string =>
  lang === 'zh'
    ? `工作表“${sheet}”没有可识别的表头，也没有医院名称，未读取`
    : `sheet “${sheet}” has no heading that is known and no names of hospitals, and was left out`;

/** A sheet whose headings name nobody. */
export const nobodyNote = (sheet: string | null, lang: Language): string =>
  lang === 'zh'
    ? `工作表“${sheet}”没有一列说明是哪家医院，未读取`
    : `sheet “${sheet}” has no column that says which hospital, and was left out`;

/** What is hidden in a list and was read all the same. */
export const hiddenNotes = (
  tables: readonly Pick<SentTable, 'sheet' | 'hidden' | 'rows'>[],
  lang: Language,
): readonly string[] =>
  tables.flatMap(({ sheet, hidden, rows }) => {
    const count = rows.filter((row) => row.hidden).length;
    const [en, zh] = sheet === null ? ['the file', '文件'] : [`sheet “${sheet}”`, `工作表“${sheet}”`];
    const words = [
      ...(hidden
        ? [{ en: `${en} is hidden and was read all the same`, zh: `${zh}为隐藏工作表，已照常读取` }]
        : []),
      ...(count > 0
        ? [
            {
              en: `${en} has ${count === 1 ? 'a hidden row, which was' : `${count} hidden rows, which were`} read all the same`,
              zh: `${zh}有${count}个隐藏行，已照常读取`,
            },
          ]
        : []),
    ];
    return words.map((one) => one[lang]);
  });

/** Most unread columns that are named. */
const NAMED = 20;

/** The columns that are not read, and what to do; nothing where all are. */
export const unreadNote = ({ sheet, heading, unread }: ListTable): Readonly<Partial<Bilingual>> => {
  if (unread.length === 0) return {};
  const columns = unread.slice(0, NAMED).map((at) => columnWords(at, heading));
  const more = unread.length - columns.length;
  const where = sheet === null ? { en: '', zh: '' } : { en: `sheet “${sheet}”: `, zh: `工作表“${sheet}”：` };
  return {
    en: `${where.en}these columns are not read: ${columns.map(({ en }) => en).join(', ')}${more > 0 ? `, and ${more} more` : ''}. No answer takes them into account; where one says a treatment, a country or a day, call it “treatment”, “country” or “date” and hand the list in again`,
    zh: `${where.zh}以下各列未读取：${columns.map(({ zh }) => zh).join('、')}${more > 0 ? `，另有${more}列` : ''}。答复未考虑其内容；如其中有治疗项目、国家或日期，请将表头改为“治疗项目”“国家”或“日期”后重新提交`,
  };
};
